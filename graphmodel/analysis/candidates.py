"""Who may fill a gap: enterprises that make the input or something of its class, with the reasons for each."""

from collections.abc import Mapping, Set
from typing import Final

from graphmodel.analysis.index import claims_of
from graphmodel.analysis.needs import Need
from graphmodel.analysis.neighbourhood import Neighbourhood
from graphmodel.analysis.network import SupplyNetwork, Witness
from graphmodel.analysis.offers import best_offers
from graphmodel.analysis.results import Candidate, Named, Parts
from graphmodel.analysis.sizes import relative_sizes
from graphmodel.analysis.witness import Reasons, path
from graphmodel.domain.graph import Edge

WEIGHTS: Final[Mapping[str, float]] = {
    "product": 0.50,
    "network": 0.15,
    "place": 0.15,
    "agreement": 0.10,
    "confidence": 0.10,
    "size": 0.05,
}
SHOWN: Final = 10


def candidates(around: Neighbourhood, need: Need) -> tuple[Candidate, ...]:
    """The ten best candidates for a need, the best first.

    Without a product that meets the need nobody is one, however well connected.
    """
    offers = best_offers(around.index, need)
    sizes = relative_sizes(around.index, offers)
    reach = around.reach(need.makers.keys())
    reasons = [
        Reasons(
            offer,
            around.place(key),
            around.agreement(key),
            around.network.witness(key, reach),
            sizes.get(key),
        )
        for key, offer in offers.items()
    ]
    silent = {
        name
        for name, known in (("network", [why.seen for why in reasons]), ("size", sizes.values()))
        if not any(known)
    }
    found = [_candidate(around, need, why, silent) for why in reasons]
    return tuple(sorted(found, key=lambda c: (-c.score, c.enterprise.id))[:SHOWN])


def _candidate(around: Neighbourhood, need: Need, why: Reasons, silent: Set[str]) -> Candidate:
    offer = why.offer
    parts = Parts(
        product=offer.closeness.score,
        network=None if "network" in silent else why.seen.score if why.seen else 0.0,
        place=why.place.score if why.place else None,
        agreement=why.agreement.score if why.agreement else 0.0,
        confidence=float(offer.edge.properties.get("confidence", 1.0)),
        size=why.size.score if why.size else None,
    )
    ties = [edge for tie in (why.place, why.agreement, why.size) if tie for edge in tie.edges]
    return Candidate(
        enterprise=Named.of(around.index.enterprise(offer.enterprise)),
        score=score(parts, silent),
        parts=parts,
        path=path(around, need, why),
        claims=claims_of(offer.edge, *ties, *steps(around.network, why.seen)),
    )


def steps(network: SupplyNetwork, seen: Witness | None) -> list[Edge]:
    """The supplies that a witness speaks of."""
    return [edge for pair in seen.pairs for edge in network.edges[pair]] if seen else []


def score(parts: Parts, silent: Set[str]) -> float:
    """The weighted mean of the parts, 0 to 1.

    The weights are the compiler's assumption, not a measurement: product 0.50, network 0.15, place 0.15, agreement
    0.10, confidence 0.10, size 0.05. `silent`: parts that nothing is known of for any candidate of the gap; they are
    left out of the mean. What is not known of one candidate earns nothing, so that the unknown never beats the known.
    """
    weighed = {name: weight for name, weight in WEIGHTS.items() if name not in silent}
    total = sum(weight * (getattr(parts, name) or 0.0) for name, weight in weighed.items())
    return round(total / sum(weighed.values()), 4)
