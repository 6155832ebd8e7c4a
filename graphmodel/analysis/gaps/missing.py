"""Which supplies are likely that no source states, from the supplies alone: no recipe, no product is asked for.

What is not observed is not absent: a row is a question to put to two enterprises, not a fact about them.
"""

from graphmodel.analysis.clusters import memberships
from graphmodel.analysis.gaps.candidates import steps
from graphmodel.analysis.gaps.network import LEAST_LINKS, SupplyNetwork, Witness
from graphmodel.analysis.gaps.newcomers import Newcomer
from graphmodel.analysis.gaps.supply_matrix import Pairs
from graphmodel.analysis.gaps.witness import shown
from graphmodel.analysis.index import ENTERPRISE, Index, claims_of
from graphmodel.analysis.results import MissingLink, MissingLinks, Named, Sentence
from graphmodel.domain.graph import Graph
from graphmodel.errors import NotFoundError


def missing_links(
    graph: Graph, cluster_id: str | None = None, company: str | None = None, most: int = 20
) -> MissingLinks:
    """The `most` likeliest supplies between enterprises that have none yet, by the scores of `supply_matrix`.

    With a cluster, those to its members; with a company (its id), those to it and from it. Only pairs that some way
    joins ("u supplies x, so does y, and y supplies v") are rows; for a company without any supply, the partners of
    those that make things of its OKPD2 class (`newcomers`). Under 30 supply links the network abstains and the notes
    say so; what has ended, and what ended enterprises do, is left out.

    Raises NotFoundError for an unknown cluster or company.
    """
    index = Index(graph)
    network = SupplyNetwork(index.supplies)
    pairs = _pairs(index, network, cluster_id, company, most)
    if network.abstains:
        note = Sentence.from_text("analysis.links_abstain", links=len(network.edges), least=LEAST_LINKS)
        return MissingLinks(rows=(), notes=(note,))
    if company is not None and company not in network.names:
        rows = Newcomer(index, network, company).links(most)
    else:
        rows = _rows(index, network, pairs)
    return MissingLinks(rows=rows, notes=() if rows else (Sentence.from_text("analysis.links_silent"),))


def _pairs(
    index: Index, network: SupplyNetwork, cluster_id: str | None, company: str | None, most: int
) -> Pairs:
    matrix = network.matrix
    if company is not None:
        if (ENTERPRISE, company) not in index.nodes:
            raise NotFoundError("analysis.no_company", name=company)
        number = network.numbers([company])
        return matrix.missing(number, most).joined(matrix.missing_customers(number)).best(most)
    buyers = memberships(index, cluster_id) if cluster_id is not None else network.names
    return matrix.missing(network.numbers(buyers), most)


def _rows(index: Index, network: SupplyNetwork, pairs: Pairs) -> tuple[MissingLink, ...]:
    highest = pairs.score.max(initial=0.0)
    return tuple(
        _row(index, network, network.seen(int(supplier), int(buyer), float(score / highest)))
        for supplier, buyer, score in zip(pairs.supplier, pairs.buyer, pairs.score, strict=True)
    )


def _row(index: Index, network: SupplyNetwork, seen: Witness) -> MissingLink:
    named = (seen.supplier, seen.via, seen.peer, seen.buyer)
    supplier, via, peer, buyer = (shown(index, key) for key in named if key)
    return MissingLink(
        supplier=Named.of(index.enterprise(seen.supplier)),
        buyer=Named.of(index.enterprise(seen.buyer)),
        score=round(seen.score, 4),
        path=Sentence.from_text(
            "analysis.link_suggested", supplier=supplier, via=via, peer=peer, buyer=buyer
        ),
        claims=claims_of(*steps(network, seen)),
    )
