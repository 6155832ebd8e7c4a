"""Short reads of a service: one statement a look-up, which answers maps of the fields that are wanted."""

from graphmodel.store.reading.looker import Looker
from graphmodel.store.reading.reader import Reader
from graphmodel.store.reading.wanted import Found, Wanted

__all__ = ["Found", "Looker", "Reader", "Wanted"]
