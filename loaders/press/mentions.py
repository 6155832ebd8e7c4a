"""Where a text speaks of enterprises, events, clusters and places, and what each is called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import Final, Literal

from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.geography import adjective_place, home_place, noun_place
from loaders.press.inflection import in_dictionary, may_be_nominative, nominative_phrase
from loaders.press.language import Sentence, Token
from loaders.press.quotes import CLOSING

Kind = Literal["enterprise", "unnamed", "event", "cluster", "anaphor"]
_STOP: Final = frozenset("VERB ADP PUNCT CCONJ SCONJ ADV PRON PART".split())
_REACH: Final = 6
_LIMITED: Final = 3
"""So many words are «с ограниченной ответственностью»."""
_LONGEST: Final = 6
_REPORTING: Final = frozenset(
    "писать сообщать передавать цитировать уточнять напоминать рассказать написать".split()
)
_NO_FIRMS: Final = words.CLUSTERS | words.EVENTS | words.NEVER
PLANTS: Final = frozenset("завод комбинат фабрика объединение автозавод".split())


@dataclass(frozen=True)
class Mention:
    """A stretch of a sentence that speaks of one thing: tokens `first` to `last`; its `head` carries its case."""

    kind: Kind
    name: str
    sentence: Sentence
    first: int
    last: int
    head: int
    case: str
    place: Place | None = None
    typed: bool = False
    weak: bool = False
    """Whether it is an enterprise only if it takes part in something: «двигатели MTU», «на КАМАЗ»."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.tokens[0].start, self.tokens[-1].stop

    @property
    def preposition(self) -> str:
        """The preposition that governs it, or nothing."""
        number = self.first - 1
        if number > 0 and self.sentence.tokens[number].lemma in words.HOLDERS:
            number -= 1
        before = self.sentence.tokens[number] if number >= 0 else None
        return before.text.lower() if before and before.pos == "ADP" else ""


@dataclass(frozen=True)
class Head:
    """The common noun that says what a name is the name of, with the adjectives before it."""

    noun: Token | None
    first: int
    adjectives: tuple[Token, ...]
    at: int = -1


def _is_noun(token: Token) -> bool:
    """Whether a word before a name may say what it names; one with a capital may begin the sentence."""
    plain = token.pos == "PROPN" and token.entity == "" and not token.latin and not token.lemma.endswith("ий")
    return (
        (token.pos == "NOUN" and not _OF_PLACE.fullmatch(token.text)) or plain or token.lemma in words.FORMS
    )


def is_adjective(token: Token) -> bool:
    """Whether a word is an adjective, one with a capital or unknown to the dictionary too."""
    written = token.pos in ("PROPN", "NOUN") and not token.text.isupper() and "-" not in token.text
    named = written and token.lemma.endswith(("ский", "цкий", "ный", "вый"))
    return token.pos == "ADJ" or named or bool(_OF_PLACE.fullmatch(token.text))


_OF_PLACE: Final = re.compile("[А-Яа-яё-]{3,}(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|ую|их|ими|ом)")


def head_of(tokens: tuple[Token, ...], before: int) -> Head:
    """The nearest noun before a name that says what it names: «завод сельхозтехники «X»» is a завод."""
    if before > _LIMITED and tokens[before - 1].lemma == "ответственность":
        return head_of(tokens, before - _LIMITED)
    noun, first, at = None, before, -1
    for number in range(before - 1, max(before - 1 - _REACH, -1), -1):
        token = tokens[number]
        located = token.entity == "LOC" and token.case == "Loc"
        if (
            token.quoted
            or located
            or token.entity == "PER"
            or (token.pos in _STOP and token.lemma not in words.FORMS)
        ):
            break
        if noun is not None and noun.lemma in words.FIRMS and token.pos == "NOUN":
            break
        first = number
        if _is_noun(token) and (noun is None or (token.lemma in words.FIRMS and noun.lemma not in _NO_FIRMS)):
            noun, at = token, number
        if token.lemma in words.HOLDERS and noun is not None and noun is not token:
            break
    adjectives = tuple(token for token in tokens[first:before] if is_adjective(token))
    if any(token.lemma == "дочерний" for token in adjectives):
        return Head(None, before, ())
    if noun is None and adjectives:
        first = tokens.index(adjectives[0])
    return Head(noun, first, adjectives, at)


