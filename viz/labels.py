"""The labels of edges: how their text breaks into lines, and how much room it takes."""

from typing import Final

from viz.cards import shortened, text_width, wrap
from viz.geometry import Point, Rectangle, around
from viz.scene import SceneEdge, Words

FONT: Final = 12
_WIDTH: Final = 150
_LINE: Final = 15


def broken(edge: SceneEdge) -> Words | None:
    """The label in lines, with a line break between them."""
    return (
        Words(*("\n".join(shortened(wrap(told, _WIDTH, FONT))) for told in edge.label))
        if edge.label
        else None
    )


def label_box(edge: SceneEdge, middle: Point) -> Rectangle | None:
    """The room that the label of an edge takes about its middle, in the longest of its languages; None without one."""
    lines = broken(edge)
    if not lines:
        return None
    wide = max(text_width(line, FONT) for told in lines for line in told.split("\n"))
    return around(middle, wide, max(told.count("\n") + 1 for told in lines) * _LINE)
