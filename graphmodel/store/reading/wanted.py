"""What a caller may want of partners and enterprises, and what is found."""

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

Kind = Literal["supplies", "agreement", "owns"]
Direction = Literal["in", "out", "any"]
RELATIONS: Final[dict[tuple[Kind, Direction], tuple[str, ...]]] = {
    ("supplies", "in"): ("supplier",),
    ("supplies", "out"): ("buyer",),
    ("supplies", "any"): ("supplier", "buyer"),
    ("agreement", "in"): ("agreement",),
    ("agreement", "out"): ("agreement",),
    ("agreement", "any"): ("agreement",),
    ("owns", "in"): ("owner",),
    ("owns", "out"): ("owned",),
    ("owns", "any"): ("owner", "owned"),
}
"""What a partner is to the enterprise, by the kind of link and where it runs; an agreement runs nowhere."""
TYPES: Final[dict[Kind, str]] = {"supplies": "SUPPLIES", "agreement": "MEMORANDUM", "owns": "OWNS"}
KINDS: Final[tuple[Kind, ...]] = ("supplies", "agreement", "owns")


class Found(NamedTuple):
    """Rows, and the position of the last one where there are more."""

    rows: list[dict[str, Any]]
    more: list[Any] | None


@dataclass(frozen=True)
class Wanted:
    """Which links count: `product` and `status` are those of the link, `country` and `region` those of the partner.

    What is None or empty does not matter.
    """

    kinds: tuple[Kind, ...] = KINDS
    direction: Direction = "any"
    country: str | None = None
    region: str | None = None
    product: str | None = None
    statuses: tuple[str, ...] = ()
    min_confidence: float = 0

    @property
    def relations(self) -> list[str]:
        """What a partner may be to the enterprise."""
        return [relation for kind in self.kinds for relation in RELATIONS[kind, self.direction]]

    @property
    def parameters(self) -> dict[str, Any]:
        """As the statements name them."""
        return {
            "relations": self.relations,
            "types": [TYPES[kind] for kind in self.kinds],
            "country": self.country,
            "region": self.region,
            "product": self.product,
            "statuses": list(self.statuses),
            "min_confidence": self.min_confidence,
        }
