"""Precision, recall and F1 of the press-release loader on our own texts, per kind of claim."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from graphmodel.domain.claims import (
    AggregateClaim,
    AgreementClaim,
    Claim,
    EnterpriseClaim,
    EventClaim,
    MembershipClaim,
    Source,
    SuppliesClaim,
)
from loaders.press import ENDINGS, extract, parse

FOLDER: Final = Path(__file__).parent.parent / "tests" / "data" / "press"
KINDS: Final = ("companies", "agreements", "supplies", "memberships", "events", "aggregates")
SPLITS: Final = {
    "dev": "read while the rules were made",
    "held-out": "first batch that no rule was made with when it was written; read since",
    "held-out-2": "second batch that no rule was made with when it was written; read since",
    "held-out-3": "third batch, written without sight of the rules, and only measured",
    "held-out-4": "fourth batch, of harder syntax, written by who knew the rules, and only measured",
}
Item = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A text with what it says."""

    name: str
    text: str
    gold: dict[str, Any]

    def expected(self) -> dict[str, set[Item]]:
        """What a reader finds in it, by kind."""
        deals = self.gold.get("agreements", [])
        found = {
            "companies": {(name,) for name in self.gold.get("companies", [])},
            "agreements": {(deal["kind"], *sorted(deal["parties"])) for deal in deals},
            "supplies": {tuple(link) for link in self.gold.get("supplies", [])},
            "memberships": {tuple(member) for member in self.gold.get("memberships", [])},
            "events": {(name,) for name in self.gold.get("events", [])},
        }
        sums = self.gold.get("aggregates", [])
        return found | {"aggregates": {(s["about"], s["measure"], str(s["value"]), s["bound"]) for s in sums}}


def cases(split: str) -> list[Case]:
    """The texts of one of `SPLITS`."""
    files = sorted(file for file in (FOLDER / split).iterdir() if file.suffix in ENDINGS)
    return [
        Case(file.stem, parse(file)[0], yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8")))
        for file in files
    ]


def _items(claims: Iterable[Claim]) -> Iterator[tuple[str, Item]]:
    for claim in claims:
        match claim:
            case EnterpriseClaim(placeholder=False):
                yield "companies", (claim.name,)
            case AgreementClaim():
                yield "agreements", (claim.agreement_kind, *sorted(party.name for party in claim.parties))
            case SuppliesClaim():
                yield "supplies", (claim.supplier.name, claim.buyer.name)
            case MembershipClaim():
                yield "memberships", (claim.member.name, claim.cluster.name)
            case EventClaim():
                yield "events", (claim.name,)
            case AggregateClaim():
                yield "aggregates", (claim.about.name, claim.measure, f"{claim.value:f}", claim.bound)


def found(case: Case) -> dict[str, set[Item]]:
    """What the loader finds in a text, by kind."""
    by_kind: dict[str, set[Item]] = {kind: set() for kind in KINDS}
    for kind, item in _items(extract(case.text, Source(id=case.name, title=case.name))):
        by_kind[kind].add(item)
    return by_kind


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def figures(split: str) -> tuple[dict[str, Counter[str]], list[str]]:
    """Hits, expected and found items by kind; every miss and every false claim in words."""
    counted = {kind: Counter[str]() for kind in KINDS}
    misses = []
    for case in cases(split):
        expected, seen = case.expected(), found(case)
        for kind in KINDS:
            hits = expected[kind] & seen[kind]
            counted[kind].update(hits=len(hits), expected=len(expected[kind]), found=len(seen[kind]))
            misses += [f"{case.name}: missed {kind} {item}" for item in sorted(expected[kind] - seen[kind])]
            misses += [f"{case.name}: false {kind} {item}" for item in sorted(seen[kind] - expected[kind])]
            if kind == "companies" and not expected[kind]:
                counted[kind]["from negatives"] += len(seen[kind])
    return counted, misses


def main() -> None:
    """Print a table for each part of the gold set, and of the dev texts, what is not met."""
    for split, label in SPLITS.items():
        counted, misses = figures(split)
        print(f"{split}: {len(cases(split))} texts ({label})")
        for kind, n in counted.items():
            precision, recall = _ratio(n["hits"], n["found"]), _ratio(n["hits"], n["expected"])
            f1 = _ratio(2 * n["hits"], n["found"] + n["expected"])
            print(
                f"  {kind:<12} P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  ({n['expected']} in the gold set)"
            )
        print(f"  enterprises claimed of texts without any: {counted['companies']['from negatives']}")
        for miss in misses if split == "dev" else ():
            print(f"    {miss}")


if __name__ == "__main__":
    main()
