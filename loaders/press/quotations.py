"""Names in quotation marks: of enterprises, events and clusters, and what each is called."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.geography import adjective_place
from loaders.press.inflection import in_dictionary, may_be_nominative, nominative_phrase
from loaders.press.language import Sentence, Token
from loaders.press.mentions import OF_PLACE, PLANTS, Head, Kind, Mention, event_like, head_of, whereabouts
from loaders.press.quotes import CLOSING

_PAIR: Final = 2
_LONGEST: Final = 6
"""A name has no more words."""
_REPORTING: Final = frozenset(
    "писать сообщать передавать цитировать уточнять напоминать рассказать написать".split()
)
_MEN: Final = ("цы", "цев", "цам", "цами")


def _by_noun(lemma: str, name: str) -> Kind | None:
    """What a common noun, or a name itself, says it is."""
    if lemma in words.CLUSTERS:
        return "cluster"
    if lemma in words.EVENTS or (event_like(name) and lemma not in words.NEVER):
        return "event"
    return "enterprise" if words.is_firm(lemma) or lemma in words.FORMS else None


def _is_no_firm(lemma: str, inner: tuple[Token, ...]) -> bool:
    """Whether a quotation is a ministry, a newspaper, a programme or a phrase."""
    own = {token.lemma for token in inner} | {" ".join(token.text for token in inner).lower()}
    says = len(inner) > _PAIR and any(token.form == "Fin" for token in inner)
    phrase = says or (not inner[0].capital and not inner[0].text[0].isdigit())
    return (
        phrase
        or bool(words.AUTHORITY.fullmatch(inner[0].text))
        or sum(token.pos != "PUNCT" and len(token.text) > 1 for token in inner) > _LONGEST
        or bool((own | {lemma}) & (words.NEVER | words.MEDIA))
    )


def _sort(noun: Token | None, inner: tuple[Token, ...], before: Token | None) -> Kind | None:
    """What a quoted name names, by the common noun before it and by its own words.

    A name right after any other noun is that of a thing, «тракторы «Беларус»», unless its case says otherwise:
    «двигатели «Ростсельмашу»».
    """
    lemma = noun.lemma if noun else ""
    if kind := _by_noun(lemma, " ".join(token.text for token in inner)):
        return kind
    if _is_no_firm(lemma, inner) or (before and before.lemma in words.NEVER):
        return None
    if noun is None and len(inner) == 1 and inner[0].text.endswith(_MEN):
        return None
    if noun is None or before is not noun or lemma in words.HOLDERS | words.TIMES:
        return "enterprise"
    declined = len(inner) == 1 and inner[0].lemma != inner[0].text.lower()
    if lemma in words.COMPONENTS and not any(re.search(r"\d", token.text) for token in inner):
        return "enterprise"
    oblique = declined and inner[0].text.endswith(("у", "ю")) and inner[0].case == "Dat"
    named = inner[0].entity == "ORG" or bool(words.ABSTRACT.fullmatch(lemma))
    owner = declined and inner[0].case == "Gen" and named
    return "enterprise" if owner or (oblique and inner[0].case != noun.case) else None


def _quoted_name(inner: tuple[Token, ...], typed: bool, text: str) -> str:
    """The name in the nominative; after a common noun it stands in it already."""
    plain = re.sub(r"\s+", " ", text[inner[0].start : inner[-1].stop])
    nouns = [token for token in inner if token.nominal] or [*inner]
    common = nouns[0].lemma in words.FIRMS and not may_be_nominative(nouns[0])
    oblique = nouns[0].case not in ("Nom", "Acc", "") and nouns[0].text[-1:] in ("ы", "и", "у", "ю")
    whole = len(inner) > 1 and not (common or oblique) and any(may_be_nominative(token) for token in nouns)
    feminine = len(inner) == 1 and bool(words.FEMININE.fullmatch(inner[0].text))
    declined = len(inner) == 1 and not may_be_nominative(inner[0])
    as_is = (typed and not declined) or whole or feminine or any(token.latin for token in inner)
    name = plain if as_is else nominative_phrase(inner, text)
    return name + "»" * (name.count("«") - name.count("»"))


def _official(tokens: tuple[Token, ...], first: int, start: int) -> bool:
    """Whether the common noun belongs to the name: «Комбайновый завод «Кубань»» has its own capital letter."""
    if start - 1 - first < 2 or not tokens[first].capital or tokens[first].pos not in ("ADJ", "PROPN"):
        return False
    if not any(token.lemma in PLANTS for token in tokens[first:start]):
        return False
    common = all(in_dictionary(token.text) for token in takewhile(lambda token: token.quoted, tokens[start:]))
    of_place = adjective_place(tokens[first]) is not None or OF_PLACE.fullmatch(tokens[first].text)
    return first > 0 or (common and not of_place) or _is_abbreviated(tokens, first, start)


def _is_abbreviated(tokens: tuple[Token, ...], first: int, start: int) -> bool:
    """Whether the initials of the words before a name follow it in brackets: «… завод «X» (ЧМЗ)»."""
    letters = "".join(token.text[0].upper() for token in tokens[first : start - 1])
    stop = next((n for n in range(start, len(tokens)) if not tokens[n].quoted), len(tokens))
    return [token.text for token in tokens[stop + 1 : stop + 3]] == ["(", letters]


def runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Token ranges inside outer quotation marks."""
    start = None
    for number, token in enumerate((*sentence.tokens, replace(sentence.tokens[-1], quoted=False))):
        if token.quoted and start is None:
            start = number
        elif not token.quoted and start is not None:
            yield start, number
            start = None


