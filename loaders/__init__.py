"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, Stream, account, held_back
from loaders.answering import Answer, answered, last_answered, pair_of
from loaders.exchange import EXCHANGE_FORMS, ExchangeFormat, exchanged
from loaders.files import expected_rows, read
from loaders.reference import reference
from loaders.resolution import Resolved, by_id, by_pair, record_answer, resolve, resolved, take_back
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
    "by_id",
    "by_pair",
    "exchanged",
    "expected_rows",
    "held_back",
    "last_answered",
    "pair_of",
    "read",
    "record_answer",
    "reference",
    "resolve",
    "resolved",
    "take_back",
    "write_quarantine",
]
