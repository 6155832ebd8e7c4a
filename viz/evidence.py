"""The claims that a scene cites and their sources, each once."""

from collections.abc import Iterable, Mapping

from graphmodel.domain.evidence import Evidence
from viz import wording
from viz.scene import SceneClaim, SceneSource


class Cited:
    """The tables of claims and sources, filled as nodes and edges ask for the places of their claims."""

    def __init__(self, evidence: Mapping[str, Evidence]) -> None:
        self._evidence = evidence
        self._claims: dict[str, tuple[int, SceneClaim]] = {}
        self._sources: dict[SceneSource, int] = {}

    def places(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Where these claims stand in the table; those of which nothing is known are left out."""
        return tuple(self._place(claim) for claim in sorted(claims) if claim in self._evidence)

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
            locator=told.locator,
            quote=told.quote,
            asserted=wording.date(told.asserted),
            status=wording.code("status", told.status),
            confidence=told.confidence,
            note=told.note,
        )

    @property
    def claims(self) -> tuple[SceneClaim, ...]:
        """The claims in the order in which they were first asked for."""
        return tuple(claim for _, claim in self._claims.values())

    @property
    def sources(self) -> tuple[SceneSource, ...]:
        """The sources in the order in which they were first cited."""
        return tuple(self._sources)
