"""Where a text speaks of enterprises, events, clusters and places, and what each is called."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.geography import adjective_place, home_place, noun_place
from loaders.press.language import Sentence, Token

Kind = Literal["enterprise", "unnamed", "event", "cluster", "anaphor"]
_STOP: Final = frozenset("VERB ADP PUNCT CCONJ SCONJ ADV PRON PART".split())
_REACH: Final = 6
_LIMITED: Final = 3
"""So many words are «с ограниченной ответственностью»."""
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
    return (token.pos == "NOUN" and not OF_PLACE.fullmatch(token.text)) or plain or token.lemma in words.FORMS


def is_adjective(token: Token) -> bool:
    """Whether a word is an adjective, one with a capital or unknown to the dictionary too."""
    written = token.pos in ("PROPN", "NOUN") and not token.text.isupper() and "-" not in token.text
    named = written and token.lemma.endswith(("ский", "цкий", "ный", "вый"))
    return token.pos == "ADJ" or named or bool(OF_PLACE.fullmatch(token.text))


OF_PLACE: Final = re.compile("[А-Яа-яё-]{2,}(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|ую|их|ими|ом)")


def _is_full(noun: Token, before: Token) -> bool:
    """Whether a noun before a name needs no other before it: «компания ООО «X»» has two, «итогам ООО «X»» one."""
    return words.is_firm(noun.lemma) or (noun.lemma in words.FORMS and not words.is_firm(before.lemma))


def _joins_adjectives(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether «и» stands between two adjectives of one noun: «кластер дорожной и сельскохозяйственной техники «X»»."""
    around = tokens[number - 1 : number + 2] if number else ()
    return [one.pos for one in around] == ["ADJ", "CCONJ", "ADJ"] and around[0].case == around[
        2
    ].case == "Gen"


def _says_more(token: Token, noun: Token) -> bool:
    """Whether of two nouns before a name the first says what it names: «завод техники «X»», «кластер техники «X»»."""
    if words.is_firm(token.lemma):
        return noun.lemma not in _NO_FIRMS
    gathers = token.lemma in words.CLUSTERS
    return gathers and not (words.is_firm(noun.lemma) or noun.lemma in words.FORMS | _NO_FIRMS)


def head_of(tokens: tuple[Token, ...], before: int) -> Head:
    """The nearest noun before a name that says what it names: «завод сельхозтехники «X»» is a завод."""
    if before > _LIMITED and tokens[before - 1].lemma == "ответственность":
        return head_of(tokens, before - _LIMITED)
    if before > 2 and tokens[before - 1].entity == "LOC" and tokens[before - 2].text in ("из", "в"):
        before -= 2
    noun, first, at = None, before, -1
    for number in range(before - 1, max(before - 1 - _REACH, -1), -1):
        token = tokens[number]
        located = token.entity == "LOC" and token.case == "Loc"
        if (
            token.quoted
            or located
            or token.entity == "PER"
            or (
                token.pos in _STOP
                and token.lemma not in words.FORMS
                and not _joins_adjectives(tokens, number)
            )
        ):
            break
        common = token.pos == "NOUN" and not is_adjective(token)
        if noun is not None and common and _is_full(noun, token):
            break
        first = number
        if _is_noun(token) and (noun is None or _says_more(token, noun)):
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


def event_like(name: str) -> bool:
    """Whether a name is that of a known kind of event: «ИННОПРОМ …», «…экспо»."""
    return bool(words.EVENT_NAMES.search(name))
