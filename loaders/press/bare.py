"""Names without quotation marks: organisations that natasha sees, Latin names, abbreviations, plants of a place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graphmodel.domain.names import LEGAL_FORMS
from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.geography import adjective_place, noun_place
from loaders.press.inflection import (
    adjectival,
    is_common,
    is_organisation,
    may_be_nominative,
    nominative_phrase,
)
from loaders.press.language import Sentence, Token
from loaders.press.mentions import PLANTS, Head, Mention, event_like, head_of, is_adjective, whereabouts
from loaders.press.plants import CAPITAL_OF_PLACE, PROPER, descriptive_runs
from loaders.press.quotations import is_role
from loaders.press.quotes import CLOSING, MARKS

_PAIR: Final = 2


def _never(tokens: tuple[Token, ...], *, begins: bool) -> bool:
    """Whether a run of capitals is no firm: a common noun, a place, an authority, a newspaper, a machine, an event."""
    described = len(tokens) == _PAIR and tokens[1].lemma in PLANTS and adjective_place(tokens[0]) is not None
    general = begins and (described or all(map(_is_kind_of_plant, tokens)))
    if general or _is_description(tokens) or any(map(_is_body, tokens)):
        return True
    if any(token.lemma in words.NEVER | words.MEDIA for token in tokens):
        return not any(token.lemma in words.FIRMS for token in tokens[:3]) or tokens[0].lemma in words.NEVER
    return event_like(" ".join(token.text for token in tokens))


def _is_body(token: Token) -> bool:
    """Whether a word is an authority, a university, a union of states, or what a machine is called."""
    pattern = words.AUTHORITY.fullmatch(token.text) or words.UNIVERSITY.fullmatch(token.text)
    return bool(pattern or _MODEL.fullmatch(token.text)) or token.lemma in words.BLOCS


def _is_description(tokens: tuple[Token, ...]) -> bool:
    """Whether words only describe: «Челнинское предприятие», «Тракторный завод», «Машиностроители», «Фергана»."""
    if len(tokens) == 1 and (noun_place(tokens[0]) or _is_common(tokens[0])):
        return True
    if all(token.text == "и" or noun_place(token) for token in tokens):
        return True
    general = words.FIRMS - PLANTS - words.FORMS
    common = len(tokens) < 3 and tokens[-1].lemma in general
    return all(token.text.casefold() in LEGAL_FORMS or is_adjective(token) for token in tokens) or (
        common and all(is_adjective(token) or token.lemma in words.FIRMS for token in tokens)
    )


def _is_kind_of_plant(token: Token) -> bool:
    return token.lemma in PLANTS or (is_adjective(token) and not CAPITAL_OF_PLACE.fullmatch(token.text))


_MODEL: Final = re.compile(r"[А-ЯЁA-Z]{1,2}-?\d+\w*")
"""What a machine is called: «К-7», «W430»."""


def _is_common(token: Token) -> bool:
    """Whether a word with a capital is one of the dictionary, so that it only begins the sentence."""
    return bool(re.fullmatch("[А-ЯЁ][а-яё]+", token.text)) and is_common(token.text)


_SIGNS: Final = frozenset(("(", ")", *MARKS, *CLOSING))
_CAPITALS: Final = re.compile("[А-ЯЁ]{2,}[а-я]{0,2}")


def _is_name(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a word without quotation marks belongs to the name of an organisation."""
    if number >= len(tokens):
        return False
    token = tokens[number]
    shouted = token.text.isupper() and len(token.text) > 2 and _shouted(tokens)
    if shouted or (number + 1 < len(tokens) and tokens[number + 1].text in MARKS):
        return False
    if token.entity == "ORG" or words.NUMBERED.fullmatch(token.text) or words.COMPOUND.fullmatch(token.text):
        return True
    if token.capital and token.pos == "PROPN" and not token.text.isupper() and is_organisation(token.text):
        return True
    if token.latin:
        return token.capital and token.entity == "" and not re.fullmatch("[IVXLC]+|.", token.text)
    return (
        len(token.text) > 2
        and bool(_CAPITALS.fullmatch(token.text))
        and token.pos == "PROPN"
        and not _shouted(tokens)
    )