def no_firms(sentence: Sentence, text: str) -> Iterator[str]:
    """Names in quotation marks that a noun before them makes those of an association, a programme, a newspaper."""
    for start, stop in runs(sentence):
        before = sentence.tokens[start - 2] if start > 1 else None
        if before is not None and before.lemma in words.NEVER:
            inner = sentence.tokens[start:stop]
            yield text[inner[0].start : inner[-1].stop]


def quotations(sentence: Sentence, text: str, home: Place | None) -> Iterator[Mention]:
    """Names in quotation marks."""
    tokens = sentence.tokens
    last: Kind | None = "enterprise"
    owner = ""
    for start, stop in runs(sentence):
        inner = _governed(tokens, start, stop, owner)
        owner = inner[0].case
        head = head_of(tokens, start - 1)
        before = tokens[start - 2] if start > 1 else None
        kind = _sort(head.noun, inner, before)
        if before and before.lemma in _REPORTING:
            kind = None
        if before and before.text in ("и", ",") and start > 2 and tokens[start - 3].text in CLOSING:
            kind = None if last is None else kind
        if any(token.lemma in ("день", "неделя") for token in tokens[max(head.first, 0) : start - 1]):
            kind = "event"
        last = kind
        if kind is None:
            continue
        typed = bool(
            head.noun
            and (
                words.is_firm(head.noun.lemma)
                or head.noun.lemma in words.FORMS | words.CLUSTERS | words.EVENTS
            )
        ) and not is_role(sentence, head)
        own = head.first if typed or (head.adjectives and not head.noun) else start - 1
        if head.noun and head.noun.lemma in words.HOLDERS:
            own = start - 1
        case = _case_of(head, inner, typed)
        name = _quoted_name(_in_case(inner, head), typed, text)
        if kind == "enterprise" and _official(tokens, own, start):
            name = f"{nominative_phrase(tokens[own : start - 1], text)} «{name}»"
        place = whereabouts(tokens, tokens[own : start - 1], stop + 1, home)
        node = head.at if typed else _carrier(tokens, start, stop)
        described = bool(head.adjectives) and head.noun is None
        sure = typed or described or place is not None or any(_looks_like_firm(token) for token in inner)
        last_one = min(stop + 1, len(tokens))
        yield Mention(kind, name, sentence, own, last_one, node, case, place, typed, weak=not sure)


def _governed(tokens: tuple[Token, ...], start: int, stop: int, owner: str) -> tuple[Token, ...]:
    """A quoted name in the case that the preposition or the list before it governs, whatever the tagger saw.

    In a list, one in «-ы» or «-и» after another in the genitive is in the genitive too.
    """
    inner = tokens[start:stop]
    before = tokens[start - 2].text.lower() if start > 1 else ""
    listed = before in (",", "и") and owner == "Gen" and inner[0].text[-1:] in ("ы", "и")
    case = "Gen" if listed else words.GOVERNED.get(before)
    wrong = case is not None and inner[0].case in ("Nom", "Acc") and not inner[0].latin
    return (replace(inner[0], case=case or ""), *inner[1:]) if wrong else inner


def _looks_like_firm(token: Token) -> bool:
    """Whether natasha, its letters or its parts make a quoted word the name of an organisation."""
    pattern = words.COMPOUND.fullmatch(token.text) or words.NUMBERED.fullmatch(token.text)
    return token.entity == "ORG" or token.latin or bool(pattern)


def _case_of(head: Head, inner: tuple[Token, ...], typed: bool) -> str:
    """The case of a quoted name: its common noun's, its adjective's, its own if it is one word; else unknown."""
    if typed and head.noun:
        described = head.adjectives[-1].case if head.adjectives else ""
        return described if head.noun.lemma in words.FORMS else head.noun.case
    if head.adjectives and head.noun is None:
        return head.adjectives[-1].case
    plain = len(inner) == 1 and not inner[0].latin
    return inner[0].case if plain else ""


def _in_case(inner: tuple[Token, ...], head: Head) -> tuple[Token, ...]:
    """A name of one word in the case of the adjective before it: «самаркандского «Пахтамаша»»."""
    described = len(inner) == 1 and head.noun is None and bool(head.adjectives)
    return (replace(inner[0], case=head.adjectives[-1].case),) if described else inner


def is_role(sentence: Sentence, head: Head) -> bool:
    """Whether the noun before a name says what somebody is to it: «поставщиком «X» остаётся «Y»»."""
    noun = head.noun
    if noun is None or noun.lemma not in words.ROLES_OF_FIRMS:
        return False
    name = sentence.tokens[head.at + 2 : head.at + 3]
    if name and name[0].quoted and name[0].case == "Gen" and not may_be_nominative(name[0]):
        return True
    if noun.case != "Ins":
        return False
    before = sentence.tokens[head.first - 1] if head.first else None
    return sentence.has(words.BE) and not (before and before.pos == "ADP")


def _carrier(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The word of a quoted name that carries its case: its first noun."""
    return next((number for number in range(start, stop) if tokens[number].nominal), start)
