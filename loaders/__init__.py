"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, Stream, account, held_back
from loaders.answering import Answer, answered, pair_of
from loaders.files import expected_rows, read
from loaders.ftm import ftm_entities
from loaders.reference import reference
from loaders.resolution import Resolved, resolve, resolved
from loaders.tables import beside, write_quarantine

__all__ = [
    "Account",
    "Answer",
    "Reading",
    "Rejected",
    "Resolved",
    "Stream",
    "account",
    "answered",
    "beside",
    "expected_rows",
    "ftm_entities",
    "held_back",
    "pair_of",
    "read",
    "reference",
    "resolve",
    "resolved",
    "write_quarantine",
]
