"""Gaps: each kind on a cluster made by hand, what recipes leave open, and who may fill a gap."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis import Candidate, Gap, gaps, members
from graphmodel.analysis.gaps.network import LEAST_LINKS
from graphmodel.errors import NotFoundError
from tests.analysis.sketch import CLUSTER, Sketch


def cluster() -> Sketch:
    """Maker `m` in Krasnodar makes a plough that needs a disc; `p` in Bashkortostan is a member too."""
    sketch = Sketch().member("m", "p").makes("m", "plough").needs("plough", "disc", 24)
    return sketch.place("m", "RU-KDA").place("p", "RU-BA")


def only(sketch: Sketch) -> Gap:
    (row,) = gaps(sketch.graph(), CLUSTER).rows
    return row


def candidates(sketch: Sketch) -> dict[str, Candidate]:
    return {candidate.enterprise.id: candidate for candidate in only(sketch).candidates}


def test_no_producer() -> None:
    row = only(cluster())
    assert (row.kind, row.weight, row.candidates, row.suppliers) == ("no_producer", 24, (), ())
    assert [maker.id for maker in row.makers] == ["m"]
    assert row.claims == ("e-MEMBER_OF-m-c-", "e-PRODUCES-m-plough-", "e-REQUIRES-plough-disc-")


def test_outside_cluster_even_where_an_outsider_delivers() -> None:
    sketch = cluster().makes("x", "disc").place("x", "RU-TA")
    assert only(sketch).kind == "outside_cluster"
    row = only(sketch.supply("x", "m", "disc"))
    assert (row.kind, [supplier.id for supplier in row.suppliers]) == ("outside_cluster", ["x"])


def test_cross_border_only() -> None:
    sketch = cluster().makes("x", "disc").place("x", "DE")
    assert only(sketch).kind == "cross_border_only"
    assert only(sketch.makes("y", "disc")).kind == "outside_cluster", "where y is, is not known"


def test_a_border_between_members_is_no_gap() -> None:
    sketch = cluster().member("u").place("u", "UZ-TO").makes("u", "disc")
    assert only(sketch).kind == "unlinked"
    assert only(sketch.supply("u", "m", "disc")).kind == "single_source"


def test_unlinked_then_single_source_then_ok() -> None:
    sketch = cluster().makes("p", "disc").makes("x", "disc")
    assert only(sketch).kind == "unlinked"
    assert only(sketch.supply("x", "m", "disc")).kind == "unlinked", "the member still has no link"
    sketch = cluster().makes("p", "disc").supply("p", "m", "disc")
    assert only(sketch).kind == "single_source"
    row = only(sketch.supply("x", "m", "disc"))
    assert (row.kind, row.candidates) == ("ok", ())


def test_a_maker_that_makes_its_own_input_has_no_gap() -> None:
    assert only(cluster().makes("m", "disc")).kind == "ok"


def test_a_supply_of_something_else_is_no_delivery() -> None:
    sketch = cluster().makes("p", "disc").supply("p", "m", "paint")
    assert only(sketch).kind == "unlinked"
    assert only(sketch.supply("p", "m")).kind == "single_source", "a supply without a product may be it"


def test_a_supply_to_someone_else_is_no_delivery() -> None:
    assert only(cluster().makes("p", "disc").supply("p", "x", "disc")).kind == "unlinked"


def test_what_is_only_announced_is_marked() -> None:
    sketch = cluster().makes("p", "disc").supply("p", "m", "disc", status="announced")
    assert (only(sketch).kind, only(sketch).planned) == ("single_source", True)
    assert not only(cluster().makes("m", "disc")).planned
    assert not only(cluster()).planned


def test_what_has_ended_does_not_count() -> None:
    assert only(cluster().makes("p", "disc", status="ended")).kind == "no_producer"
    sketch = cluster().makes("p", "disc").supply("p", "m", "disc", status="ended")
    assert only(sketch).kind == "unlinked"
    left = Sketch().member("m", status="ended").makes("m", "plough").needs("plough", "disc")
    assert gaps(left.graph(), CLUSTER).rows == ()


def test_one_delivered_alternative_makes_the_others_needless() -> None:
    sketch = Sketch().member("m", "p").makes("m", "tractor").makes("p", "wheel")
    for needed in ("wheel", "track"):
        sketch.needs("tractor", needed, necessity="alternative")
    sketch.needs("tractor", "engine")
    assert [row.input.id for row in gaps(sketch.graph(), CLUSTER).rows] == ["engine", "track", "wheel"]
    sketch.supply("p", "m", "wheel")
    found = gaps(sketch.graph(), CLUSTER)
    assert [row.input.id for row in found.rows] == ["engine", "wheel"]
    assert [note.en for note in found.notes][1:] == [
        "tractor: one alternative is delivered (wheel), so these are not shown: track. "
        "The sources do not say which replaces which."
    ]


def test_options_and_variants_stay_and_say_so() -> None:
    sketch = cluster().needs("plough", "roller", 30, necessity="option")
    sketch.needs("plough", "knife", 24, necessity="variant", condition="tiller only")
    sketch.needs("plough", "paint", None)
    rows = gaps(sketch.graph(), CLUSTER).rows
    assert [(row.input.id, row.weight, row.necessity, row.condition) for row in rows] == [
        ("roller", 30, "option", None),
        ("disc", 24, "required", None),
        ("knife", 24, "variant", "tiller only"),
        ("paint", None, "required", None),
    ]


def test_members_and_unknown_clusters() -> None:
    graph = cluster().member("gone", status="ended").graph()
    assert [node.key for node in members(graph, CLUSTER)] == ["m", "p"]
    for ask in (members, gaps):
        with pytest.raises(NotFoundError) as error:
            ask(graph, "nowhere")
        assert error.value.render("en") == "There is no cluster “nowhere”; known ones: c"


def test_candidates_by_product_place_and_agreement() -> None:
    sketch = cluster().makes("near", "disc").place("near", "RU-KDA").makes("far", "disc").place("far", "DE")
    sketch.makes("signed", "disc").place("signed", "DE").memorandum("signed", "p").makes("lost", "disc")
    found = candidates(sketch)
    assert list(found) == ["near", "signed", "far", "lost"]
    near, signed, lost = (found[key] for key in ("near", "signed", "lost"))
    assert near.parts.model_dump() == {
        "product": 1,
        "network": None,
        "place": 1,
        "agreement": 0,
        "confidence": 1,
        "size": None,
    }
    assert near.score == pytest.approx((0.5 + 0.15 + 0.1) / 0.85, abs=1e-4)
    assert near.path.en == "near (RU-KDA) makes: disc; in the same region as the member: m."
    assert near.path.ru == "near (RU-KDA) производит: disc; тот же регион, что у члена кластера: m."
    assert signed.path.en == "signed (DE) makes: disc; has signed an agreement with the member: p."
    assert signed.claims == ("e-LOCATED_IN-signed-DE-", "e-MEMORANDUM-signed-p-", "e-PRODUCES-signed-disc-")
    assert lost.parts.place is None


def test_candidates_from_the_class_of_the_code() -> None:
    sketch = cluster()
    sketch.node("Product", "disc", okpd2=["28.30.92"], hs=["843290"])
    sketch.node("Product", "tine", okpd2=["28.30.93"])
    sketch.node("Product", "sowing machine", okpd2=["28.30.33.110"], hs=["843231"])
    sketch.makes("t", "tine").makes("s", "sowing machine")
    found = candidates(sketch)
    assert list(found) == ["t"]
    assert found["t"].parts.product == pytest.approx(0.75 * 5 / 6)
    assert "shares the OKPD2 class 28.30.9 with what is needed (disc)" in found["t"].path.en


def test_an_hs_heading_counts_where_one_code_is_no_more_than_that() -> None:
    sketch = cluster()
    sketch.node("Product", "disc", hs=["841229"])
    sketch.node("Product", "hydraulics", hs=["8412"])
    sketch.node("Product", "other", hs=["841210"])
    found = candidates(sketch.makes("h", "hydraulics").makes("o", "other"))
    assert {key: candidate.parts.product for key, candidate in found.items()} == {"h": 0.5}
    assert "HS heading 8412" in found["h"].path.en


def test_ended_enterprises_are_no_candidates_and_planned_ones_are_marked() -> None:
    sketch = cluster().makes("gone", "disc").makes("soon", "disc", status="announced")
    sketch.node("Enterprise", "gone", status="ended")
    assert candidates(sketch)["soon"].path.en == "soon plans to make: disc."
    assert "gone" not in candidates(sketch)


def test_an_enterprise_that_is_only_announced_plans() -> None:
    sketch = cluster().makes("site", "disc")
    sketch.node("Enterprise", "site", status="announced")
    assert candidates(sketch)["site"].path.en == "site plans to make: disc."


def test_an_announced_agreement_counts_half() -> None:
    sketch = cluster().makes("x", "disc").memorandum("x", "p", status="announced")
    assert candidates(sketch)["x"].parts.agreement == 0.5
    assert candidates(sketch)["x"].path.en.endswith("has announced an agreement with the member: p.")


def test_who_delivers_already_is_no_candidate() -> None:
    sketch = cluster().makes("p", "disc").makes("x", "disc").supply("p", "m", "disc")
    assert only(sketch).kind == "single_source"
    assert list(candidates(sketch)) == ["x"]


def test_who_needs_the_input_too_is_no_candidate_unless_it_has_it() -> None:
    sketch = cluster()
    sketch.node("Product", "disc", okpd2=["28.30.92"])
    sketch.node("Product", "tine", okpd2=["28.30.92"])
    sketch.makes("rival", "plough").makes("rival", "tine")
    assert candidates(sketch) == {}
    assert list(candidates(sketch.makes("rival", "disc"))) == ["rival"]


def test_members_first_and_unnamed_ones_marked() -> None:
    sketch = cluster().makes("p", "disc").makes("x", "disc").place("x", "RU-KDA")
    sketch.node("Enterprise", "p", placeholder=True)
    best = only(sketch).candidates[0]
    assert best.enterprise.placeholder
    assert best.path.en.startswith("an enterprise that the source does not name, “p” (RU-BA) makes: disc")
    assert best.path.en.endswith("belongs to the cluster.")


def with_network(links: int) -> Sketch:
    """`u` supplies `x` as `y` does, and `y` supplies the maker; `v` supplies nobody; and `links` in all."""
    sketch = cluster().makes("u", "disc").makes("v", "disc")
    sketch.supply("u", "x").supply("y", "x").supply("y", "m", "paint")
    for i in range(links - 3):
        sketch.supply(f"s{i}", f"b{i}")
    return sketch


def test_the_network_speaks_of_who_supplies_as_a_supplier_does() -> None:
    found = candidates(with_network(LEAST_LINKS))
    assert {key: candidate.parts.network for key, candidate in found.items()} == {"u": 1.0, "v": 0.0}
    assert found["u"].path.en == ("u makes: disc; delivers to x, as does y, and y delivers to the member: m.")
    steps = {"e-SUPPLIES-u-x-", "e-SUPPLIES-y-x-", "e-SUPPLIES-y-m-paint"}
    assert steps <= set(found["u"].claims)
    assert gaps(with_network(LEAST_LINKS).graph(), CLUSTER).notes == ()


def test_who_delivers_something_else_already_is_near() -> None:
    sketch = with_network(LEAST_LINKS).supply("v", "m", "paint")
    found = candidates(sketch)
    assert found["v"].parts.network == 1
    assert found["v"].path.en == "v makes: disc; delivers to the member already: m."
    assert "e-SUPPLIES-v-m-paint" in found["v"].claims


def test_size_is_the_stated_value_in_the_commonest_currency() -> None:
    sketch = (
        cluster().makes("large", "disc").makes("small", "disc").makes("euro", "disc").makes("none", "disc")
    )
    sketch.supply("large", "x", "paint", value=4000, currency="RUB")
    sketch.supply("small", "x", "paint", value=1000, currency="RUB")
    sketch.supply("euro", "x", "paint", value=9999, currency="EUR")
    found = candidates(sketch)
    assert {key: candidate.parts.size for key, candidate in found.items()} == {
        "large": 1,
        "small": 0.25,
        "euro": None,
        "none": None,
    }
    assert found["large"].score > found["small"].score > found["euro"].score == found["none"].score
    assert found["large"].path.en == "large makes: disc; delivers goods worth 4,000 RUB, as sources say."
    assert "e-SUPPLIES-large-x-paint" in found["large"].claims


def test_a_small_network_abstains_and_says_so() -> None:
    sketch = with_network(LEAST_LINKS - 1)
    assert {candidate.parts.network for candidate in candidates(sketch).values()} == {None}
    (note,) = gaps(sketch.graph(), CLUSTER).notes
    assert note.en.startswith("The graph has 29 supply links, fewer than 30")


def test_a_network_that_knows_no_candidate_is_left_out_and_says_so() -> None:
    sketch = cluster().makes("v", "disc")
    for i in range(LEAST_LINKS):
        sketch.supply(f"s{i}", f"b{i}")
    (note,) = gaps(sketch.graph(), CLUSTER).notes
    assert note.en.startswith("The supply network says nothing")


ENTERPRISES, PRODUCTS = "abcdef", "xyzuv"
makings = st.lists(
    st.tuples(st.sampled_from(ENTERPRISES), st.sampled_from(PRODUCTS)), max_size=8, unique=True
)
supplies = st.tuples(
    st.sampled_from(ENTERPRISES), st.sampled_from(ENTERPRISES), st.sampled_from(PRODUCTS)
).filter(lambda supply: supply[0] != supply[1])
recipes = st.lists(
    st.tuples(
        st.sampled_from("xyz"), st.sampled_from("zuv"), st.sampled_from(("required", "alternative", "option"))
    ).filter(lambda line: line[0] != line[1]),
    min_size=1,
    max_size=6,
    unique_by=lambda line: line[:2],
)


def drawn(
    made: list[tuple[str, str]],
    recipe: list[tuple[str, str, str]],
    given_supplies: list[tuple[str, str, str]],
    names: dict[str, str],
) -> Sketch:
    sketch = Sketch().member(*(names[key] for key in "abc"))
    for i, (product, needed, necessity) in enumerate(recipe):
        sketch.needs(product, needed, i % 3 or None, necessity=necessity)
    for enterprise, product in made:
        sketch.makes(names[enterprise], product)
    for supplier, buyer, product in given_supplies:
        sketch.supply(names[supplier], names[buyer], product)
    return sketch


SAME = {key: key for key in ENTERPRISES}


@settings(max_examples=60, deadline=None)
@given(makings, recipes, st.lists(supplies, max_size=8, unique=True), supplies)
def test_a_further_supply_never_adds_a_gap(
    made: list[tuple[str, str]],
    recipe: list[tuple[str, str, str]],
    given_supplies: list[tuple[str, str, str]],
    further: tuple[str, str, str],
) -> None:
    def missing(sketch: Sketch) -> set[tuple[str, str]]:
        rows = gaps(sketch.graph(), CLUSTER).rows
        return {(row.product.id, row.input.id) for row in rows if row.kind != "ok"}

    before = drawn(made, recipe, given_supplies, SAME)
    after = drawn(made, recipe, [*given_supplies, further], SAME)
    assert missing(after) <= missing(before)


@settings(max_examples=60, deadline=None)
@given(makings, recipes, st.lists(supplies, max_size=8, unique=True), st.permutations(ENTERPRISES))
def test_relabelling_changes_no_kind_and_rows_are_sorted_with_claims(
    made: list[tuple[str, str]],
    recipe: list[tuple[str, str, str]],
    given_supplies: list[tuple[str, str, str]],
    order: list[str],
) -> None:
    new = dict(zip(ENTERPRISES, order, strict=True))
    rows = gaps(drawn(made, recipe, given_supplies, SAME).graph(), CLUSTER).rows
    renamed = gaps(drawn(made, recipe, given_supplies, new).graph(), CLUSTER).rows
    shown = [
        (r.product.id, r.input.id, r.kind, {new[c.enterprise.id]: c.score for c in r.candidates})
        for r in rows
    ]
    assert shown == [
        (r.product.id, r.input.id, r.kind, {c.enterprise.id: c.score for c in r.candidates}) for r in renamed
    ]
    weights = [-1.0 if row.weight is None else row.weight for row in rows]
    assert weights == sorted(weights, reverse=True)
    assert all(row.claims and all(c.claims and 0 < c.score <= 1 for c in row.candidates) for row in rows)
    for row in rows:
        scores = [candidate.score for candidate in row.candidates]
        assert scores == sorted(scores, reverse=True)
