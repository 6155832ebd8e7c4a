"""Which industries a region shows at an exhibition: «производства металлургии, станкостроения …»."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.press.cast import Cast
from loaders.press.events import Happening, nearest
from loaders.press.language import Sentence, Token
from loaders.press.mentions import is_adjective

_INDUSTRY: Final = re.compile(
    ".*(?:строение|ургия|электроника|фармацевтика|энергетика|химия|индустрия|логия)"
)
_BRANCH: Final = frozenset(("промышленность", "отрасль", "индустрия"))
_FEWEST: Final = 3
"""So many industries in one sentence are a list of what is shown."""


def _branches(tokens: tuple[Token, ...], number: int) -> Iterator[str]:
    """«фармацевтической и медицинской промышленности»: an industry for each adjective."""
    adjectives = []
    at = number - 1
    while at >= 0 and (is_adjective(tokens[at]) or tokens[at].text == "и"):
        adjectives += [tokens[at]] if tokens[at].text != "и" else []
        at -= 1
    for adjective in reversed(adjectives):
        yield f"{re.sub('(?:ий|ый|ой)$', 'ая', adjective.lemma)} {tokens[number].lemma}"


def _named(sentence: Sentence) -> list[str]:
    found: list[str] = []
    for number, token in enumerate(sentence.tokens):
        if token.pos != "NOUN" or token.quoted:
            continue
        if token.lemma in _BRANCH:
            found += _branches(sentence.tokens, number)
        elif _INDUSTRY.fullmatch(token.lemma):
            found.append(token.lemma)
    return list(dict.fromkeys(found))


def shown(cast: Cast, events: list[Happening]) -> Iterator[tuple[Happening, Sentence, list[str]]]:
    """The events at which industries are shown, with the sentences that list them."""
    for sentence in cast.sentences:
        industries = _named(sentence)
        event = nearest(cast, sentence, events) if len(industries) >= _FEWEST else None
        if event:
            yield event, sentence, industries
