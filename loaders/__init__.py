"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, account
from loaders.files import read
from loaders.ftm import ftm_entities
from loaders.reference import reference
from loaders.tables import beside, write_quarantine

__all__ = [
    "Account",
    "Reading",
    "Rejected",
    "account",
    "beside",
    "ftm_entities",
    "read",
    "reference",
    "write_quarantine",
]
