"""One enterprise, many names: which records are of one enterprise, by registry numbers, names and places."""

from loaders.matching.deciding import OPEN, SAME, decide, decisions
from loaders.matching.numbers import contradict
from loaders.matching.reasons import told

__all__ = ["OPEN", "SAME", "contradict", "decide", "decisions", "told"]
