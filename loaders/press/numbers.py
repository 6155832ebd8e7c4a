"""Numbers that a text gives about a region or an event: how many contracts, for how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from graphmodel.domain.claims import Bound
from loaders.press import words
from loaders.press.language import Sentence, Token

_NUMBER: Final = r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
MONEY: Final = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<scale>тыс|млн|миллион|млрд|миллиард|трлн)?\w*\.?\s*"
    r"(?P<currency>руб|₽|долл|\$|евро|€|сум(?!м))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A number with what it counts; `unit` of money is none, for it has a currency."""

    measure: str
    value: Decimal
    bound: Bound
    span: tuple[int, int]
    unit: str | None = None
    currency: str | None = None


def _decimal(number: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", number).replace(",", "."))


def _bound(before: str) -> Bound:
    """What the words before a number say of it."""
    near = re.findall(r"\w+", before.lower())[-2:]
    if {"более", "свыше", "больше", "менее"} & set(near):
        return "at_least" if "менее" not in near or "не" in near else "at_most"
    if set(near) & words.ABOUT:
        return "about"
    return "at_most" if near[-1:] == ["до"] else "exact"


def _counted(sentence: Sentence, text: str) -> Iterator[Figure]:
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if not re.fullmatch(r"\d[\d\s]*", token.text):
            continue
        noun = _noun(tokens[number + 1 : number + 4])
        if noun is not None:
            start = _first_digit(tokens, number)
            measure = words.MEASURES[noun.lemma]
            bound = _bound(text[sentence.span[0] : start])
            value = _decimal(text[start : token.stop])
            yield Figure(measure, value, bound, (start, noun.stop), unit=measure)


def _first_digit(tokens: tuple[Token, ...], number: int) -> int:
    """Where a number begins whose thousands stand apart: «8 700»."""
    while (
        number
        and re.fullmatch(r"\d{3}", tokens[number].text)
        and re.fullmatch(r"\d{1,3}", tokens[number - 1].text)
    ):
        number -= 1
    return tokens[number].start


def _noun(after: tuple[Token, ...]) -> Token | None:
    """The noun that a number counts, adjectives between them allowed."""
    for token in after:
        if token.lemma in words.MEASURES:
            return token
        if token.pos != "ADJ":
            return None
    return None


def figures(sentence: Sentence, text: str) -> Iterator[Figure]:
    """The agreements that a sentence counts, and the sum that it gives for them."""
    counted = list(_counted(sentence, text))
    yield from counted
    if not counted:
        return
    start, stop = sentence.span
    for found in MONEY.finditer(text, counted[0].span[1], stop):
        scale = words.SCALES[found["scale"].lower()] if found["scale"] else 1
        currency = words.CURRENCIES[found["currency"].lower()]
        measure = (
            f"{counted[0].measure.removesuffix('s')}_value"
            if counted[0].measure != "memoranda"
            else "memorandum_value"
        )
        value = _decimal(found["number"]) * scale
        span = (counted[0].span[0], _word_end(text, found.end()))
        yield Figure(measure, value, _bound(text[start : found.start()]), span, currency=currency)
        return


def _word_end(text: str, position: int) -> int:
    found = re.compile(r"\w*").match(text, position)
    return found.end() if found else position
