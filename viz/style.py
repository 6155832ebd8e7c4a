"""Colours and lines by kind and status: Okabe-Ito hues, darkened to read as text on white, lightened on black."""

from typing import Any, Final, NamedTuple


class Colour(NamedTuple):
    """One colour on a light and on a dark page."""

    light: str
    dark: str


class Line(NamedTuple):
    """How one kind of edge is drawn; `width` in pixels at zoom 1."""

    colour: Colour
    width: float
    directed: bool


_BLUE: Final = Colour("#005A8C", "#6CB8E6")
_PURPLE: Final = Colour("#8F3F6E", "#E0A3C8")
_ORANGE: Final = Colour("#A34700", "#F0A15E")
_OCHRE: Final = Colour("#7A5C00", "#E3C35C")
_GREY: Final = Colour("#4D5B6A", "#A9B6C2")
_INK: Final = Colour("#2F3A45", "#C9D3DC")
_RED: Final = Colour("#B3261E", "#FF9A8F")
_GREEN: Final = Colour("#00664A", "#56C9A2")

NODE_COLOURS: Final = {
    "Enterprise": _BLUE,
    "Cluster": _PURPLE,
    "Agreement": _ORANGE,
    "Event": _OCHRE,
    "Region": _GREY,
    "Country": _INK,
    "Gap": _RED,
}
LINES: Final = {
    "MEMORANDUM": Line(_ORANGE, 3.4, directed=False),
    "SUPPLIES": Line(_BLUE, 2.2, directed=True),
    "MEMBER_OF": Line(Colour("#B08AA3", "#8A6A80"), 1.4, directed=False),
    "OWNS": Line(_INK, 2.2, directed=True),
    "SIGNED": Line(_ORANGE, 1.6, directed=False),
    "SIGNED_AT": Line(_OCHRE, 1.6, directed=False),
    "FOUNDS": Line(_PURPLE, 1.6, directed=True),
    "LACKS": Line(_RED, 2.2, directed=True),
    "MAY_SUPPLY": Line(_GREEN, 1.6, directed=True),
}
ENDED: Final = Colour("#7D858C", "#78828B")


def as_json() -> dict[str, Any]:
    """The style as the page reads it; a colour is [light, dark]."""
    return {
        "nodes": NODE_COLOURS,
        "edges": {kind: line._asdict() for kind, line in LINES.items()},
        "ended": ENDED,
    }
