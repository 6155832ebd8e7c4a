"""On whose word: the claims that a page rests on, numbered like footnotes."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from graphmodel.domain.evidence import Evidence

MARKS: Final = 5
"""Numbers that stand beside one statement; all of them stand in the list."""


class Note(NamedTuple):
    """A claim with its number."""

    number: int
    evidence: Evidence

    @property
    def address(self) -> str:
        """The address of its source where a browser may follow it, else nothing."""
        address = self.evidence.address or ""
        return address if address.startswith(("https://", "http://")) else ""


class Notes:
    """Claims in the order in which a page names them."""

    def __init__(self, claims: Iterable[str], evidence: Mapping[str, Evidence]) -> None:
        told = [claim for claim in dict.fromkeys(claims) if claim in evidence]
        self._numbers = {claim: number for number, claim in enumerate(told, 1)}
        self.all = tuple(Note(number, evidence[claim]) for claim, number in self._numbers.items())

    def marks(self, claims: Iterable[str]) -> tuple[list[int], int]:
        """The first numbers of some claims, and how many more there are."""
        numbers = sorted(self._numbers[claim] for claim in claims if claim in self._numbers)
        return numbers[:MARKS], max(len(numbers) - MARKS, 0)
