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
    """The tables of those of these claims of which there is evidence, and of their sources, in the order of reading."""

    def __init__(self, evidence: Mapping[str, Evidence], claims: Iterable[str]) -> None:
        self._sources: dict[SceneSource, int] = {}
        told = sorted((evidence[claim] for claim in set(claims) & evidence.keys()), key=_reading_order)
        self.claims = tuple(self._claim(one) for one in told)
        self._at = {one.claim: place for place, one in enumerate(told)}

    def places(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Where these claims stand in the table; those of which nothing is known are left out."""
        return tuple(sorted(self._at[claim] for claim in claims if claim in self._at))

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
    def sources(self) -> tuple[SceneSource, ...]:
        """The sources in the order in which they were first cited."""
        return tuple(self._sources)