def _shouted(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence is written in capitals."""
    letters = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 2]
    return sum(word.isupper() for word in letters) * 2 > len(letters)


def _bare_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Names without quotation marks: what natasha sees as organisations, and words in Latin letters."""
    start = None
    tokens = sentence.tokens
    for number, token in enumerate(
        (*tokens, replace(tokens[-1], text=".", entity="", lemma="", quoted=False))
    ):
        named = not token.quoted and token.text not in _SIGNS and _is_name(tokens, number)
        joined = start is not None and tokens[number - 1 if number else 0].latin and _joins(tokens, number)
        if named and start is None:
            start = number
        elif start is not None and not named and not joined:
            yield start, number
            start = None


def _joins(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a word belongs to the Latin name before it: «Hydravlika 96», «X GmbH & Co. KG»."""
    if number >= len(tokens):
        return False
    following = tokens[number + 1 : number + 2]
    sign = tokens[number].text in ("&", ",") and bool(following)
    dated = bool(following) and following[0].text.lower() in words.MONTHS
    return (tokens[number].text.isdigit() and not dated) or (
        sign and following[0].text.casefold() in LEGAL_FORMS
    )


_LABELS: Final = frozenset("марка бренд логотип название".split())


def _is_model(head: Head, inner: tuple[Token, ...], before: Token) -> bool:
    """Whether a name is that of a thing: «комбайнов W430»; one of an engine or a tyre is its maker's."""
    if head.noun is not None and head.noun.lemma in _LABELS:
        return True
    if inner[0].entity == "ORG" or words.COMPOUND.fullmatch(inner[0].text) or before is not head.noun:
        return False
    if head.noun.lemma in words.COMPONENTS and not re.search(r"\d", inner[0].text):
        return False
    known = words.FORMS | words.HOLDERS | words.TIMES
    return not words.is_firm(head.noun.lemma) and head.noun.lemma not in known


def _common(inner: tuple[Token, ...]) -> int:
    """How many words at the beginning of a name only say what it is: «Курский завод АПЗ-20», «компания CLAAS»."""
    for number, token in enumerate(inner[:-1]):
        following = inner[number + 1]
        if (words.is_firm(token.lemma) or token.lemma in words.FORMS) and (
            following.pos in ("PROPN", "X", "NUM") or following.latin
        ):
            return number + 1 if following.capital or following.text[0].isdigit() else 0
        if token.pos != "ADJ":
            return 0
    return 0


def _without_forms(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The end of a Latin name without the legal forms after it."""
    while stop - 1 > start and tokens[stop - 1].text.casefold() in LEGAL_FORMS | {"&", ","}:
        stop -= 1
    return stop


def _is_weak(head: Head, inner: tuple[Token, ...], typed: bool, before: int) -> bool:
    """Whether a name is that of an enterprise only if it takes part in something."""
    word = inner[0]
    short = all(_CAPITALS.fullmatch(token.text) and len(token.text) < 5 for token in inner)
    capitals = short or (len(inner) == 1 and bool(_CAPITALS.fullmatch(word.text)) and word.entity != "ORG")
    fund = inner[0].lemma == "фонд" and len(inner) > 1
    machine = head.noun is not None and head.noun.lemma in words.MACHINES and head.at == before
    cited = head.noun is not None and head.noun.lemma in ("сообщение", "данные", "информация")
    return not typed and (capitals or fund or machine or cited)


def _with_region(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The end of «Фонд развития промышленности Краснодарского края»: the region belongs to the name."""
    if tokens[start].lemma in ("фонд", "корпорация", "агентство"):
        while stop < len(tokens) and tokens[stop].entity == "LOC" and _is_of_region(tokens, stop):
            stop += 1
    return stop


def _is_of_region(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a name of a place is in the genitive, or stands undeclined after «Республики»."""
    return tokens[number].case == "Gen" or tokens[number - 1].lemma == "республика"


def fairs(sentence: Sentence, text: str) -> Iterator[Mention]:
    """Events whose name is no quotation: «на Межотраслевой промышленной ярмарке»."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma not in words.EVENTS or token.quoted or token.capital:
            continue
        first = number
        while first and (tokens[first - 1].pos == "ADJ" or adjectival(tokens[first - 1])):
            first -= 1
        quoted_next = number + 1 < len(tokens) and tokens[number + 1].text in MARKS
        if first and first < number and PROPER.fullmatch(tokens[first].text) and not quoted_next:
            name = nominative_phrase(tokens[first : number + 1], text)
            yield Mention("event", name, sentence, first, number + 1, number, token.case, None, True)


def organisations(sentence: Sentence, text: str, home: Place | None, taken: set[int]) -> Iterator[Mention]:
    """Names without quotation marks."""
    tokens = sentence.tokens
    for first, end in sorted(
        {*descriptive_runs(sentence), *_bare_runs(sentence)}, key=lambda run: (run[0], -run[1])
    ):
        start, stop = first, _with_region(tokens, first, _without_forms(tokens, first, end))
        inner = tokens[start:stop]
        if (
            len(tokens) - len(inner) < 2
            or taken & set(range(start, stop))
            or _never(tokens[first:end], begins=not first or end - first == 1)
            or not any(re.search("[A-ZА-ЯЁ]", t.text) for t in inner)
        ):
            continue
        head = head_of(tokens, start)
        lemma = head.noun.lemma if head.noun else ""
        owned = (
            lemma in words.ROLES_OF_FIRMS
            and head.noun is not None
            and inner[0].case == "Gen" != head.noun.case
        )
        typed = (words.is_firm(lemma) or lemma in words.FORMS) and not owned and not is_role(sentence, head)
        if lemma in words.NEVER | words.EVENTS | words.CLUSTERS or _is_model(head, inner, tokens[start - 1]):
            continue
        own = head.first if typed or (head.adjectives and not head.noun) else start
        if skipped := _common(inner):
            start, inner, typed = start + skipped, inner[skipped:], True
        as_is = typed and all(may_be_nominative(token) for token in inner[:1])
        name = text[inner[0].start : inner[-1].stop] if as_is else nominative_phrase(inner, text)
        nouns = [
            n for n in range(start, stop) if tokens[n].pos in ("NOUN", "PROPN") and not adjectival(tokens[n])
        ]
        node = head.at if head.at >= own and typed else (nouns or [start])[0]
        case = "" if tokens[node].lemma in words.FORMS or tokens[node].latin else tokens[node].case
        place = whereabouts(tokens, tokens[own:start], stop, home)
        taken |= set(range(start, end))
        weak = _is_weak(head, inner, typed, start - 1)
        yield Mention("enterprise", name, sentence, own, stop, node, case, place, typed, weak)
