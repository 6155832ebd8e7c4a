"""Which inputs the members of a cluster lack for what they make, and who may deliver them.

Recipes come from the points of the localisation rules (Government decree 719, annex III): what makes a gap is the
product that is needed, not how similar two enterprises are.
"""

from collections.abc import Iterator
from typing import Final, get_args

from graphmodel.analysis.clusters import cluster, memberships
from graphmodel.analysis.gaps.candidates import candidates
from graphmodel.analysis.gaps.needs import Need, Recipe, recipes
from graphmodel.analysis.gaps.neighbourhood import Neighbourhood
from graphmodel.analysis.gaps.network import LEAST_LINKS
from graphmodel.analysis.index import Index
from graphmodel.analysis.results import Gap, Gaps, Named, Necessity, Sentence
from graphmodel.domain.graph import Graph

_ORDER: Final[tuple[str, ...]] = get_args(Necessity)


def gaps(graph: Graph, cluster_id: str) -> Gaps:
    """Every input that the recipes of the members' products require, typed, the heaviest first, unknown weights last.

    The kind is the first of these that holds:

    * `no_producer`: nobody in the graph makes or delivers the input.
    * `cross_border_only`: nobody in the cluster does, and all who do are in other countries than all members that make
      the product. (Between members a border is no gap: an interstate cluster is there to cross it.)
    * `outside_cluster`: nobody in the cluster does, others do. `suppliers` says whether they deliver already.
    * `ok`: a member that makes the product makes the input itself.
    * `unlinked`: a member has it, but no member delivers it to a member that makes the product.
    * `single_source`: one enterprise alone delivers it.
    * `ok`: several deliver it, a member among them.

    A delivery is a supply of the input to a member that makes the product; a supply that names no product counts where
    its supplier is known to have the input. What has ended, and what ended enterprises do, is left out; what is only
    announced counts and is marked (`planned`).

    `option` and `variant` inputs are rows with their own weight and `necessity`: not every machine needs them. The
    sources do not say which alternatives replace which, so the first honest rule is: where one alternative of a
    product is delivered, its other alternatives are no rows; the notes name them.

    Raises NotFoundError for an unknown cluster.
    """
    index = Index(graph)
    node = cluster(index, cluster_id)
    around = Neighbourhood(index, memberships(index, cluster_id))
    found = recipes(index, around.members)
    rows = sorted((_gap(around, need) for recipe in found for need in recipe.asked), key=_heaviest_first)
    notes = (*_network_note(around, rows), *_left_out(index, found))
    return Gaps(cluster=Named.of(node), rows=tuple(rows), notes=notes)


def _heaviest_first(gap: Gap) -> tuple[bool, float, int, str, str, str]:
    unknown = gap.weight is None
    order = _ORDER.index(gap.necessity)
    return unknown, -(gap.weight or 0.0), order, gap.product.id, gap.input.id, gap.condition or ""


def _network_note(around: Neighbourhood, rows: list[Gap]) -> tuple[Sentence, ...]:
    found = [candidate for row in rows for candidate in row.candidates]
    if around.network.abstains:
        links = len(around.network.edges)
        return (Sentence.from_text("analysis.network_abstains", links=links, least=LEAST_LINKS),)
    if found and all(candidate.parts.network is None for candidate in found):
        return (Sentence.from_text("analysis.network_silent"),)
    return ()


def _left_out(index: Index, found: list[Recipe]) -> Iterator[Sentence]:
    for recipe in found:
        if recipe.left_out:
            yield Sentence.from_text(
                "analysis.alternatives_left_out",
                product=Named.of(index.product(recipe.product)),
                delivered=_listed(index, recipe.delivered_alternatives),
                hidden=_listed(index, recipe.left_out),
            )


def _listed(index: Index, needs: list[Need]) -> Sentence:
    names = sorted((Named.of(index.product(need.input)) for need in needs), key=lambda named: named.id)
    return Sentence(ru=", ".join(n.name_ru for n in names), en=", ".join(n.name_en for n in names))


def _gap(around: Neighbourhood, need: Need) -> Gap:
    index, recipe = around.index, need.requires.properties
    return Gap(
        product=Named.of(index.product(need.product)),
        input=Named.of(index.product(need.input)),
        kind=need.kind,
        weight=recipe.get("points"),
        necessity=recipe.get("necessity", "required"),
        condition=recipe.get("condition"),
        makers=tuple(Named.of(index.enterprise(key)) for key in sorted(need.makers)),
        suppliers=tuple(Named.of(index.enterprise(key)) for key in sorted(need.deliveries)),
        planned=need.planned,
        candidates=() if need.kind == "ok" else candidates(around, need),
        claims=need.claims,
    )
