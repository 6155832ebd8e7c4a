"""Who may fill a gap: enterprises that make the input or something of its class, with the reasons for each."""

from collections.abc import Mapping
from typing import Final

from graphmodel.analysis.index import claims_of
from graphmodel.analysis.needs import Need
from graphmodel.analysis.neighbourhood import Neighbourhood
from graphmodel.analysis.network import SupplyNetwork, Witness
from graphmodel.analysis.offers import best_offers
from graphmodel.analysis.results import Candidate, Named, Parts
from graphmodel.analysis.witness import Reasons, path
from graphmodel.domain.graph import Edge

WEIGHTS: Final[Mapping[str, float]] = {
    "product": 0.50,
    "network": 0.15,
    "place": 0.15,
    "agreement": 0.10,
    "confidence": 0.10,
}
SHOWN: Final = 10


def candidates(around: Neighbourhood, need: Need) -> tuple[Candidate, ...]:
    """The ten best candidates for a need, the best first.

    Without a product that meets the need nobody is one, however well connected.
    """
    offers = best_offers(around.index, need)
    network = around.network.witnesses(need.makers)
    speaks = not network.keys().isdisjoint(offers)
    reasons = (
        Reasons(offer, around.place(key), around.agreement(key), network.get(key))
        for key, offer in offers.items()
    )
    found = [_candidate(around, need, why, speaks) for why in reasons]
    return tuple(sorted(found, key=lambda c: (-c.score, c.enterprise.id))[:SHOWN])


def _candidate(around: Neighbourhood, need: Need, why: Reasons, network_speaks: bool) -> Candidate:
    offer = why.offer
    parts = Parts(
        product=offer.closeness.score,
        network=(why.seen.score if why.seen else 0.0) if network_speaks else None,
        place=why.place.score if why.place else None,
        agreement=why.agreement.score if why.agreement else 0.0,
        confidence=float(offer.edge.properties.get("confidence", 1.0)),
    )
    ties = [edge for tie in (why.place, why.agreement) if tie for edge in tie.edges]
    return Candidate(
        enterprise=Named.of(around.index.enterprise(offer.enterprise)),
        score=score(parts),
        parts=parts,
        path=path(around, need, why),
        claims=claims_of(offer.edge, *ties, *_steps(around.network, offer.enterprise, why.seen)),
    )


def _steps(network: SupplyNetwork, supplier: str, seen: Witness | None) -> list[Edge]:
    """The supplies that a witness speaks of."""
    if not seen:
        return []
    pairs = ((supplier, seen.via), (seen.peer, seen.via), (seen.peer, seen.buyer))
    return [edge for pair in pairs for edge in network.edges[pair]]


def score(parts: Parts) -> float:
    """The weighted mean of the parts, 0 to 1.

    The weights are the compiler's assumption, not a measurement: product 0.50, network 0.15, place 0.15, agreement
    0.10, confidence 0.10. A network that says nothing of any candidate of the gap is left out of the mean; a place
    that is not known earns nothing, so that the unknown never beats the known.
    """
    weighed = {
        name: weight for name, weight in WEIGHTS.items() if name != "network" or parts.network is not None
    }
    total = sum(weight * (getattr(parts, name) or 0.0) for name, weight in weighed.items())
    return round(total / sum(weighed.values()), 4)
