"""From the facts about one node or edge to that node or edge: a pure function of the facts, in any order.

The stated rule where claims disagree: a claim of confidence 0.5 or more before one of less; then the later date; then
the higher confidence; then the smaller claim id. A claim that speaks of the thing itself goes before one that only
mentions it. The edge of a pair's agreements shows the agreement that stands furthest, by the same rule among equals.
"""

from collections.abc import Iterable
from datetime import date
from math import prod
from typing import Any, Final

from graphmodel.domain.claims import Status
from graphmodel.domain.dates import latest
from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.likeness import initials, sound
from graphmodel.domain.names import normalise
from graphmodel.domain.schema import EDGES
from graphmodel.domain.telling import Fact, FactKey

RELIABLE: Final = 0.5
STAGES: Final[dict[Status, int]] = {"announced": 0, "signed": 1, "active": 2, "ended": 3}
_NAMES: Final = ("name_ru", "name_en", "name_uz")
_LISTS: Final = frozenset({"aliases", "okpd2", "hs", "agreements"})


def _precedence(fact: Fact) -> tuple[bool, bool, int, float, str]:
    """Sorts facts from the strongest to the weakest."""
    claim = fact.claim
    age = (date.max - latest(claim.asserted)).days
    return not fact.direct, claim.confidence < RELIABLE, age, -claim.confidence, claim.id


def _standing(fact: Fact) -> int:
    """How far an agreement stands; an ended one stands last."""
    return STAGES[fact.claim.status] if fact.claim.status != "ended" else -1


def finest(facts: list[Fact]) -> list[Fact]:
    """The facts about a place without those that name only the country of a region that another one names."""
    ends = {fact.target[1] for fact in facts if fact.target}
    coarse = {end for end in ends if any(other.startswith(f"{end}-") for other in ends)}
    return [fact for fact in facts if not fact.target or fact.target[1] not in coarse]


def ranked(facts: Iterable[Fact]) -> list[Fact]:
    """The facts about one thing, the winner first."""
    ordered = finest(sorted(facts, key=_precedence))
    if ordered[0].key[0] == "MEMORANDUM":
        ordered.sort(key=_standing, reverse=True)
    return ordered


def _confidence(facts: list[Fact]) -> float:
    """1 - the product of (1 - c) over the sources, each by its best claim: sources count as independent."""
    best: dict[str, float] = {}
    for fact in facts:
        best[fact.claim.source] = max(best.get(fact.claim.source, 0.0), fact.claim.confidence)
    return round(1 - prod(1 - confidence for confidence in sorted(best.values())), 4)


def _properties(ordered: list[Fact], whole: bool) -> dict[str, Any]:
    """Each property from the strongest fact that gives it (or all from the winner), lists from all facts together."""
    merged: dict[str, Any] = {}
    for fact in ordered[:1] if whole else ordered:
        for name, value in fact.values.items():
            merged.setdefault(name, value)
    for name in _LISTS.intersection(name for fact in ordered for name in fact.values):
        merged[name] = sorted({value for fact in ordered for value in fact.values.get(name, ())})
    if all(fact.claim.synthetic for fact in ordered):
        merged["synthetic"] = True
    return dict(sorted(merged.items()))


def _with_other_names(ordered: list[Fact], properties: dict[str, Any]) -> dict[str, Any]:
    """`properties` with every name that is not shown as a name among the aliases."""
    given = {fact.values[name] for fact in ordered for name in _NAMES if name in fact.values}
    shown = {properties.get(name) for name in _NAMES}
    rest = {name: value for name, value in properties.items() if name != "aliases"}
    aliases = sorted((given | set(properties.get("aliases", ()))) - shown)
    return rest | ({"aliases": aliases} if aliases else {})


def _search(label: str, properties: dict[str, Any]) -> dict[str, list[str]]:
    """The names by which an enterprise is found."""
    if label != "Enterprise":
        return {}
    names = [properties.get(name) for name in _NAMES]
    search = {normalise(name) for name in [*names, *properties.get("aliases", ())] if name}
    short = sorted({*map(initials, search)} - {""})
    return {
        "search": sorted(search),
        "sound": sorted(set(map(sound, search))),
        **({"initials": short} if short else {}),
    }


def project(facts: list[Fact]) -> Node | Edge:
    """The node or edge that these facts, all of one key, support together."""
    ordered = ranked(facts)
    claims = tuple(sorted({fact.claim.id for fact in facts}))
    common = {"asserted": ordered[0].claim.asserted, "confidence": _confidence(facts)}
    key: FactKey = ordered[0].key
    if len(key) == 2:
        properties = _with_other_names(ordered, _properties(ordered, whole=False))
        return Node(
            label=key[0],
            key=key[1],
            properties=properties | common | _search(key[0], properties),
            placeholder=any(fact.placeholder for fact in facts),
            claims=claims,
        )
    kind = EDGES[key[0]]
    target = ordered[0].target if kind.exclusive else (key[3], key[4])
    if target is None:
        raise ValueError(f"a fact about {key} names no target")
    return Edge(
        type=key[0],
        source=(key[1], key[2]),
        target=target,
        properties=_properties(ordered, kind.whole) | common,
        claims=claims,
    )
