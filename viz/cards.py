"""How wide text is, how it breaks into lines, and so how large a card is. Pixels at zoom 1.

The widths are those of a rather wide sans serif; the page presses a line together where a font is wider still.
"""

from typing import Final

from viz.scene import Card, SceneNode, Words

WIDTH: Final = 204
TEXT_WIDTH: Final = 178
LINE: Final = 18
FRAME: Final = 34
FONT: Final = 14
MOST_LINES: Final = 7
_NARROW: Final = frozenset(" .,:;!|'’ʻ‘()[]ijltfrI-")
_WIDE: Final = frozenset("mwMWжшщюмфыЖШЩЮМФЫДОQ@%—")


def text_width(text: str, font: int = FONT) -> float:
    """The width of one line of `text` in a font of `font` pixels, rather too wide than too narrow."""
    ems = sum(0.36 if c in _NARROW else 0.82 if c in _WIDE else 0.68 if c.isupper() else 0.57 for c in text)
    return ems * font


def _broken(word: str, width: float, font: int) -> list[str]:
    """A word in pieces that fit, with hyphens between them."""
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(f"{pieces[-1]}{char}-", font) > width:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += char
    return pieces


def wrap(text: str, width: float = TEXT_WIDTH, font: int = FONT) -> tuple[str, ...]:
    """`text` in lines of at most `width`; a longer word is broken."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, font) <= width:
            lines[-1] = longer
            continue
        pieces = [word] if text_width(word, font) <= width else _broken(word, width, font)
        lines = [*(lines if lines[-1] else []), *pieces]
    return tuple(lines)


def shortened(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines, or the first of very many and then an ellipsis."""
    return (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…") if len(lines) > MOST_LINES else lines


def card_of(node: SceneNode) -> Card:
    """The card of a node, high enough for its title in any language; a title of very many lines ends early."""
    broken = [shortened(wrap(title)) for title in node.title]
    height = FRAME + LINE * max(len(lines) for lines in broken)
    return Card(width=WIDTH, height=height, lines=Words(*("\n".join(lines) for lines in broken)))
