"""Who agreed with whom on what: memoranda, agreements, contracts, road maps, joint ventures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graphmodel.domain.claims import Status
from graphmodel.domain.references import Ref
from loaders.press import words
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.dates import first_date
from loaders.press.language import Sentence, Token
from loaders.press.modality import standing
from loaders.press.subjects import cluster_of, intentions, of_all, subject
from loaders.press.syntax import Link, Tree
from loaders.press.territories import listed, subjects_of, territories
from loaders.press.triggers import Trigger, triggers

Party = Actor | Ref
_GOES_ON: Final = frozenset(("среди", "это", "они", "в"))
"""How a sentence begins that goes on about the parties: «Среди них …»."""
_PARTIES: Final = frozenset(("подпись", "подписант", "сторона", "участник"))
"""What a sentence speaks of that names the parties of the agreement before it."""
_MUTUAL: Final = frozenset(("with", "between", "gen", "ins", "со"))


@dataclass
class Agreement:
    """An agreement as the text tells it; its last sentence may stand after the one that begins it."""

    kind: str
    sentence: Sentence
    status: Status
    parties: list[Party]
    subjects: list[str] = field(default_factory=list)
    cluster: str | None = None
    last: Sentence | None = None
    inferred: bool = False
    noun: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """From its first sentence to its last."""
        return self.sentence.span[0], (self.last or self.sentence).span[1]


def distinct(parties: list[Party]) -> list[Party]:
    """Each party once."""
    return list({party.id if isinstance(party, Ref) else id(party): party for party in parties}.values())


def _is_party(tree: Tree, trigger: Trigger, argument: Argument) -> bool:
    """Whether an enterprise signs: subject of the signing, «с X», «между X и Y», «меморандум X и Y», «подписан X»."""
    path = argument.up_to(trigger.node)
    if path and path[0].slot in _MUTUAL and _of_its_subject(tree.tokens, path):
        return True
    for verb in trigger.verbs:
        path = argument.up_to(verb)
        signing = verb in trigger.signing or (path[:1] and path[0].slot in ("subj", "obj"))
        if path and signing and _of_its_subject(tree.tokens, path) and _signs(tree, verb, path[0].slot):
            return True
    return _by_apposition(tree, trigger, argument)


def _of_its_subject(tokens: tuple[Token, ...], path: tuple[Link, ...]) -> bool:
    """Whether a party stands beside the word itself, or as «с X» beside what it is about: «о сотрудничестве с X»."""
    joint = path[0].slot in ("with", "between") or (
        path[0].slot == "gen" and tokens[path[0].governor].lemma in words.JOINT
    )
    return len(path) == 1 or (joint and all(link.preposition in ("о", "об", "по", "на") for link in path[1:]))


def _signs(tree: Tree, verb: int, slot: str) -> bool:
    token = tree.tokens[verb]
    passive = token.passive or token.text.lower().endswith(("ся", "сь"))
    if slot in ("subj", "obj"):
        return not passive or token.form == "Fin" or token.lemma in words.BIND
    return slot in ("with", "between", "со") or (slot == "ins" and passive)


def _by_apposition(tree: Tree, trigger: Trigger, argument: Argument) -> bool:
    """«соглашение – компания «X» и завод «Y»»: a fragment without a verb."""
    return not trigger.verbs and any(
        link.governor == trigger.node and link.rel in ("parataxis", "nsubj", "appos", "conj", "list")
        for link in argument.links[:1]
    )


def _explicit(cast: Cast, sentence: Sentence, trigger: Trigger, found: list[Argument]) -> list[Party]:
    tree = cast.tree(sentence)
    parties: list[Party] = [actor for one in found if _is_party(tree, trigger, one) for actor in one.actors]
    if len(distinct(parties)) < 2:
        parties += [actor for one in found if _between(one) for actor in one.actors]
    if not parties and trigger.fragment:
        parties = [actor for one in found if not _prefixed(one) for actor in one.actors]
    places = territories(cast, sentence, trigger, few=len(distinct(parties)) < 2)
    return distinct([*parties, *places])


def _between(argument: Argument) -> bool:
    """Whether an enterprise stands after «между», wherever the parser hangs it."""
    return bool(argument.links) and argument.links[0].slot == "between"


def _prefixed(argument: Argument) -> bool:
    own = argument.links[0] if argument.links else None
    return own is not None and (own.preposition not in ("", "с", "со", "между") or own.slot == "from")


def _draft(cast: Cast, sentence: Sentence, trigger: Trigger, found: list[Argument]) -> Agreement | None:
    tree = cast.tree(sentence)
    status = standing(sentence, tree, trigger.predicate)
    if status is None:
        return None
    parties = _explicit(cast, sentence, trigger, found)
    about = subject(cast, sentence, trigger.node)
    draft = Agreement(trigger.kind, sentence, status, parties, [about] if about else [], noun=trigger.noun)
    cluster = cluster_of(cast, sentence) if trigger.kind in ("agreement", "memorandum", "contract") else None
    if cluster and re.search(
        "создани|организаци|формировани|создать|создают|создадут", cast.text[slice(*sentence.span)]
    ):
        draft.kind, draft.cluster = "cluster_agreement", cluster
    return draft


def _complete(cast: Cast, draft: Agreement, index: int, found: list[Argument]) -> None:
    """Find the parties that the sentence leaves out: in those after it, before it, or in its own margin."""
    for source in (_after, _signer, _before):
        more, last = source(cast, draft, index)
        if len(distinct([*draft.parties, *more])) > 1:
            draft.parties = distinct([*draft.parties, *more])
            draft.last, draft.inferred = last or draft.last, True
            return
    margin: list[Party] = [actor for one in found if not _prefixed(one) for actor in one.actors]
    subjects: list[Party] = [actor for one in found if _is_subject(one) for actor in one.actors]
    every = distinct([*draft.parties, *(margin if draft.parties else subjects)])
    if len(every) == 2 or (len(every) > 2 and not draft.parties):
        draft.parties, draft.inferred = every, True


def _by_the_sides(sentence: Sentence) -> bool:
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
            if one.mention.kind != "anaphor" and not _prefixed(one)
            for actor in one.actors
        ]
        more = more or [*listed(sentence)]
        if more:
            return more, sentence
    return [], None


def _is_headed(cast: Cast, index: int) -> bool:
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
        return (other, None) if enough else ([], None)
    return [], None


def _is_same(one: Agreement, other: Agreement) -> bool:
    """Whether two sentences tell of one agreement: the same parties, and kinds that do not exclude each other."""
    ours = {id(party) if isinstance(party, Actor) else party.id for party in one.parties}
    theirs = {id(party) if isinstance(party, Actor) else party.id for party in other.parties}
    general = "agreement" in (one.kind, other.kind)
    apart = one.sentence is not other.sentence or one.kind == other.kind
    return ours == theirs and apart and (one.kind == other.kind or general)


def _add(found: list[Agreement], one: Agreement) -> None:
    for known in found:
        if _is_same(known, one):
            known.subjects += [about for about in one.subjects if about not in known.subjects]
            known.kind = one.kind if known.kind == "agreement" else known.kind
            known.cluster = known.cluster or one.cluster
            known.status = one.status if known.status == "announced" else known.status
            return
    found.append(one)


def agreements(cast: Cast) -> list[Agreement]:
    """Every agreement with two parties or more, once."""
    found: list[Agreement] = []
    open_kind: str | None = None
    for index, sentence in enumerate(cast.sentences):
        if (common := of_all(sentence, cast.text)) and found:
            for draft in found:
                draft.subjects.append(common)
            continue
        if found and (wanted := intentions(sentence, cast.text)):
            found[-1].subjects.append(wanted)
            found[-1].last = sentence
        open_one = found[-1] if found and found[-1].sentence.paragraph == sentence.paragraph else None
        drafts = list(_drafts(cast, sentence, index, open_one))
        for one in drafts:
            if not one.noun and open_kind:
                one.kind = open_kind
            if found and not cast.firms(sentence) and _by_the_sides(sentence):
                one.parties = found[-1].parties
            if len(one.parties) > 1:
                _add(found, one)
        open_kind = next((one.kind for one in drafts if one.noun and len(one.parties) < 2), None)
    return found


def _in_clause(
    sentence: Sentence, found: list[Trigger], trigger: Trigger, every: list[Argument]
) -> list[Argument]:
    """The enterprises of the clause of an agreement, where «а X – договор с Y» follows another."""
    tokens = sentence.tokens
    bounds = [
        n
        for n in range(1, len(tokens))
        if tokens[n].text == "а"
        and tokens[n - 1].text == ","
        and any(t.text in ("–", "—") for t in tokens[n:])
    ]
    if not bounds or len(found) < 2:
        return every
    low = max((n for n in bounds if n < trigger.node), default=-1)
    high = min((n for n in bounds if n > trigger.node), default=len(tokens))
    return [one for one in every if low < one.mention.head < high]


def _extend(known: Agreement, one: Agreement) -> None:
    """«Документ подписали …» names further parties of the agreement just told."""
    if one.parties:
        known.parties, known.last = distinct([*known.parties, *one.parties]), one.sentence


def _drafts(cast: Cast, sentence: Sentence, index: int, known: Agreement | None) -> Iterator[Agreement]:
    """The agreements of a sentence; «документ» with a further party extends the one `known` in its paragraph."""
    every = arguments(cast, sentence)
    found = triggers(cast, sentence, again=True)
    for trigger in found:
        participants = _in_clause(sentence, found, trigger, every)
        one = _draft(cast, sentence, trigger, participants)
        if one and known and len(one.parties) < 2 and sentence.tokens[trigger.node].lemma == "документ":
            _extend(known, one)
            continue
        headed = trigger.fragment and (bool(one and one.parties) or _is_headed(cast, index))
        if one and len(one.parties) < 2 and (trigger.told or headed):
            _complete(cast, one, index, participants)
        if one:
            yield one


def signed_on(agreement: Agreement, text: str) -> str | None:
    """The date that its own sentence gives."""
    return first_date(text[slice(*agreement.sentence.span)]) if agreement.status != "announced" else None
