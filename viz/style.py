"""Colours and lines by kind and status: Okabe-Ito hues, darkened until they read as text on white."""

from typing import Any, Final

NODE_COLOURS: Final = {
    "Enterprise": "#005A8C",
    "Cluster": "#8F3F6E",
    "Agreement": "#A34700",
    "Event": "#7A5C00",
    "Region": "#4D5B6A",
    "Country": "#2F3A45",
}
EDGE_COLOURS: Final = {
    "MEMORANDUM": "#A34700",
    "SUPPLIES": "#005A8C",
    "MEMBER_OF": "#B08AA3",
    "OWNS": "#2F3A45",
    "SIGNED": "#A34700",
    "SIGNED_AT": "#7A5C00",
    "FOUNDS": "#8F3F6E",
}
_WIDTHS: Final = {"MEMORANDUM": 3.4, "SUPPLIES": 2.2, "OWNS": 2.2, "MEMBER_OF": 1.2}
_UNDIRECTED: Final = frozenset({"MEMORANDUM", "MEMBER_OF", "SIGNED", "SIGNED_AT"})
_ENDED: Final = "#7D858C"


def line(kind: str, status: str | None) -> dict[str, Any]:
    """How an edge is drawn, as attributes of vis-network: announced dashed, ended dotted and grey."""
    return {
        "color": _ENDED if status == "ended" else EDGE_COLOURS[kind],
        "width": _WIDTHS.get(kind, 1.6),
        "dashes": {"announced": [11, 7], "ended": [2, 6]}.get(status or "", False),
        "arrows": "" if kind in _UNDIRECTED else "to",
    }
