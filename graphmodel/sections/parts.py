"""What an answer in words is made of."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One statement of an answer, and the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()
    indent: int = 0


@dataclass(frozen=True)
class Section:
    """A part of an answer."""

    title: str
    lines: Sequence[Line]

    @property
    def claims(self) -> set[str]:
        """All claims that its lines rest on."""
        return {claim for line in self.lines for claim in line.claims}
