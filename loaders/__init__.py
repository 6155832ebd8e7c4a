"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, Stream, account, held_back
from loaders.files import read
from loaders.ftm import ftm_entities
from loaders.reference import reference
from loaders.tables import beside, write_quarantine

__all__ = [
    "Account",
    "Reading",
    "Rejected",
    "Stream",
    "account",
    "beside",
    "ftm_entities",
    "held_back",
    "read",
    "reference",
    "write_quarantine",
]
