"""Who delivers what to whom: the frames of the words of delivery, filled by the syntax of a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement
from loaders.press.frames import SAID, B, Part, S, frame_of
from loaders.press.goods import product
from loaders.press.language import Sentence
from loaders.press.modality import standing
from loaders.press.scenes import Scene, agrees, scenes
from loaders.press.syntax import Tree

_COUNTERPART: Final = words.PARTNERS | {"покупатель", "заказчик", "поставщик"}
"""What the other party of an agreement is called."""
_BUYING: Final = frozenset(
    "дилер дистрибьютор хозяйство агрофирма агрохолдинг ферма покупатель заказчик".split()
)
"""Who takes machines and does not make them."""
_SELL: Final = frozenset("продать продавать реализовать реализовывать экспортировать".split())
"""What is sold goes to the market, unless its buyer is told."""
_ROLES: Final[dict[str, Part]] = {
    "поставщик": S,
    "продавец": S,
    "изготовитель": S,
    "производитель": S,
    "покупатель": B,
    "заказчик": B,
    "получатель": B,
}
"""What a party to a contract is called in brackets after its name."""


@dataclass(frozen=True)
class Supply:
    """One link: who delivers what to whom."""

    supplier: Actor
    buyer: Actor
    product: str | None
    status: Status
    sentence: Sentence


def _status(sentence: Sentence, tree: Tree, node: int) -> Status | None:
    status = standing(sentence, tree, node)
    if status != "signed":
        return status
    signed = tree.tokens[node].pos == "NOUN" and any(agrees(tree.tokens[one]) for one in tree.clause(node))
    return "signed" if signed else "active"


def _partner(cast: Cast, sentence: Sentence, scene: Scene, deals: list[Agreement]) -> list[Actor]:
    """The other party of an agreement just told, where its party delivers or takes and nobody else is named."""
    index = next(n for n, one in enumerate(cast.sentences) if one is sentence)
    near = {id(one) for one in cast.sentences[max(index - 2, 0) : index + 1]}
    tree = cast.tree(sentence)
    called = any(sentence.tokens[n].lemma in _COUNTERPART for n in tree.children(scene.node, "iobj", "obl"))
    meant = (
        called
        or sentence.has(frozenset((*words.KINDS, "документ")))
        or (
            _status(sentence, tree, scene.node) == "announced"
            and sentence.tokens[scene.node].lemma not in _SELL
        )
    )
    one = (scene.of(S) or scene.of(B))[:1]
    for deal in reversed(deals):
        parties = [party for party in deal.parties if isinstance(party, Actor)]
        known = called or id(deal.last or deal.sentence) in near or id(deal.sentence) in near
        running = known and deal.status != "ended"
        if running and meant and one and one[0] in parties and len(deal.parties) == len(parties) == 2:
            return [party for party in parties if party is not one[0]]
    return []


def _subject_of(tree: Tree, found: list[Argument], scene: Scene) -> list[Actor]:
    """The subject of the clause of a word of delivery, where it plays no part yet."""
    playing = {id(actor) for argument, _ in scene.parts for actor in argument.actors}
    clause = tree.clause(scene.node)
    return [
        actor
        for one in found
        for actor in one.actors
        if one.links
        and one.links[0].governor in clause
        and one.links[0].slot == "subj"
        and id(actor) not in playing
    ]


def _we(cast: Cast, sentence: Sentence, scene: Scene) -> list[Actor]:
    """Who says «мы» in a sentence that tells only from whom something comes: «покупали у X, теперь делаем сами»."""
    if scene.frame not in ("given", "take", "taken") or not scene.of(S):
        return []
    spoken = (one for one in arguments(cast, sentence) if one.mention.name == "мы")
    return next(([*one.actors] for one in spoken if one.actors and one.actors[0] not in scene.of(S)), [])


def _user(cast: Cast, sentence: Sentence, scene: Scene) -> list[Actor]:
    """Who uses what is delivered: «X собирает машины из узлов, которые поставляет Y»."""
    tree = cast.tree(sentence)
    goods = tree.antecedent(scene.node)
    if goods is None or goods not in tree.rels:
        return []
    using = {link.governor for link in tree.links(goods) if frame_of(tree.tokens[link.governor])}
    found = (one for one in arguments(cast, sentence) if one.links and one.links[0].governor in using)
    return next(([*one.actors] for one in found if one.links[0].slot == "subj"), [])


def _topic(cast: Cast, sentence: Sentence, scene: Scene) -> list[Actor]:
    """The only firm that the text has spoken of, where new ones after the verb deliver what stands before it.

    So Russian orders what is known and what is new: «Насосы поставит X» says who delivers them to whom one speaks of.
    """
    suppliers = scene.of(S)
    goods = [n for n in cast.tree(sentence).children(scene.node, "obj", "nsubj") if n < scene.node]
    new = all(one.seen.sentence is sentence for one in suppliers)
    after = all(one.mention.first > scene.node for one, part in scene.parts if part == S)
    if not (suppliers and goods and new and after):
        return []
    spoken = [one for one in cast.actors if not one.weak and one.seen.span[0] < sentence.span[0]]
    return spoken if len(spoken) == 1 and not spoken[0].placeholder else []


def _other(cast: Cast, sentence: Sentence, scene: Scene, deals: list[Agreement]) -> list[Actor]:
    """Who plays the part that a sentence leaves open: the other party, or whom the text speaks of."""
    if said := _we(cast, sentence, scene):
        return said
    if scene.frame in ("give", "given", "take", "taken", "serve"):
        partner = [] if scene.frame in ("given", "taken") else _partner(cast, sentence, scene, deals)
        return partner or _user(cast, sentence, scene) or _topic(cast, sentence, scene)
    bought = scene.frame in ("equip", "use", "used", "switch") and bool(scene.of(S))
    if scene.frame not in SAID and not bought:
        return []
    if subject := _subject_of(cast.tree(sentence), arguments(cast, sentence), scene):
        return subject
    index = next(n for n, one in enumerate(cast.sentences) if one is sentence)
    for before in reversed(cast.sentences[max(index - 2, 0) : index]):
        actors = [actor for one in cast.of(before, "enterprise", "anaphor") for actor in cast.whom(one)]
        if actors:
            return [] if bought and len({id(actor) for actor in actors}) > 1 else actors[:1]
    return []


def _links(cast: Cast, sentence: Sentence, deals: list[Agreement]) -> Iterable[Supply]:
    found = arguments(cast, sentence)
    tree = cast.tree(sentence)
    for scene in scenes(tree, found):
        suppliers, buyers = scene.of(S), scene.of(B)
        if bool(suppliers) != bool(buyers):
            other = _other(cast, sentence, scene, deals)
            suppliers, buyers = suppliers or other, buyers or other
        status = _status(sentence, tree, scene.node) if suppliers and buyers else None
        if status is None:
            continue
        what = product(cast, sentence, scene.node, scene.frame)
        for supplier in suppliers:
            for buyer in buyers:
                if supplier is not buyer:
                    yield Supply(supplier, buyer, what, status, sentence)


def _by_roles(cast: Cast, sentence: Sentence) -> Iterator[Supply]:
    """«между X (поставщик) и Y (покупатель)»."""
    parts: dict[Part, list[Actor]] = {S: [], B: []}
    for mention in cast.firms(sentence):
        after = [token.lemma for token in sentence.tokens[mention.last : mention.last + 3]]
        part = _ROLES.get(after[1]) if after[:1] == ["("] and after[2:] == [")"] else None
        if part:
            parts[part] += cast.whom(mention)
    for supplier in parts[S]:
        for buyer in parts[B]:
            yield Supply(supplier, buyer, None, "signed", sentence)


def _by_trade(deals: list[Agreement]) -> Iterator[Supply]:
    """A contract on delivery between a dealer or a farm and somebody else: these do not supply their makers."""
    for deal in deals:
        parties = [party for party in deal.parties if isinstance(party, Actor) and not party.placeholder]
        buyers = [party for party in parties if party.nouns & _BUYING]
        sellers = [party for party in parties if not party.nouns & _BUYING]
        delivers = any(about.startswith("поставк") for about in deal.subjects)
        if (
            delivers
            and deal.status != "ended"
            and len(buyers) == len(sellers) == 1
            and len(deal.parties) == 2
        ):
            status: Status = "announced" if deal.status == "announced" else "signed"
            yield Supply(sellers[0], buyers[0], None, status, deal.sentence)


def supplies(cast: Cast, deals: list[Agreement]) -> Iterator[Supply]:
    """Every delivery of which supplier and buyer are told, once a sentence; `deals` tell who «we» deliver to."""
    known: list[tuple[int, int]] = []
    for sentence in cast.sentences:
        once = {
            (id(one.supplier), id(one.buyer)): one
            for one in reversed([*_links(cast, sentence, deals), *_by_roles(cast, sentence)])
        }
        told = list(reversed(once.values()))
        known += [(id(one.supplier), id(one.buyer)) for one in told]
        yield from told
    yield from (one for one in _by_trade(deals) if (id(one.supplier), id(one.buyer)) not in known)
