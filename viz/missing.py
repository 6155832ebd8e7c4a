"""Gaps as nodes: what is missing, who lacks it, and who could supply it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graphmodel.analysis import Candidate, Gap, Gaps, Named
from viz import wording
from viz.evidence import Cited
from viz.scene import SHARED, Fact, SceneEdge, SceneNode, Words
from viz.subgraphs import CANDIDATES

KIND: Final = "Gap"
End = tuple[str, int, tuple[Fact, ...], tuple[int, ...]]
"""An edge of a gap: its kind, the enterprise, its facts and claims."""


def _named(thing: Named) -> Words:
    return Words(thing.name_ru, thing.name_en, thing.name_uz or thing.name_en)


def _facts(gaps: Sequence[Gap]) -> tuple[Fact, ...]:
    facts = []
    for gap in gaps:
        facts += [Fact("product", _named(gap.product)), Fact("gap", wording.worded(f"gap_{gap.kind}"))]
        if gap.weight is not None:
            facts.append(Fact("points", wording.same(f"{gap.weight:g}")))
    return tuple(facts)


def _node(gaps: Sequence[Gap], cited: Cited) -> SceneNode:
    """One input that is missing, for whatever products."""
    return SceneNode(
        id=f"{KIND}:{gaps[0].input.id}",
        kind=KIND,
        title=_named(gaps[0].input),
        aliases=(),
        place=f"{SHARED}:{KIND}",
        country=None,
        region=None,
        placeholder=False,
        synthetic=False,
        status=None,
        facts=_facts(gaps),
        claims=cited.places({claim for gap in gaps for claim in gap.claims}),
    )


def _edge(kind: str, source: int, target: int, facts: tuple[Fact, ...], claims: tuple[int, ...]) -> SceneEdge:
    return SceneEdge(
        kind=kind,
        source=source,
        target=target,
        label=None,
        dates=None,
        since=None,
        until=None,
        status=None,
        synthetic=False,
        facts=facts,
        claims=claims,
    )


def _why(candidate: Candidate) -> tuple[Fact, ...]:
    path = candidate.path
    return Fact("score", wording.percent(candidate.score)), Fact(
        "reason", Words(path.ru, path.en, path.uz or path.ru)
    )


def missing(
    gaps: Gaps, places: Mapping[str, int], cited: Cited
) -> tuple[tuple[SceneNode, ...], tuple[SceneEdge, ...]]:
    """A node for each missing input, an edge from each maker that lacks it and from each of the best candidates.

    `places` are those of the nodes that are drawn, by id; the new ones come after them.
    """
    by_input: dict[str, list[Gap]] = defaultdict(list)
    for gap in gaps.rows:
        if gap.kind != "ok":
            by_input[gap.input.id].append(gap)
    nodes, edges = [], dict[tuple[str, int, int], SceneEdge]()
    for own, (_, found) in enumerate(sorted(by_input.items()), start=len(places)):
        nodes.append(_node(found, cited))
        for kind, source, facts, claims in _ends(found, places, cited):
            edges.setdefault((kind, source, own), _edge(kind, source, own, facts, claims))
    return tuple(nodes), tuple(edges.values())


def _ends(gaps: Sequence[Gap], places: Mapping[str, int], cited: Cited) -> Iterator[End]:
    for gap in gaps:
        for maker in gap.makers:
            if (place := places.get(f"Enterprise:{maker.id}")) is not None:
                yield "LACKS", place, _facts([gap]), cited.places(gap.claims)
        for one in gap.candidates[:CANDIDATES]:
            if (place := places.get(f"Enterprise:{one.enterprise.id}")) is not None:
                yield "MAY_SUPPLY", place, _why(one), cited.places(one.claims)
