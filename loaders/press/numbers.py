"""Numbers that a text gives about a region or an event: how many contracts, for how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    if near[-1:] and re.match("превы[сш]", near[-1]):
        return "at_least"
    if {"более", "свыше", "больше", "менее"} & set(near):
        return "at_least" if "менее" not in near or "не" in near else "at_most"
    if set(near) & words.ABOUT:
        return "about"
    return "at_most" if near[-1:] == ["до"] else "exact"


_SCALED: Final = re.compile(r"(?:тыс|млн|тысяч|миллион)\w*\.?", re.IGNORECASE)


def _counted(sentence: Sentence, text: str) -> Iterator[Figure]:
    """Agreements by their number; suppliers where firms in number deliver."""
    tokens = sentence.tokens
    supplying = sentence.has(words.SUPPLY_VERBS["give"])
    for number in range(len(tokens)):
        value = _value(tokens, number, text)
        if value is None:
            continue
        after = tokens[number + 1 : number + 5]
        scale = words.SCALES["тыс"] if after and _SCALED.fullmatch(after[0].text) else 1
        noun = _noun(after[scale > 1 :])
        measure = words.MEASURES.get(noun.lemma) if noun else None
        if noun and not measure and supplying and noun.lemma in words.SUPPLIERS and noun.case == "Gen":
            measure = "suppliers"
        if noun and measure:
            start = _first_digit(tokens, number)
            bound = _bound(text[sentence.span[0] : start])
            yield Figure(measure, value * scale, bound, (start, noun.stop), unit=measure)


def _value(tokens: tuple[Token, ...], number: int, text: str) -> Decimal | None:
    """The number that a word gives in figures; in words, only where a sum of money follows it in the sentence."""
    token = tokens[number]
    if re.fullmatch(r"\d[\d\s]*(?:,\d+)?", token.text):
        return _decimal(text[_first_digit(tokens, number) : token.stop])
    spelled = words.SPELLED.get(token.lemma)
    return Decimal(spelled) if spelled and MONEY.search(text, token.stop, tokens[-1].stop) else None


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
        if token.lemma in words.MEASURES or token.lemma in words.SUPPLIERS:
            return token
        if token.pos != "ADJ":
            return None
    return None


def figures(sentence: Sentence, text: str, before: Figure | None = None) -> Iterator[Figure]:
    """The agreements that a sentence counts, and the sum that it gives for them or for those counted `before`."""
    counted = list(_counted(sentence, text))
    yield from counted
    deals = [figure for figure in counted if figure.measure != "suppliers"]
    start, stop = sentence.span
    if deals:
        found = MONEY.search(text, deals[0].span[1], stop)
        if found:
            yield _sum(found, _last_before(deals, found.start()), text, start)
    elif before and sentence.has(words.SUMS) and (found := MONEY.search(text, start, stop)):
        yield _sum(found, _named(sentence, before), text, start)


def _named(sentence: Sentence, before: Figure) -> Figure:
    """What a sum is the sum of: «сумма контрактов» says so itself."""
    measures = [words.MEASURES[token.lemma] for token in sentence.tokens if token.lemma in words.MEASURES]
    return replace(before, measure=measures[0]) if measures else before


def _last_before(deals: list[Figure], position: int) -> Figure:
    return [figure for figure in deals if figure.span[1] <= position][-1]


def _sum(found: re.Match[str], of: Figure, text: str, start: int) -> Figure:
    scale = words.SCALES[found["scale"].lower()] if found["scale"] else 1
    currency = words.CURRENCIES[found["currency"].lower()]
    value = _decimal(found["number"]) * scale
    first = of.span[0] if start <= of.span[0] < found.start() else found.start()
    span = (first, _word_end(text, found.end()))
    bound = _bound(text[start : found.start()])
    return Figure(words.SUM_OF[of.measure], value, bound, span, currency=currency)


def _word_end(text: str, position: int) -> int:
    found = re.compile(r"\w*").match(text, position)
    return found.end() if found else position
