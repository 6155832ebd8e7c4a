"""What enterprises can still make when some are gone: the downstream shock of Diem et al. 2022 (ESRI), as an interval.

Diem, Borsos, Reisch, Kertész, Thurner: Quantifying firm-level economic systemic risk from nation-wide supply networks.
Scientific Reports 12, 7719 (2022). Here only the downstream half, with inputs grouped by product:

    output = min(the least available essential input, 1 - sum over the others of share * (1 - available))

An input is essential (generalised Leontief) where a recipe of what the buyer makes requires it, and is not (linear)
where it calls it an option, a variant or an alternative. Where no recipe asks for it, it may be either. `share` is its
part in the value of all inputs of the buyer. What is available of it is the sum over its suppliers of their share by
value times what they can still make. What is not known makes the interval wider: without values an input may be
anything between its worst and its best supplier, and one that is not essential may matter or not; of an input that the
buyer also makes itself, anything up to all may be left.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graphmodel.analysis.index import Index
from graphmodel.domain.graph import Edge

Left = tuple[float, float]
"""The share that is left, at least and at most."""
WHOLE: Final[Left] = (1.0, 1.0)
GONE: Final[Left] = (0.0, 0.0)
CLOSE: Final = 1e-12
"""A change that is none."""
ROUNDS: Final = 10_000
"""A loss in a circle of suppliers shrinks the same way in every round; after so many what is left of it is dropped."""


@dataclass(frozen=True)
class Input:
    """What a buyer gets of one product; supplies that name no product are one input for each supplier.

    `essential` is null where no recipe says.
    """

    product: str | None
    essential: bool | None
    own: bool
    supplies: tuple[Edge, ...]

    @cached_property
    def value(self) -> float | None:
        """What all of it costs; None where a supply has no value, or they are in several currencies."""
        return _sum(self.supplies)

    def available(self, left: Mapping[str, Left]) -> Left:
        """What is left of it when its suppliers can make so much."""
        bounds = [left.get(edge.source[1], WHOLE) for edge in self.supplies]
        if self.own:
            return min(low for low, _ in bounds), 1.0
        if not self.value:
            return min(low for low, _ in bounds), max(high for _, high in bounds)
        shares = [edge.properties["value"] / self.value for edge in self.supplies]
        low, high = (sum(s * b[side] for s, b in zip(shares, bounds, strict=True)) for side in (0, 1))
        return low, min(high, 1.0)


def _sum(supplies: Collection[Edge]) -> float | None:
    currencies = {edge.properties.get("currency") for edge in supplies}
    if len(currencies) != 1 or any("value" not in edge.properties for edge in supplies):
        return None
    return float(sum(edge.properties["value"] for edge in supplies))


@dataclass(frozen=True)
class Needs:
    """All that one enterprise gets."""

    inputs: tuple[Input, ...]

    @cached_property
    def value(self) -> float | None:
        """What it costs together."""
        return _sum([edge for one in self.inputs for edge in one.supplies])

    def output(self, left: Mapping[str, Left]) -> Left:
        """What the enterprise can still make."""
        least = most = 1.0
        dearest = optional = 0.0
        either: list[tuple[float, float]] = []
        for one in self.inputs:
            (low, high), share = one.available(left), self._share(one)
            if one.essential is not False or share is None:
                least = min(least, low)
            if one.essential:
                most = min(most, high)
            elif share is not None:
                dearest += share * (1 - low)
                if one.essential is None:
                    either.append((share, high))
                else:
                    optional += share * (1 - high)
        return max(0.0, min(least, 1 - dearest)), max(0.0, min(most, _kindest(either, optional)))

    def _share(self, one: Input) -> float | None:
        return one.value / self.value if one.value is not None and self.value else None


def _kindest(either: Iterable[tuple[float, float]], lost: float) -> float:
    """The most that can be made when inputs of these shares and availabilities may be essential or not.

    It is best to take as essential those of which most is available.
    """
    ordered = sorted(either, key=lambda one: -one[1])
    rest = lost + sum(share * (1 - available) for share, available in ordered)
    best = 1 - rest
    for share, available in ordered:
        rest -= share * (1 - available)
        best = max(best, min(available, 1 - rest))
    return best


def needs(index: Index) -> dict[str, Needs]:
    """Enterprise → all that it gets by supplies that have not ended; what is only announced counts."""
    grouped: defaultdict[str, defaultdict[tuple[str, str], list[Edge]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for edge in index.supplies:
        product = edge.properties.get("product") or ""
        grouped[edge.target[1]][product, "" if product else edge.source[1]].append(edge)
    made = products(index)
    return {
        buyer: Needs(
            tuple(_input(index, made.get(buyer, ()), key[0], edges) for key, edges in sorted(got.items()))
        )
        for buyer, got in grouped.items()
    }


def products(index: Index) -> dict[str, list[str]]:
    """Enterprise → what it makes, in the order of the codes."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for product in sorted(index.makers):
        for maker in index.makers[product]:
            made[maker].append(product)
    return dict(made)


def _input(index: Index, made: Collection[str], product: str, supplies: Iterable[Edge]) -> Input:
    asked = {
        edge.properties.get("necessity", "required")
        for recipe in made
        for edge in index.recipes.get(recipe, ())
        if edge.target[1] == product
    }
    essential = "required" in asked if asked else None
    return Input(product or None, essential, product in made, tuple(supplies))


@dataclass(frozen=True)
class Shock:
    """What is `left` of each enterprise that is hit, in how many `steps` it was reached, and through whom (`via`)."""

    left: Mapping[str, Left]
    steps: Mapping[str, int]
    via: Mapping[str, str]


def shock(needs: Mapping[str, Needs], removed: Collection[str]) -> Shock:
    """The greatest outputs that are in keeping with these enterprises being gone, found round by round."""
    buyers: defaultdict[str, set[str]] = defaultdict(set)
    for buyer, got in needs.items():
        for supplier in {edge.source[1] for one in got.inputs for edge in one.supplies}:
            buyers[supplier].add(buyer)
    left, steps, via = dict.fromkeys(removed, GONE), dict.fromkeys(removed, 0), dict[str, str]()
    changed = set(removed)
    for number in range(1, ROUNDS):
        hit = {buyer: by for by in sorted(changed, reverse=True) for buyer in buyers[by]}
        found = {buyer: needs[buyer].output(left) for buyer in hit if left.get(buyer) != GONE}
        changed = {buyer for buyer, now in found.items() if _differ(now, left.get(buyer, WHOLE))}
        if not changed:
            break
        for buyer in changed:
            left[buyer] = found[buyer]
            steps.setdefault(buyer, number)
            via.setdefault(buyer, hit[buyer])
    return Shock(left, steps, via)


def _differ(one: Left, other: Left) -> bool:
    return any(abs(a - b) > CLOSE for a, b in zip(one, other, strict=True))
