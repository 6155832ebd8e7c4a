"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, Stream, account, held_back
from loaders.answering import Answer, answered, pair_of
from loaders.exchange import EXCHANGE_FORMS, ExchangeFormat, exchanged
from loaders.files import expected_rows, read
from loaders.reference import reference
from loaders.resolution import Resolved, resolve, resolved
from loaders.tables import beside, write_quarantine

__all__ = [
    "EXCHANGE_FORMS",
    "Account",
    "Answer",
    "ExchangeFormat",
    "Reading",
    "Rejected",
    "Resolved",
    "Stream",
    "account",
    "answered",
    "beside",
    "exchanged",
    "expected_rows",
    "held_back",
    "pair_of",
    "read",
    "reference",
    "resolve",
    "resolved",
    "write_quarantine",
]
