"""Small graphs drawn by hypothesis: enterprises that make, need and supply a few products in a few places."""

from typing import Any

from hypothesis import strategies as st

from graphmodel.domain.graph import Graph
from tests.analysis.sketch import Sketch

ENTERPRISES = tuple("abcdefg")
PRODUCTS = ("plough", "disc", "frame", "hitch")
CODES = {"plough": ["28.30.31"], "disc": ["28.30.93.1"], "frame": ["28.30.93"], "hitch": ["28.30.93.110"]}
PLACES = ("RU-KDA", "RU-BA", "RU", "UZ-TK", "UZ")
_STATUS = st.sampled_from(["active", "active", "announced", "ended"])
_firm, _good = st.sampled_from(ENTERPRISES), st.sampled_from(PRODUCTS)


def _but_the_last(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return row[:-1]


def _first(row: tuple[str, str]) -> str:
    return row[0]


def _few(*parts: st.SearchStrategy[Any], most: int = 8) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """At most so many rows of these parts, no two that differ in the status at the end alone."""
    return st.lists(st.tuples(*parts), max_size=most, unique_by=_but_the_last)


def to_itself() -> Graph:
    """An enterprise that supplies itself, as two that were merged do: it is its own supplier and its own buyer."""
    sketch = Sketch()
    sketch.node("Cluster", "c")
    for key in ENTERPRISES:
        sketch.node("Enterprise", key, placeholder=key == "g", status="active", confidence=1.0)
    for code in PRODUCTS:
        sketch.node("Product", code, okpd2=CODES[code])
    return sketch.supply("a", "a", "disc", status="active").graph()


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph with a cluster, in which everything may have ended."""
    sketch = Sketch()
    sketch.node("Cluster", "c")
    for key in ENTERPRISES:
        status = draw(st.sampled_from(["active", "active", "active", "ended"]))
        sketch.node("Enterprise", key, placeholder=key == "g", status=status, confidence=1.0)
    for code in PRODUCTS:
        sketch.node("Product", code, okpd2=CODES[code])
    for key, status in draw(_few(_firm, _STATUS, most=5)):
        sketch.member(key, status=status)
    for key, code, status in draw(_few(_firm, _good, _STATUS)):
        sketch.makes(key, code, status=status)
    for one, other, code, status in draw(_few(_firm, _firm, st.none() | _good, _STATUS, most=12)):
        sketch.supply(one, other, code, status=status)
    for product, needed, points in draw(_few(_good, _good, st.sampled_from([None, 5.0, 20.0]), most=6)):
        if product != needed:
            sketch.needs(product, needed, points)
    for key, region in draw(
        st.lists(st.tuples(_firm, st.sampled_from(PLACES)), unique_by=lambda row: row[0])
    ):
        sketch.place(key, region)
    for one, other, status in draw(_few(_firm, _firm, _STATUS, most=3)):
        if one < other:
            sketch.memorandum(one, other, status=status)
    return sketch.graph()
