"""Who delivers what to whom: the frames of the words of delivery, filled by the syntax of a sentence."""

from collections.abc import Iterable, Iterator
from typing import Final

from graphmodel.domain.claims import Status
from loaders.press.arguments import arguments
from loaders.press.cast import Actor, Cast
from loaders.press.counterparts import counterpart
from loaders.press.deals import Agreement, Supply
from loaders.press.frames import B, Part, S
from loaders.press.gaps import Gap
from loaders.press.goods import product
from loaders.press.language import Sentence
from loaders.press.modality import standing
from loaders.press.scenes import agrees, scenes
from loaders.press.syntax import Tree

_BUYING: Final = frozenset(
    "дилер дистрибьютор хозяйство агрофирма агрохолдинг ферма покупатель заказчик оператор агрокластер "
    "кооператив фермер агрокомплекс".split()
)
"""Who takes machines and does not make them."""
_TRADING: Final = ("лизинг", "leasing", "lizing", "трейд", "trade", "импорт", "savdo")
"""What the names of those hold who buy to sell or to let."""
_MAKERS: Final = frozenset("завод производитель изготовитель комбинат фабрика".split())
_NEAR: Final = 3
"""So many sentences tell what an agreement is about, the first its own."""
_PURCHASE: Final = frozenset("закупка приобретение покупка".split())
_DELIVERY: Final = _PURCHASE | frozenset(
    "поставка отгрузка купля-продажа продажа экспорт дилерство дистрибуция".split()
)
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


def _status(sentence: Sentence, tree: Tree, node: int) -> Status | None:
    status = standing(sentence, tree, node)
    if status != "signed":
        return status
    signed = tree.tokens[node].pos == "NOUN" and any(agrees(tree.tokens[one]) for one in tree.clause(node))
    return "signed" if signed else "active"


def _links(cast: Cast, sentence: Sentence, deals: list[Agreement], before: list[Supply]) -> Iterable[Supply]:
    tree = cast.tree(sentence)
    for scene in scenes(tree, arguments(cast, sentence)):
        suppliers, buyers = scene.of(S), scene.of(B)
        if bool(suppliers) != bool(buyers):
            other = counterpart(Gap(cast, sentence, scene, deals, before))
            suppliers, buyers = suppliers or other, buyers or other
        status = _status(sentence, tree, scene.node) if suppliers and buyers else None
        if status is None:
            continue
        what = product(cast, sentence, scene.node, scene.frame)
        for supplier in suppliers:
            for buyer in buyers:
                if supplier is not buyer:
                    before.append(Supply(supplier, buyer, what, status, sentence))
                    yield before[-1]


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


def _buys(party: Actor) -> bool:
    """Whether a firm buys machines by its trade: a dealer, a farm, a leasing house."""
    named = any(word in party.name.lower() for word in _TRADING)
    return named or bool(party.nouns & _BUYING) or bool(_BUYING & set(party.name.lower().split()))


def _sides(deal: Agreement, parties: list[Actor], buying: bool) -> tuple[Actor, Actor] | None:
    """Who delivers to whom by an agreement on delivery: by trade, else who concludes it or is named first delivers.

    Whom the text need not introduce buys of the maker that it does: «X и завод «Y» подписали договор на поставку».
    """
    buyers = [party for party in parties if _buys(party)]
    if len(buyers) == 1:
        return next(party for party in parties if party is not buyers[0]), buyers[0]
    if buyers:
        return None
    if deal.lead not in parties and any(party.placeholder for party in parties):
        return None
    if deal.lead not in parties:
        first, second = parties
        known = not first.nouns and bool(second.nouns & _MAKERS)
        return (second, first) if known != buying else (first, second)
    other = next(party for party in parties if party is not deal.lead)
    return (other, deal.lead) if buying else (deal.lead, other)


def _tells_of(cast: Cast, sentence: Sentence, parties: list[Actor]) -> bool:
    """Whether a sentence speaks of nobody but the parties of an agreement."""
    actors = (actor for one in cast.firms(sentence) for actor in cast.whom(one))
    return all(actor in parties for actor in actors)


def _is_one_of_several(deal: Agreement, deals: list[Agreement]) -> bool:
    """Whether its sentence tells of another agreement too, so that each is on what it names itself."""
    return any(one.sentence is deal.sentence for one in deals if one is not deal)


def _by_deal(cast: Cast, deal: Agreement, deals: list[Agreement]) -> Iterator[Supply]:
    """The delivery of which an agreement of two firms speaks, in its sentence or the next one."""
    parties = [party for party in deal.parties if isinstance(party, Actor)]
    index = cast.sentences.index(deal.sentence)
    after = cast.sentences[index + 1 : index + _NEAR]
    near = [deal.sentence, *(one for one in after if _tells_of(cast, one, parties))]
    if _is_one_of_several(deal, deals) and not any(_DELIVERY & {*about.split()} for about in deal.subjects):
        near = [] if deal.subjects else [deal.sentence]
    if deal.status == "ended" or not len(parties) == len(deal.parties) == 2:
        return
    told = next((one for one in near if one.has(_DELIVERY)), None)
    told = told or (deal.sentence if any(about[:1].isdigit() for about in deal.subjects) else None)
    sides = _sides(deal, parties, buying=told.has(_PURCHASE)) if told else None
    if told and sides:
        status: Status = "announced" if deal.status == "announced" else "signed"
        yield Supply(sides[0], sides[1], None, status, deal.sentence)


def supplies(cast: Cast, deals: list[Agreement]) -> Iterator[Supply]:
    """Every delivery of which supplier and buyer are told, once a sentence; `deals` tell who «we» deliver to."""
    known: list[tuple[int, int]] = []
    before: list[Supply] = []
    for sentence in cast.sentences:
        once = {
            (id(one.supplier), id(one.buyer)): one
            for one in reversed([*_links(cast, sentence, deals, before), *_by_roles(cast, sentence)])
        }
        told = list(reversed(once.values()))
        known += [(id(one.supplier), id(one.buyer)) for one in told]
        yield from told
    for deal in deals:
        yield from (
            one for one in _by_deal(cast, deal, deals) if not {(id(one.supplier), id(one.buyer))} & {*known}
        )
