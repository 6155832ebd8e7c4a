"""What is delivered: the noun phrase beside a word of delivery."""

from typing import Final

from loaders.press.cast import Cast
from loaders.press.inflection import nominative_phrase
from loaders.press.language import Sentence

_NOT_GOODS: Final = frozenset(
    "год месяц рубль договор контракт соглашение рамка квартал поставка рынок число тысяча миллион конвейер адрес "
    "площадка партия основа срок итог сборка производство".split()
)
_CASES: Final = {
    "delivery": ("Gen",),
    "supplier": ("Gen",),
    "purchase": ("Gen",),
    "given": ("Nom",),
    "made": ("Nom",),
    "used": ("Nom",),
    "taken": ("Nom",),
    "equip": ("Ins",),
    "serve": ("Ins",),
}


def product(cast: Cast, sentence: Sentence, at: int, frame: str) -> str | None:
    """What is delivered: the accusative of a verb, the genitive of a noun, the nominative of a passive verb."""
    taken = {n for m in cast.mentions[id(sentence)] for n in range(m.first, m.last)}
    wanted = _CASES.get(frame, ("Acc", "Gen", "Nom"))
    tokens = sentence.tokens
    for number in (*range(at + 1, len(tokens)), *range(at - 1, -1, -1)):
        token = tokens[number]
        before = tokens[number - 1] if number else None
        if number in taken or token.quoted or token.pos != "NOUN" or token.case not in wanted or token.entity:
            continue
        first = number
        while first and tokens[first - 1].pos == "ADJ" and first - 1 not in taken:
            first -= 1
        governed = first and tokens[first - 1].pos == "ADP"
        if governed or (before and before.pos == "NOUN" and number - 1 != at) or token.lemma in _NOT_GOODS:
            continue
        return _phrase(cast, sentence, first, number, taken)
    return None


def _phrase(cast: Cast, sentence: Sentence, first: int, head: int, taken: set[int]) -> str:
    tokens, stop = sentence.tokens, head + 1
    while (
        stop < len(tokens)
        and stop not in taken
        and tokens[stop].pos in ("NOUN", "ADJ")
        and tokens[stop].case == "Gen"
    ):
        stop += 1
    return nominative_phrase(tokens[first:stop], cast.text)
