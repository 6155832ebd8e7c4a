"""Whom «завод», «компания», «стороны» and «мы» stand for: the enterprises that the text has named before."""

from collections.abc import Iterator
from typing import Final

from loaders.press import words
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence, Token
from loaders.press.mentions import Mention

_ONE: Final = words.ONE
_BLOCKED: Final = frozenset("каждый любой другой новый крупный ряд некоторый один многие иной зарубежный".split())
_PLANTS: Final = frozenset("завод комбинат фабрика холдинг концерн фонд фирма".split())
_WE: Final = frozenset(("мы", "наш"))
_PRONOUNS: Final = frozenset(("он", "она", "оно", "они"))
_REACH: Final = 4
"""How many sentences back a word may point."""


def anaphors(sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
    """Words that may stand for enterprises named before."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if number in taken or token.quoted:
            continue
        if (token.pos == "NOUN" and _points_back(tokens, number)) or _is_pronoun(tokens, number):
            yield Mention("anaphor", token.lemma, sentence, number, number + 1, number, token.case)


def _is_pronoun(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    if token.lemma in _PRONOUNS:
        return token.case != "Nom" or token.number == "Plur"
    return token.lemma == "мы" or (token.lemma == "наш" and token.pos in ("DET", "PRON", "ADJ"))


def _points_back(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    before = {one.lemma for one in tokens[max(number - 2, 0) : number] if one.pos in ("ADJ", "DET", "NUM", "PRON")}
    if before & _BLOCKED:
        return False
    if token.number == "Plur":
        return token.lemma in words.GROUPS
    return token.lemma in _ONE


def resolve(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...] | None:
    """The enterprises that a mention stands for: nobody for an empty tuple, None where it is one of its own."""
    if mention.kind == "unnamed":
        return _described(cast, sentence, mention)
    token = mention.sentence.tokens[mention.head]
    if token.lemma in _WE:
        return _speaker(cast, sentence)
    if token.number == "Plur":
        return _group(cast, sentence, mention) or (_topic(cast, sentence, mention) if token.lemma == "они" else ())
    return _topic(cast, sentence, mention)


def _before(cast: Cast, sentence: Sentence, mention: Mention) -> Iterator[list[tuple[Mention, Actor]]]:
    """The enterprises that stand before a mention: those of its own sentence, of the one before, and so on."""
    index = next(n for n, one in enumerate(cast.sentences) if one is sentence)
    for other in reversed(cast.sentences[max(index - _REACH, 0) : index + 1]):
        firms = (one for one in cast.firms(other) if one.span[1] <= mention.span[0])
        found = [(one, actor) for one in firms for actor in cast.whom(one)]
        if found:
            yield found


def _described(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...] | None:
    """«ростовское предприятие» is a firm of that place which the text names before."""
    token = sentence.tokens[mention.head]
    back = (token.number == "Sing" and token.lemma in _ONE) or token.lemma in words.GROUPS
    if not back:
        return None
    for found in _before(cast, sentence, mention):
        for _, actor in found:
            if not actor.placeholder and _lies_there(actor, mention):
                return (actor,)
    if token.number == "Sing" and not _lies_elsewhere(cast, mention):
        return _topic(cast, sentence, mention) or None
    return None


def _lies_there(actor: Actor, mention: Mention) -> bool:
    place, adjective = mention.place, mention.tokens[0].lemma
    if actor.place and place:
        return actor.place.code == place.code if place.code else actor.place.country == place.country
    return len(adjective) > 5 and actor.name.lower().startswith(adjective[:4])


def _lies_elsewhere(cast: Cast, mention: Mention) -> bool:
    """Whether every firm named before lies in another place, or none is named at all."""
    named = [one for one in cast.actors if not one.placeholder and one.seen.span < mention.span]
    return all(one.place is not None for one in named)


def _topic(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """The firm that the text speaks of: the first of the nearest sentence that has any, of the right kind."""
    lemma = sentence.tokens[mention.head].lemma
    own = {id(actor) for one in cast.firms(sentence) if one.span[0] > mention.span[0] for actor in cast.whom(one)}
    nearest: tuple[Actor, ...] = ()
    for found in _before(cast, sentence, mention):
        free = [actor for _, actor in found if id(actor) not in own]
        kind = [actor for actor in free if lemma in actor.nouns or lemma in actor.name.lower()]
        if lemma in _PLANTS and kind:
            return (kind[0],)
        nearest = nearest or tuple(free[:1])
        if nearest and lemma not in _PLANTS:
            return nearest
    return nearest


def _group(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """The firms of the nearest sentence that names two or more, or the two that the last sentences name."""
    seen: dict[int, Actor] = {}
    for found in _before(cast, sentence, mention):
        here = {id(actor): actor for _, actor in found}
        if len(here) > 1:
            return tuple(here.values())
        seen = here | seen
        if len(seen) > 1:
            return tuple(seen.values())
    return ()


def _speaker(cast: Cast, sentence: Sentence) -> tuple[Actor, ...]:
    """The firm whose director speaks in this paragraph, else the first firm of the text."""
    paragraph = [one for one in cast.sentences if one.paragraph == sentence.paragraph]
    for other in paragraph:
        for mention in cast.of(other, "enterprise"):
            before = other.tokens[max(mention.first - 3, 0) : mention.first]
            if any(token.lemma in words.PEOPLE for token in before):
                return cast.whom(mention)
    return tuple(actor for actor in cast.actors[:1] if not actor.placeholder)
