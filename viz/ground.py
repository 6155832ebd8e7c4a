"""What edges are led over: the cards at their positions, and the headings of containers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from viz.cards import text_width
from viz.geometry import Point, Rectangle, around
from viz.scene import Card, Place, Spot

_HEADING: Final = {True: (13, 14, 21), False: (17, 14, 21)}
"""By whether a place has a parent: font, distance from the left and from the top to its middle, as the page has it."""

_BOLD: Final = 1.12


@dataclass(frozen=True)
class Ground:
    """Cards about their positions in a field that reaches `half` to each side of 0, 0."""

    positions: Sequence[Spot]
    cards: Sequence[Card]
    half: Point
    headings: Sequence[Rectangle] = ()

    def card(self, number: int, margin: float = 0) -> Rectangle:
        """The rectangle of a card."""
        card = self.cards[number]
        return around(self.positions[number], card.width, card.height, margin)


def heading(place: Place, box: Rectangle) -> Rectangle:
    """The room that the name of a container takes, in the longest of its languages."""
    font, left, top = _HEADING[place.parent is not None]
    width = min(max(_BOLD * text_width(title, font) for title in place.title), box[2] - box[0] - 2 * left)
    return box[0] + left, box[1] + top - font, box[0] + left + width, box[1] + top + font
