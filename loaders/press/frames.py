"""What the places around a word of delivery mean: «X поставляет Y», «Y закупает у X», «поставщик Y – X»."""

from typing import Final, Literal

from loaders.press import words
from loaders.press.language import Token

Part = Literal["supplier", "buyer"]
S: Final = "supplier"
B: Final = "buyer"

FRAMES: Final[dict[str, dict[str, Part]]] = {
    "give": {"subj": S, "obj": S, "from": S, "dat": B, "to": B, "to_of": B, "dat_of": B, "в адрес": B},
    "given": {"ins": S, "from": S, "from_of": S, "subj_of": S, "dat": B, "to": B, "to_of": B, "dat_of": B},
    "make": {"subj": S, "obj": S, "dat": B, "to": B, "to_of": B, "по_of": B},
    "assemble": {"subj": B, "obj": B, "from_of": S},
    "made": {"ins": S, "at": S, "at_of": S, "from": S, "dat": B, "to": B, "to_of": B, "по_of": B},
    "serve": {"subj": S, "obj": B, "obj_of": B},
    "equip": {"subj": B, "subj_of": B, "obj_of": B, "ins_of": S, "from": S},
    "take": {"subj": B, "obj": B, "subj_of": B, "from": S, "from_of": S, "obj_of": S, "to": B, "to_of": B},
    "taken": {"ins": B, "from": S, "from_of": S, "subj_of": S, "to": B, "to_of": B},
    "use": {"subj": B, "obj": B, "subj_of": B, "obj_of": S, "from": S, "to_of": B, "at_of": B},
    "used": {"subj_of": S, "to": B, "to_of": B, "at": B, "at_of": B, "ins": B, "from": S},
    "switch": {"subj": B, "obj": B, "subj_of": B, "to_of": S, "obj_of": S},
    "delivery": {
        "subj": S,
        "ins": S,
        "from": S,
        "from_of": S,
        "dat": B,
        "to": B,
        "to_of": B,
        "dat_of": B,
        "в адрес": B,
    },
    "purchase": {"subj": B, "gen": B, "from": S, "from_of": S},
    "supplier": {"subj": S, "gen": B, "to": B, "to_of": B, "gen_of": B},
    "customer": {"subj": B, "gen": S, "gen_of": S},
    "dealer": {"subj": B, "gen": S, "gen_of": S},
}
"""The part that an enterprise plays by its slot; `_of` marks the enterprise of a noun there: «двигатели X»."""


SAID: Final = frozenset(("supplier", "customer", "dealer"))
"""Frames of nouns that are said of somebody."""
ACROSS: Final[dict[Part, Part]] = {S: B, B: S}
ALTERNATIVES: Final = {"equip": ("serve",), "make": ("assemble",)}
"""Frames of the same verb, where the first tells of no supplier: «оснащает завод», «собирает из комплектов X»."""


def frame_of(token: Token) -> str | None:
    """The frame of a word."""
    if token.quoted:
        return None
    if token.pos == "NOUN":
        return words.SUPPLY_NOUNS.get(token.lemma)
    if token.pos not in ("VERB", "ADJ"):
        return None
    frame = next((frame for frame, lemmas in words.SUPPLY_VERBS.items() if token.lemma in lemmas), None)
    passive = token.passive or token.text.lower().endswith(("ся", "сь")) or (token.pos == "ADJ")
    return words.PASSIVES.get(frame, frame) if frame and passive else frame
