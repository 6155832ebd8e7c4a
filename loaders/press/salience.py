"""Which of the firms named before a word the text speaks of: near, subject, often named, of its kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.speech import KINDS

_NEAR: Final = (4.0, 3.0, 2.0, 1.5, 1.0)
"""What a mention counts by the number of sentences between it and the word."""
_NEAR_PRONOUN: Final = (5.0, 4.0, 1.0, 0.5, 0.0)
_SUBJECT: Final = 2.0
_SAME_KIND: Final = 5.0
_GENERAL: Final = 2.0
_LEAD: Final = 1.5
_AGAIN: Final = 0.5
_SOURCE: Final = -1.5
_OTHER_PARAGRAPH: Final = -0.5
_SOURCES: Final = ("у", "от", "из", "с", "со", "для")
"""Prepositions of those of whom a sentence does not speak."""


@dataclass(frozen=True)
class _Seen:
    actor: Actor
    mention: Mention
    distance: int


def _seen(cast: Cast, sentence: Sentence, mention: Mention) -> Iterator[_Seen]:
    index = cast.sentences.index(sentence)
    for distance in range(min(len(_NEAR), index + 1)):
        other = cast.sentences[index - distance]
        for one in cast.of(other, *KINDS):
            if one.span[1] <= mention.span[0]:
                yield from (_Seen(actor, one, distance) for actor in cast.whom(one))


def _weight(cast: Cast, seen: _Seen, pronoun: bool) -> float:
    tree = cast.tree(seen.mention.sentence)
    link = next(tree.links(seen.mention.head), None) if seen.mention.head in tree.rels else None
    near = (_NEAR_PRONOUN if pronoun else _NEAR)[seen.distance]
    token = seen.mention.sentence.tokens[seen.mention.head]
    if token.lemma in words.PARTNERS | words.ROLES_OF_FIRMS:
        return near - _SUBJECT
    subject = _SUBJECT if link is not None and link.slot == "subj" else 0.0
    return near + subject + (_SOURCE if seen.mention.preposition in _SOURCES else 0.0)


def _kindred(lemma: str, actor: Actor) -> float:
    """Whether a text calls a firm by a word; «фонд» and a firm are never one."""
    if (lemma == "фонд") != actor.name.lower().startswith("фонд"):
        return -10.0
    kind = _GENERAL if lemma in ("компания", "предприятие") else _SAME_KIND
    return kind if lemma in actor.nouns or lemma in actor.name.lower() else 0.0


def salient(cast: Cast, sentence: Sentence, mention: Mention, barred: set[int]) -> Actor | None:
    """The firm that a word most likely stands for, but for those `barred`."""
    token = sentence.tokens[mention.head]
    pronoun = token.pos != "NOUN"
    best: dict[int, float] = {}
    times: dict[int, int] = {}
    actors: dict[int, Actor] = {}
    for seen in _seen(cast, sentence, mention):
        key = id(seen.actor)
        if key in barred or (
            seen.actor.placeholder and seen.mention.sentence.paragraph != sentence.paragraph
        ):
            continue
        actors.setdefault(key, seen.actor)
        times[key] = times.get(key, 0) + 1
        best[key] = max(best.get(key, 0.0), _weight(cast, seen, pronoun))
    lead = next((id(one) for one in cast.actors if not one.weak), None)
    score = {
        key: best[key]
        + _AGAIN * min(times[key], 3)
        + (0.0 if pronoun else _kindred(token.lemma, actor) + (_LEAD if key == lead else 0.0))
        for key, actor in actors.items()
    }
    winner = max(score, key=lambda key: score[key], default=None)
    return actors[winner] if winner is not None and score[winner] > 0 else None
