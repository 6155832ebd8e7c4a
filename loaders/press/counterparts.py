"""Who plays the part that a sentence of delivery leaves open: told beside it, or whom the text speaks of."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from loaders.press import words
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement, Supply
from loaders.press.frames import SAID, B, S, frame_of
from loaders.press.gaps import SELL, Gap, heads, is_told_otherwise
from loaders.press.language import Sentence
from loaders.press.modality import standing
from loaders.press.speech import speaker

_CLOSE: Final = 4
"""«наш» stands among so many words before «клиент»."""
_OWN: Final = ("make", "assemble")
"""Frames that tell of a delivery only where the goods stand before the verb: «раму делает X»."""


def _we(gap: Gap) -> list[Actor]:
    """Who says «мы» in a sentence that tells only from whom something comes: «покупали у X, теперь делаем сами»."""
    if gap.scene.frame not in ("given", "take", "taken") or gap.missing == S:
        return []
    spoken = (one for one in arguments(gap.cast, gap.sentence) if one.mention.name == "мы")
    return next(([*one.actors] for one in spoken if one.actors and one.actors[0] not in gap.given), [])


def _partner(gap: Gap) -> list[Actor]:
    """The other party of an agreement just told, where its party delivers or takes and nobody else is named."""
    near = {id(one) for one in (*gap.before, gap.sentence)}
    if (gap.scene.frame in _OWN or is_told_otherwise(gap)) and not gap.called:
        return []
    for deal in reversed(gap.deals):
        parties = [party for party in deal.parties if isinstance(party, Actor)]
        known = gap.called or {id(deal.last), id(deal.sentence)} & near
        running = known and deal.status != "ended" and (gap.called or _means_it(gap, deal))
        if (
            running
            and len(gap.given) == 1
            and gap.given[0] in parties
            and len(deal.parties) == 2 == len(parties)
        ):
            return [party for party in parties if party is not gap.given[0]]
    return []


def _means_it(gap: Gap, deal: Agreement) -> bool:
    """Whether a delivery is that of an agreement: told in one sentence, named by it, or still to come."""
    node = gap.sentence.tokens[gap.scene.node]
    if gap.scene.frame in ("delivery", "purchase"):
        return False
    if gap.sentence.has(frozenset((*words.KINDS, "документ"))):
        return True
    return standing(gap.sentence, gap.tree, gap.scene.node) == "announced" and node.lemma not in SELL


def _carried(gap: Gap) -> list[Actor]:
    """Whom a delivery told before in the sentence names: «кабины делает для него X, шины поставляет Y»."""
    return _of_told(gap, [one for one in gap.told if one.sentence is gap.sentence])


def _of_told(gap: Gap, told: list[Supply]) -> list[Actor]:
    every = (one.buyer if gap.missing == B else one.supplier for one in reversed(told))
    found = next((one for one in every if one not in gap.given), None)
    return [found] if found else []


def _user(gap: Gap) -> list[Actor]:
    """Who uses what is delivered: «X собирает машины из узлов, которые поставляет Y»; of «собираются», the topic."""
    tree = gap.tree
    goods = tree.antecedent(gap.scene.node)
    if goods is None or goods not in tree.rels or tree.preposition(goods) == "для":
        return []
    using = {link.governor for link in tree.links(goods) if frame_of(tree.tokens[link.governor])}
    found = [one for one in arguments(gap.cast, gap.sentence) if one.links and one.links[0].governor in using]
    user = next(([*one.actors] for one in found if one.links[0].slot == "subj"), [])
    topic = _one_of(_subjects_before(gap), gap) if using and not found else None
    return [topic] if topic else user


def _maker(gap: Gap) -> list[Actor]:
    """Who delivers the machines that goods are meant for: «аппараты для сеялок поставит X»."""
    tokens, tree = gap.sentence.tokens, gap.tree
    meant = (
        n for n in tree.rels if tokens[n].lemma in words.MACHINES and tree.preposition(n) in ("для", "на")
    )
    machines = {tokens[n].lemma for n in meant}
    told = (one for one in reversed(gap.told) if machines & {token.lemma for token in one.sentence.tokens})
    found = next((one.supplier for one in told if one.supplier not in gap.given), None)
    return [found] if found and gap.missing == B else []


def spoken(cast: Cast) -> Counter[int]:
    """How often a text speaks of each firm, by the id of its object."""
    every = (
        one for sentence in cast.sentences for one in cast.of(sentence, "enterprise", "unnamed", "anaphor")
    )
    return Counter(id(actor) for one in every for actor in cast.whom(one) if len(cast.whom(one)) == 1)


def protagonist(cast: Cast) -> Actor | None:
    """The firm that a text speaks of most often, the earliest of equals."""
    named = sorted((one for one in cast.actors if not one.weak), key=lambda one: one.seen.span)
    return max(named, key=lambda one: spoken(cast)[id(one)], default=None)


def _replaced(gap: Gap) -> list[Actor]:
    """Whom those deliver to that others replace: «Раньше такие узлы поставлял Y», «Сегодня их делает Z»."""
    goods = gap.tree.children(gap.scene.node, "obj", "nsubj")
    same = any(gap.sentence.tokens[n].text.lower() in ("их", "его", "её") for n in goods)
    if not same and not any(token.lemma in words.REPLACING for token in gap.sentence.tokens):
        return []
    told = [one for one in gap.told if one.sentence in gap.before]
    return _of_told(gap, told) if gap.missing == B else []


def _spoken_of(gap: Gap) -> list[Actor]:
    """Whom the sentence or the one before speaks of, else the whole text, where somebody else delivers."""
    main = protagonist(gap.cast)
    if not _is_open(gap) or (gap.missing == S and not _is_new(gap)):
        return []
    if beside := _one_of(_beside(gap), gap):
        return [beside]
    alike = [id(one) for told in _alike(gap) for one in told.actors]
    local = _one_of([one for one in _subjects_before(gap) if id(one) not in alike], gap)
    if (
        main in gap.given
        or (main and id(main) in alike)
        or (local is None and main and _is_one_of_several(gap, main))
    ):
        return []
    found = local or main
    return [found] if found and not found.placeholder else []


def _is_new(gap: Gap) -> bool:
    """Whether goods of which the text has spoken find a buyer: «Технику закупило хозяйство X»."""
    node = gap.scene.node
    goods = set(gap.tree.children(node, "obj", "nsubj")) - heads(gap)
    fronted = any(n < node for n in goods)
    after = all(argument.mention.first > node for argument, _ in gap.scene.parts)
    return gap.scene.frame == "take" and fronted and after


def _is_open(gap: Gap) -> bool:
    """Whether a verb tells of goods and of nobody else to whom they go."""
    goods = gap.tree.children(gap.scene.node, "obj", "nsubj", "obl")
    fronted = gap.scene.frame not in _OWN or any(n < gap.scene.node for n in goods)
    described = gap.tree.antecedent(gap.scene.node) is not None
    verb = gap.sentence.tokens[gap.scene.node].pos != "NOUN"
    several = len(gap.given) > 1 and gap.missing == S
    return verb and fronted and not (described or several) and not is_told_otherwise(gap)


def _one_of(actors: list[Actor], gap: Gap) -> Actor | None:
    """The only one of these who does not play the other part."""
    free = {id(one): one for one in actors if one not in gap.given}
    return next(iter(free.values())) if len(free) == 1 else None


def _beside(gap: Gap) -> list[Actor]:
    """Whom a sentence speaks of before its word of delivery: «По словам директора завода, двигатели поставит Y»."""
    told = (one for one in arguments(gap.cast, gap.sentence) if one.mention.last <= gap.scene.node)
    return [actor for one in told if not _plays(gap, one) for actor in one.actors]


def _plays(gap: Gap, argument: Argument) -> bool:
    """Whether an enterprise belongs to another word of delivery."""
    governors = [link.governor for link in argument.links[:1] if link.governor != gap.scene.node]
    return any(frame_of(gap.sentence.tokens[one]) for one in governors)


def _alike(gap: Gap) -> Iterator[Argument]:
    """Who does the same in another clause of the sentence: «узлы отправит X, кабины предоставит Y»."""
    for one in arguments(gap.cast, gap.sentence):
        link = one.links[0] if one.links else None
        other = link is not None and link.governor != gap.scene.node and link.slot in ("subj", "obj")
        if link and other and frame_of(gap.sentence.tokens[link.governor]) == gap.scene.frame:
            yield one


def _subjects_before(gap: Gap) -> list[Actor]:
    near = [one for one in gap.before[-1:] if one.paragraph == gap.sentence.paragraph]
    return [actor for one in near for actor in _subjects(gap.cast, one)]


def _is_one_of_several(gap: Gap, main: Actor) -> bool:
    """Whether those who have just agreed with somebody may both be meant."""
    near = (deal for deal in gap.deals if (deal.last or deal.sentence) in gap.before)
    others = {
        id(party) for deal in near if main in deal.parties for party in deal.parties if party is not main
    }
    return bool(others) and 2 * max(spoken(gap.cast)[one] for one in others) > spoken(gap.cast)[id(main)]


def _subjects(cast: Cast, sentence: Sentence) -> list[Actor]:
    found = (one for one in arguments(cast, sentence) if one.links and one.links[0].slot == "subj")
    return [actor for one in found for actor in one.actors]


def _subject_of(gap: Gap) -> list[Actor]:
    """The subject of the clause of «поставщик», «партнёр», where it plays no part yet."""
    playing = {id(actor) for argument, _ in gap.scene.parts for actor in argument.actors}
    clause = gap.tree.clause(gap.scene.node)
    return [
        actor
        for one in arguments(gap.cast, gap.sentence)
        for actor in one.actors
        if _is_subject_in(one, clause) and id(actor) not in playing
    ]


def _is_subject_in(argument: Argument, clause: list[int]) -> bool:
    links = argument.links
    return bool(links) and links[0].governor in clause and links[0].slot == "subj"


def _ours(gap: Gap) -> list[Actor]:
    """Who says «наш клиент – X», «у нас пять заказчиков, среди них X»."""
    tokens, node = gap.sentence.tokens, gap.scene.node
    ours = any(token.lemma in ("наш", "мы") for token in tokens[max(node - _CLOSE, 0) : node])
    return [one for one in speaker(gap.cast, gap.sentence) if one not in gap.given] if ours else []


def _told_before(gap: Gap) -> list[Actor]:
    """Whom the two sentences before name first: «Среди поставщиков – X» is said of it."""
    for before in reversed(gap.before):
        actors = [
            actor for one in gap.cast.of(before, "enterprise", "anaphor") for actor in gap.cast.whom(one)
        ]
        if actors:
            return actors[:1]
    return []


_RULES: Final[tuple[Callable[[Gap], list[Actor]], ...]] = (
    _we,
    _partner,
    _carried,
    _replaced,
    _user,
    _maker,
    _spoken_of,
)


def counterpart(gap: Gap) -> list[Actor]:
    """Who plays the part that a word of delivery leaves open; nobody where the text does not say."""
    rules = (_subject_of, _ours, _told_before) if gap.scene.frame in SAID else _RULES
    found = (rule(gap) for rule in rules)
    return next((actors for actors in found if actors), [])
