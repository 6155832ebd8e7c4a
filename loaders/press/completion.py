"""The parties that the sentence of an agreement leaves out: told after it, before it, or in its margin."""

from typing import Final

from loaders.press import words
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Cast
from loaders.press.deals import Agreement, Party, distinct
from loaders.press.language import Sentence
from loaders.press.territories import listed, subjects_of
from loaders.press.triggers import Trigger, triggers

_GOES_ON: Final = frozenset(("среди", "это", "они", "в"))
"""How a sentence begins that goes on about the parties: «Среди них …»."""
_PAIR: Final = 2
_PARTIES: Final = frozenset(("подпись", "подписант", "сторона", "участник"))
"""What a sentence speaks of that names the parties of the agreement before it."""


def prefixed(argument: Argument) -> bool:
    """Whether a preposition keeps an enterprise from being a party: «для X», «из X»."""
    own = argument.links[0] if argument.links else None
    return own is not None and (own.preposition not in ("", "с", "со", "между") or own.slot == "from")


def complete(cast: Cast, draft: Agreement, index: int, found: list[Argument]) -> None:
    """Find the parties that the sentence leaves out: in those after it, before it, or in its own margin."""
    if not draft.parties and draft.by_another:
        return
    subjects: list[Party] = [actor for one in found if _is_subject(one) for actor in one.actors]
    if len(draft.parties) == 1 and len(distinct([*draft.parties, *subjects])) == _PAIR:
        draft.parties = distinct([*draft.parties, *subjects])
        return
    free: list[Party] = [actor for one in found if not prefixed(one) for actor in one.actors]
    own = len(distinct(free)) == _PAIR and not draft.parties and draft.told
    for source in (_after, _signer, *(() if own else (_before,))):
        more, last = source(cast, draft, index)
        if len(distinct([*draft.parties, *more])) > 1:
            draft.parties = distinct([*draft.parties, *more])
            draft.last, draft.inferred = last or draft.last, True
            return
    every = distinct([*draft.parties, *(free if draft.parties or own else subjects)])
    if len(every) == 2 or (len(every) > 2 and not draft.parties):
        draft.parties, draft.inferred = every, True
    elif not every and len(lead := _of_the_lead(cast)) == _PAIR and not cast.firms(draft.sentence):
        draft.parties, draft.inferred = lead, True


def _of_the_lead(cast: Cast) -> list[Party]:
    """The firms of the headline and of the sentence after it: of whom a text tells."""
    named = [
        actor for one in cast.sentences[:_PAIR] for mention in cast.firms(one) for actor in cast.whom(mention)
    ]
    return distinct([actor for actor in named if not actor.placeholder])


def by_the_sides(sentence: Sentence) -> bool:
    """Whether nobody but «стороны» agrees: those of the agreement just told."""
    sides = (token for token in sentence.tokens if token.lemma == "сторона" and not token.quoted)
    return any(token.number == "Plur" for token in sides)


def _is_subject(argument: Argument) -> bool:
    return bool(argument.links) and argument.links[0].slot in ("subj", "obj")


def _after(cast: Cast, draft: Agreement, index: int) -> tuple[list[Party], Sentence | None]:
    """«Сторонами стали …», «В нём участвуют …», «Кооперацию наладят …», «Документ подписали …»."""
    for sentence in cast.sentences[index + 1 : index + 3]:
        told = triggers(cast, sentence, again=False)
        if sentence.paragraph != draft.sentence.paragraph or any(_is_another(sentence, one) for one in told):
            return [], None
        if (
            not sentence.has(words.COOPERATE | words.SIGN | _PARTIES)
            and sentence.tokens[0].lemma not in _GOES_ON
        ):
            continue
        more: list[Party] = [
            actor
            for one in arguments(cast, sentence)
            if one.mention.kind != "anaphor" and not prefixed(one)
            for actor in one.actors
        ]
        more = more or [*listed(sentence)]
        if more:
            return more, sentence
    return [], None


def is_headed(cast: Cast, index: int) -> bool:
    """Whether the next sentence lists the parties: «Стороны: …»."""
    following = cast.sentences[index + 1 : index + 2]
    return any(
        one.tokens[0].lemma in words.GROUPS and [t.text for t in one.tokens[1:2]] == [":"]
        for one in following
    )


def _is_another(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a trigger tells of an agreement of its own: «документ» is the one told before."""
    return trigger.noun or sentence.tokens[trigger.node].lemma != "документ"


def _signer(cast: Cast, draft: Agreement, index: int) -> tuple[list[Party], Sentence | None]:
    """Who «подписала три документа», for «С X – договор» after it."""
    for sentence in reversed(cast.sentences[max(index - 4, 0) : index]):
        if sentence.paragraph != draft.sentence.paragraph or not draft.parties:
            break
        tree = cast.tree(sentence)
        signs = [n for n in tree.rels if sentence.tokens[n].lemma in words.SIGN]
        for one in arguments(cast, sentence) if signs else []:
            path = one.up_to(signs[0])
            if len(path) == 1 and path[0].slot == "subj" and not draft.sentence.has(words.SIGN):
                return [*one.actors], None
    return [], None


def _before(cast: Cast, draft: Agreement, index: int) -> tuple[list[Party], Sentence | None]:
    """The firms of the nearest sentence before that names any, where this one does not name two."""
    for sentence in reversed(cast.sentences[max(index - 2, 0) : index]):
        if draft.sentence.paragraph - sentence.paragraph > 1:
            break
        actors = [actor for one in cast.firms(sentence) for actor in cast.whom(one)]
        named: list[Party] = [actor for actor in actors if not actor.placeholder]
        places: list[Party] = [] if actors or draft.parties else [*subjects_of(sentence)]
        other = [party for party in distinct(named or [*actors, *places]) if party not in draft.parties]
        if not other:
            continue
        enough = len(other) == 1 if draft.parties else len(other) == 2
        return (other, None) if enough else (_both_before(cast, draft, index), None)
    return [], None


def _both_before(cast: Cast, draft: Agreement, index: int) -> list[Party]:
    """The only two firms of the two sentences before: «X отправила насосы. Покупателем выступило Y. Контракт …»."""
    near = [
        one
        for one in cast.sentences[max(index - 2, 0) : index]
        if one.paragraph >= draft.sentence.paragraph - 1
    ]
    named = [actor for one in near for mention in cast.firms(one) for actor in cast.whom(mention)]
    if any(triggers(cast, one, again=False) for one in near):
        return []
    both: list[Party] = distinct([actor for actor in named if not actor.placeholder])
    return both if not draft.parties and len(both) == _PAIR else []
