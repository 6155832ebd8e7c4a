"""The claims that a scene cites and their sources, each once."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from graphmodel.domain.evidence import Evidence
from viz import wording
from viz.scene import SceneClaim, SceneSource

_DIGITS: Final = re.compile(r"(\d+)")


def _reading_order(told: Evidence) -> tuple[str, list[str | int], str]:
    """By source, then by the place in it, its numbers as numbers."""
    parts = _DIGITS.split(told.locator)
    return told.source, [int(part) if place % 2 else part for place, part in enumerate(parts)], told.claim


class Cited:
    """The tables of claims and sources: the claims `first` in the order of reading, then others as asked for."""

    def __init__(self, evidence: Mapping[str, Evidence], first: Iterable[str] = ()) -> None:
        self._evidence = evidence
        self._claims: dict[str, tuple[int, SceneClaim]] = {}
        self._sources: dict[SceneSource, int] = {}
        for told in sorted((evidence[claim] for claim in set(first) & evidence.keys()), key=_reading_order):
            self._place(told.claim)

    def places(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Where these claims stand in the table; those of which nothing is known are left out."""
        return tuple(sorted(self._place(claim) for claim in sorted(claims) if claim in self._evidence))

    def _place(self, claim: str) -> int:
        if claim not in self._claims:
            self._claims[claim] = len(self._claims), self._claim(self._evidence[claim])
        return self._claims[claim][0]

    def _claim(self, told: Evidence) -> SceneClaim:
        source = SceneSource(told.title, told.address, wording.date(told.published))
        return SceneClaim(
            id=told.claim,
            kind=wording.code("claim", told.kind),
            source=self._sources.setdefault(source, len(self._sources)),
            locator=wording.locator(told.locator),
            quote=told.quote,
            asserted=wording.date(told.asserted),
            status=wording.code("status", told.status),
            confidence=told.confidence,
            note=told.note,
        )

    @property
    def claims(self) -> tuple[SceneClaim, ...]:
        """The claims in the order of the table."""
        return tuple(claim for _, claim in self._claims.values())

    @property
    def sources(self) -> tuple[SceneSource, ...]:
        """The sources in the order in which they were first cited."""
        return tuple(self._sources)
