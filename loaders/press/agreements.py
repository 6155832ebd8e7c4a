"""Who agreed with whom on what: memoranda, agreements, contracts, road maps, joint ventures."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from loaders.press import words
from loaders.press.anaphora import ORDINALS
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.completion import by_the_sides, complete, is_headed, prefixed
from loaders.press.dates import first_date
from loaders.press.deals import Agreement, Party, distinct
from loaders.press.language import Sentence, Token
from loaders.press.modality import standing
from loaders.press.subjects import cluster_of, intentions, of_all, subject
from loaders.press.syntax import Link, Tree
from loaders.press.territories import territories
from loaders.press.triggers import Trigger, triggers

_EARLIER: Final = frozenset(("ранее", "раньше", "прежде", "также"))
"""How a sentence begins that tells of another agreement of the same parties."""
_SEVERAL: Final = 2
_MUTUAL: Final = frozenset(("with", "between", "gen", "ins", "со"))


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
    about = all(link.preposition in ("о", "об", "по", "на") or link.slot == "gen" for link in path[1:])
    return len(path) == 1 or (joint and about)


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
        parties = [actor for one in found if not prefixed(one) for actor in one.actors]
    places = territories(cast, sentence, trigger, few=len(distinct(parties)) < 2)
    return distinct([*parties, *places])


def _between(argument: Argument) -> bool:
    """Whether an enterprise stands after «между», wherever the parser hangs it."""
    return bool(argument.links) and argument.links[0].slot == "between"


def _draft(cast: Cast, sentence: Sentence, trigger: Trigger, found: list[Argument]) -> Agreement | None:
    tree = cast.tree(sentence)
    status = standing(sentence, tree, trigger.predicate)
    if status is None:
        return None
    parties = _explicit(cast, sentence, trigger, found)
    about = subject(cast, sentence, trigger.node)
    draft = Agreement(trigger.kind, sentence, status, parties, [about] if about else [], noun=trigger.noun)
    draft.told = trigger.told
    draft.lead = _lead(trigger, found)
    draft.by_another = _by_another(sentence, tree, trigger, found)
    cluster = cluster_of(cast, sentence) if trigger.kind in ("agreement", "memorandum", "contract") else None
    if cluster and re.search(
        "создани|организаци|формировани|создать|создают|создадут", cast.text[slice(*sentence.span)]
    ):
        draft.kind, draft.cluster = "cluster_agreement", cluster
    return draft


def _lead(trigger: Trigger, found: list[Argument]) -> Actor | None:
    """Who concludes an agreement with somebody, where one firm is the subject of the verb."""
    subjects = [
        one
        for one in found
        if one.links and one.links[0].slot == "subj" and one.links[0].governor in trigger.verbs
    ]
    actors = list({id(actor): actor for one in subjects for actor in one.actors}.values())
    return actors[0] if len(actors) == 1 else None


def _by_another(sentence: Sentence, tree: Tree, trigger: Trigger, found: list[Argument]) -> bool:
    """Whether somebody who is no enterprise signs, or several agreements are told of at once."""
    known = {one.mention.head for one in found}
    signers = (n for verb in trigger.signing for n in tree.children(verb, "nsubj"))
    bodies = words.NEVER - words.CLUSTERS
    held = {link.governor for one in found for link in one.links[:1]}
    persons = words.OFFICIALS | {"глава"}
    other = any(
        n not in known
        and (sentence.tokens[n].lemma in bodies or (sentence.tokens[n].lemma in persons and n not in held))
        for n in signers
    )
    other = other or any(
        sentence.tokens[n].lemma in bodies and tree.preposition(n) in ("с", "со") for n in tree.rels
    )
    several = sentence.tokens[trigger.node].number == "Plur" and trigger.noun
    return other or several


def _is_same(one: Agreement, other: Agreement) -> bool:
    """Whether two sentences tell of one agreement: the same parties, and kinds that do not exclude each other."""
    ours = {id(party) if isinstance(party, Actor) else party.id for party in one.parties}
    theirs = {id(party) if isinstance(party, Actor) else party.id for party in other.parties}
    general = "agreement" in (one.kind, other.kind)
    apart = one.sentence is not other.sentence or one.kind == other.kind
    past = other.sentence.tokens[0].lemma in _EARLIER
    return ours == theirs and apart and not past and (one.kind == other.kind or general)


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
            if found and _is_of_the_same(cast, sentence, found[-1], one):
                one.parties = found[-1].parties
            if len(one.parties) > 1:
                _add(found, one)
        open_kind = next((one.kind for one in drafts if one.noun and len(one.parties) < 2), None)
    return found


def _is_of_the_same(cast: Cast, sentence: Sentence, known: Agreement, one: Agreement) -> bool:
    """Whether an agreement is between those of the one just told: «стороны подписали», «меморандум подписан»."""
    if cast.firms(sentence):
        return False
    index = cast.sentences.index(sentence)
    following = (known.last or known.sentence) is cast.sentences[index - 1] and not one.parties
    return by_the_sides(sentence) or (following and not one.by_another and one.told)


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
    bounds += [one.node for one in found if tokens[one.node].lemma in ORDINALS and one.node]
    if not bounds or len(found) < 2:
        return every
    low = max((n for n in bounds if n <= trigger.node), default=-1)
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
    gapped = [*_gaps(sentence, every)] if len(found) == 1 and found[0].signing else []
    every = [one for one in every if not any(one in pair for pair in gapped)]
    for pair in gapped:
        parties = distinct([actor for one in pair for actor in one.actors])
        yield Agreement(found[0].kind, sentence, "signed", parties, lead=pair[0].actors[0], told=True)
    apart = [*_several(cast, sentence, every)] if all(_is_many(sentence, one) for one in found) else []
    if apart:
        yield from apart
        return
    for trigger in found:
        participants = _in_clause(sentence, found, trigger, every)
        one = _draft(cast, sentence, trigger, participants)
        if one and known and len(one.parties) < 2 and sentence.tokens[trigger.node].lemma == "документ":
            _extend(known, one)
            continue
        headed = trigger.fragment and (bool(one and one.parties) or is_headed(cast, index))
        if one and len(one.parties) < 2 and (trigger.told or headed):
            complete(cast, one, index, participants)
        if one:
            yield one


def _gaps(sentence: Sentence, every: list[Argument]) -> Iterator[tuple[Argument, Argument]]:
    """«X заключил договор с A, Y – с B»: those between whom the verb is left out."""
    for one, other in pairwise(every):
        between = [token.text for token in sentence.tokens[one.mention.last : other.mention.first]]
        if between[:1] in (["–"], ["—"]) and other.mention.preposition in ("с", "со"):
            yield one, other


def _is_many(sentence: Sentence, trigger: Trigger) -> bool:
    return sentence.tokens[trigger.node].number == "Plur"


def _several(cast: Cast, sentence: Sentence, every: list[Argument]) -> Iterator[Agreement]:
    """«Два соглашения подписал X: с Y и с Z»: one with each."""
    tree, tokens = cast.tree(sentence), sentence.tokens
    kinds = [words.KINDS[t.lemma] for t in tokens if t.lemma in words.KINDS and not t.quoted]
    signs = [n for n in tree.rels if tokens[n].lemma in words.SIGN and tokens[n].form == "Fin"]
    others = [one for one in every if one.links and one.mention.preposition in ("с", "со")]
    lead = [actor for one in every for actor in one.actors if signs and _is_subject_of(one, signs[0])]
    if not kinds or len(lead) != 1 or len(others) < _SEVERAL:
        return
    status = standing(sentence, tree, signs[0])
    for one in others if status else ():
        parties = distinct([lead[0], *one.actors])
        yield Agreement(kinds[0], sentence, status or "signed", parties, lead=lead[0], told=True)


def _is_subject_of(argument: Argument, verb: int) -> bool:
    links = argument.links
    return bool(links) and links[0].governor == verb and links[0].slot == "subj"


def signed_on(agreement: Agreement, text: str) -> str | None:
    """The date that its own sentence gives."""
    return first_date(text[slice(*agreement.sentence.span)]) if agreement.status != "announced" else None
