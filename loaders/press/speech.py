"""Who speaks: whom «мы», «наш» and verbs of the first person stand for."""

from typing import Final

from loaders.press import words
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence
from loaders.press.mentions import Mention

KINDS: Final = ("enterprise", "unnamed", "anaphor")
"""Kinds of mentions that speak of enterprises."""


def speaks(sentence: Sentence) -> bool:
    """Whether somebody says «мы», «наш», or uses a verb of the first person."""
    return sentence.has(frozenset(("мы", "наш"))) or any(
        token.person == "1" and token.number == "Plur" for token in sentence.tokens if token.form == "Fin"
    )


def goes_on(cast: Cast, sentence: Sentence) -> bool:
    """Whether «мы» speaks, or goes on to speak without a subject: «Отправили ей шесть сеялок»."""
    index = cast.sentences.index(sentence)
    before = [one for one in cast.sentences[max(index - 1, 0) : index] if one.paragraph == sentence.paragraph]
    plural = sentence.tokens[0].form == "Fin" and sentence.tokens[0].number == "Plur"
    return speaks(sentence) or (plural and any(map(speaks, before)))


def is_of_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word says whose director speaks: «рассказала директор предприятия»."""
    return any(
        token.lemma in words.PEOPLE for token in sentence.tokens[max(mention.first - 2, 0) : mention.first]
    )


def speaker(cast: Cast, sentence: Sentence) -> tuple[Actor, ...]:
    """The firm whose director speaks in this paragraph, else the first firm of the text."""
    paragraph = [one for one in cast.sentences if one.paragraph == sentence.paragraph]
    for other in paragraph:
        for mention in cast.of(other, *KINDS):
            before = other.tokens[max(mention.first - 3, 0) : mention.head]
            if any(token.lemma in words.PEOPLE for token in before) and cast.whom(mention):
                return cast.whom(mention)
    if any(one.has(words.OFFICIALS) for one in paragraph):
        return ()
    return tuple(actor for actor in cast.actors[:1] if not actor.placeholder)