def whereabouts(
    tokens: tuple[Token, ...], head: tuple[Token, ...], last: int, home: Place | None
) -> Place | None:
    """The place that adjectives before a name, a genitive between, or «из …», «(…)» after it give."""
    for token in head:
        if token.pos in ("ADJ", "PROPN", "NOUN"):
            place = (
                adjective_place(token)
                or home_place(token, home)
                or (noun_place(token) if token.entity == "LOC" else None)
            )
            if place:
                return place
    after = tokens[last : last + 4]
    if len(after) > 1 and after[0].text in ("из", "("):
        return next(
            (place for token in after[1:3] if (place := noun_place(token) or adjective_place(token))), None
        )
    return None


_MEN: Final = ("цы", "цев", "цам", "цами")


def event_like(name: str) -> bool:
    """Whether a name is that of a known kind of event: «ИННОПРОМ …», «…экспо»."""
    return bool(words.EVENT_NAMES.search(name))


def _by_noun(lemma: str, name: str) -> Kind | None:
    """What a common noun, or a name itself, says it is."""
    if lemma in words.CLUSTERS:
        return "cluster"
    if lemma in words.EVENTS or (event_like(name) and lemma not in words.NEVER):
        return "event"
    return "enterprise" if lemma in words.FIRMS | words.FORMS else None


def _is_no_firm(lemma: str, inner: tuple[Token, ...]) -> bool:
    """Whether a quotation is a ministry, a newspaper, a programme or a phrase."""
    own = {token.lemma for token in inner} | {" ".join(token.text for token in inner).lower()}
    phrase = not inner[0].capital and not inner[0].text[0].isdigit()
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
    owner = declined and inner[0].case == "Gen" and inner[0].entity == "ORG"
    return "enterprise" if owner or (oblique and inner[0].case != noun.case) else None


def _quoted_name(inner: tuple[Token, ...], typed: bool, text: str) -> str:
    """The name in the nominative; after a common noun it stands in it already."""
    plain = re.sub(r"\s+", " ", text[inner[0].start : inner[-1].stop])
    nouns = [token for token in inner if token.nominal] or [*inner]
    common = nouns[0].lemma in words.FIRMS and not may_be_nominative(nouns[0])
    whole = len(inner) > 1 and not common and any(may_be_nominative(token) for token in nouns)
    as_is = typed or whole or any(token.latin for token in inner)
    name = plain if as_is else nominative_phrase(inner, text)
    return name + "»" * (name.count("«") - name.count("»"))


def _official(tokens: tuple[Token, ...], first: int, start: int) -> bool:
    """Whether the common noun belongs to the name: «Комбайновый завод «Кубань»» has its own capital letter."""
    if start - 1 - first < 2 or not tokens[first].capital or tokens[first].pos not in ("ADJ", "PROPN"):
        return False
    if not any(token.lemma in PLANTS for token in tokens[first:start]):
        return False
    common = all(in_dictionary(token.text) for token in takewhile(lambda token: token.quoted, tokens[start:]))
    return first > 0 or (common and adjective_place(tokens[first]) is None)


def runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Token ranges inside outer quotation marks."""
    start = None
    for number, token in enumerate((*sentence.tokens, replace(sentence.tokens[-1], quoted=False))):
        if token.quoted and start is None:
            start = number
        elif not token.quoted and start is not None:
            yield start, number
            start = None


def quotations(sentence: Sentence, text: str, home: Place | None) -> Iterator[Mention]:
    """Names in quotation marks."""
    tokens = sentence.tokens
    last: Kind | None = "enterprise"
    for start, stop in runs(sentence):
        inner = tokens[start:stop]
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
            head.noun and head.noun.lemma in words.FIRMS | words.FORMS | words.CLUSTERS | words.EVENTS
        ) and not _is_role(sentence, head)
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


def _looks_like_firm(token: Token) -> bool:
    """Whether natasha, its letters or its parts make a quoted word the name of an organisation."""
    pattern = words.COMPOUND.fullmatch(token.text) or words.NUMBERED.fullmatch(token.text)
    return token.entity == "ORG" or token.latin or bool(pattern)


def _case_of(head: Head, inner: tuple[Token, ...], typed: bool) -> str:
    """The case of a quoted name: its common noun's, its adjective's, its own if it is one word; else unknown."""
    if typed and head.noun:
        return "" if head.noun.lemma in words.FORMS else head.noun.case
    if head.adjectives and head.noun is None:
        return head.adjectives[-1].case
    plain = len(inner) == 1 and not inner[0].latin
    return inner[0].case if plain else ""


def _in_case(inner: tuple[Token, ...], head: Head) -> tuple[Token, ...]:
    """A name of one word in the case of the adjective before it: «самаркандского «Пахтамаша»»."""
    described = len(inner) == 1 and head.noun is None and bool(head.adjectives)
    return (replace(inner[0], case=head.adjectives[-1].case),) if described else inner


def _is_role(sentence: Sentence, head: Head) -> bool:
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
