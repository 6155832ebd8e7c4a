"""Sources of every kind become claims, and every row is accounted for."""

from loaders.accounting import Account, Reading, Rejected, account
from loaders.files import read
from loaders.reference import reference

__all__ = ["Account", "Reading", "Rejected", "account", "read", "reference"]
