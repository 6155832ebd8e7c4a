"""Missing links: what the supplies suggest, why, and where they say nothing."""

import pytest

from graphmodel.analysis import missing_links
from graphmodel.analysis.gaps.network import LEAST_LINKS
from graphmodel.errors import NotFoundError
from tests.analysis.sketch import CLUSTER, Sketch


def square(links: int = LEAST_LINKS) -> Sketch:
    """`u` supplies `x` as `y` does, and `y` supplies `v`, a member; the other supplies join no more pairs."""
    sketch = Sketch().supply("u", "x").supply("y", "x").supply("y", "v").member("v")
    for i in range(links - 3):
        sketch.supply(f"s{i}", f"b{i}")
    return sketch


def pairs(sketch: Sketch, cluster: str | None = None, company: str | None = None) -> list[tuple[str, str]]:
    rows = missing_links(sketch.graph(), cluster, company).rows
    return [(row.supplier.id, row.buyer.id) for row in rows]


def test_a_closed_square_is_suggested_with_its_supplies() -> None:
    (row,) = missing_links(square().graph()).rows
    assert (row.supplier.id, row.buyer.id, row.score) == ("u", "v", 1)
    assert row.path.en == "u delivers to x, as does y, and y delivers to v."
    assert row.path.ru == "u поставляет тому же покупателю (x), что и y, а y поставляет предприятию v."
    assert row.claims == ("e-SUPPLIES-u-x-", "e-SUPPLIES-y-v-", "e-SUPPLIES-y-x-")


def test_the_scope_is_a_cluster_as_buyers_or_a_company_either_way() -> None:
    sketch = square().supply("y", "w")
    assert sorted(pairs(sketch)) == [("u", "v"), ("u", "w")]
    assert pairs(sketch, cluster=CLUSTER) == pairs(sketch, company="v") == [("u", "v")]
    assert sorted(pairs(sketch, company="u")) == [("u", "v"), ("u", "w")]
    assert len(missing_links(sketch.graph(), most=1).rows) == 1


def test_a_supply_that_is_there_is_not_missing_but_one_that_ended_is() -> None:
    assert pairs(square().supply("u", "v")) == []
    assert pairs(square().supply("u", "v", status="ended")) == [("u", "v")]


def test_few_links_suggest_nothing_and_say_so() -> None:
    found = missing_links(square(LEAST_LINKS - 1).graph())
    assert found.rows == ()
    assert [note.en for note in found.notes] == [
        "The graph has 29 supply links, fewer than 30: the supply network suggests nothing."
    ]
    assert missing_links(Sketch().graph()).rows == ()


def test_silence_is_told() -> None:
    found = missing_links(square().graph(), company="s0")
    assert (found.rows, found.notes[0].en) == (
        (),
        "The supply network suggests nothing here; recipes may say more.",
    )


def test_an_unnamed_enterprise_is_marked() -> None:
    sketch = square()
    sketch.node("Enterprise", "u", placeholder=True)
    (row,) = missing_links(sketch.graph()).rows
    assert row.supplier.placeholder
    assert row.path.en.startswith("an enterprise that the source does not name, “u” delivers")


def test_unknown_clusters_and_companies() -> None:
    with pytest.raises(NotFoundError):
        missing_links(square().graph(), cluster_id="nowhere")
    with pytest.raises(NotFoundError, match="nobody"):
        missing_links(square().graph(), company="nobody")


def newcomer() -> Sketch:
    """`new` makes tines and has no supplies; `old` makes discs, of the same class: `s` delivers to it, `b` buys."""
    sketch = square().supply("s", "old").supply("old", "b")
    sketch.node("Product", "disc", okpd2=["28.30.92"])
    sketch.node("Product", "tine", okpd2=["28.30.93"])
    return sketch.makes("old", "disc").makes("new", "tine")


def test_a_newcomer_gets_the_partners_of_its_class() -> None:
    rows = {
        (row.supplier.id, row.buyer.id): row for row in missing_links(newcomer().graph(), company="new").rows
    }
    assert rows.keys() == {("s", "new"), ("new", "b")}
    buys, sells = rows["s", "new"], rows["new", "b"]
    assert buys.path.en == (
        "s delivers to enterprises of the same OKPD2 class 28.30 as new (1 of them), such as old."
    )
    assert buys.claims == ("e-PRODUCES-new-tine-", "e-PRODUCES-old-disc-", "e-SUPPLIES-s-old-")
    assert (
        sells.path.ru
        == "b покупает у предприятий того же класса ОКПД2 28.30, что и new (их 1), например: old."
    )
    assert max(buys.score, sells.score) == 1


def test_a_newcomer_of_which_no_class_is_known_gets_none() -> None:
    sketch = square().makes("new", "thing")
    assert pairs(sketch, company="new") == []
