"""Two classifications with their names: OKVED2 (OK 029-2014, industries) and the Harmonized System (goods).

The tables `data/okved2.csv` (Russian) and `data/hs.csv` (edition of 2022, English) hold every code. The list that
OKVED2 comes from had lost the last zero of `28.30`, so that this class stood under the code of its group `28.3`; it is
put back. National codes of goods, such as TN VED of the EAEU, go on where the six digits of the Harmonized System end.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

_HS_DIGITS: Final = 6


@cache
def _table(name: str) -> Mapping[str, str]:
    """Every code of a classification with its name."""
    text = (resources.files("graphmodel.domain") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(text.splitlines())}


def is_okved(code: str) -> bool:
    """Whether OKVED2 has this code."""
    return code in _table("okved2")


def okved_name(code: str) -> str:
    """The Russian name of an industry. Raises KeyError where OKVED2 has no such code."""
    return _table("okved2")[code]


def is_hs(code: str) -> bool:
    """Whether the first six digits of a code, or all where there are fewer, are one of the Harmonized System."""
    return code[:_HS_DIGITS] in _table("hs")


def hs_name(code: str) -> str:
    """The English name of goods by the first six digits of their code. Raises KeyError where there is none."""
    return _table("hs")[code[:_HS_DIGITS]]
