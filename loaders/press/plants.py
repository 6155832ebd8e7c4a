"""Plants that are named by their place and kind: «Ковровский электромеханический завод», «Горьковский автозавод»."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.press.geography import adjective_place
from loaders.press.inflection import number_of
from loaders.press.language import Sentence, Token
from loaders.press.mentions import PLANTS, Mention, is_adjective

PROPER: Final = re.compile("[А-ЯЁ][а-яё-]+")


CAPITAL_OF_PLACE: Final = re.compile("[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|ую|их|ими|ом)")


def descriptive_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """«Ковровский электромеханический завод», «Завод колёс»-like names that begin with a capital adjective."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if (
            token.pos in ("ADJ", "PROPN")
            and PROPER.fullmatch(token.text)
            and not token.quoted
            and token.lemma.endswith(("ий", "ый"))
        ):
            stop = number + 1
            while stop < len(tokens) and tokens[stop].pos == "ADJ" and not tokens[stop].quoted:
                stop += 1
            bare = stop == number + 1 and genitives(tokens, stop + 1) == stop + 1
            first_word = not number and (
                bare or not CAPITAL_OF_PLACE.fullmatch(token.text) or _is_regional(token)
            )
            plant = stop < len(tokens) and tokens[stop].lemma in PLANTS
            described = number > 0 and stop - number > 1 and stop < len(tokens)
            company = described and tokens[stop].lemma in ("компания", "корпорация", "группа")
            if company or (plant and not first_word):
                yield number, genitives(tokens, stop + 1)


def _is_regional(token: Token) -> bool:
    """Whether an adjective is that of a region by its everyday name, so that it only describes: «Кубанский»."""
    place = adjective_place(token)
    official = place.names.ru if place and place.names else None
    return bool(place and place.code and not place.settlement and official) and not re.search(
        token.lemma[:-2], (official or "").lower()
    )


def coordinated_plants(sentence: Sentence) -> Iterator[Mention]:
    """«Горьковский и Ульяновский автозаводы»: two plants that share a noun."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma not in PLANTS or token.quoted or number_of(token) != "Plur":
            continue
        first = number
        while first and (PROPER.fullmatch(tokens[first - 1].text) and is_adjective(tokens[first - 1])):
            first -= 2 if first > 2 and tokens[first - 2].text in ("и", ",") else 1
            if not PROPER.fullmatch(tokens[first - 1].text):
                break
        owners = [n for n in range(max(first, 0), number) if PROPER.fullmatch(tokens[n].text)]
        if len(owners) > 1:
            for n in owners:
                name = f"{tokens[n].lemma.capitalize()} {token.lemma}"
                yield Mention(
                    "enterprise", name, sentence, owners[0], number + 1, number, token.case, None, True
                )


def genitives(tokens: tuple[Token, ...], stop: int) -> int:
    """The end of the genitives that belong to a noun before `stop`."""
    end = stop
    while (
        end < len(tokens)
        and tokens[end].case == "Gen"
        and tokens[end].pos in ("ADJ", "NOUN")
        and not tokens[end].capital
    ):
        end += 1
        if tokens[end - 1].pos == "NOUN":
            stop = end
    return stop
