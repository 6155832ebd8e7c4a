"""Who delivers what to whom: the frames of the words of delivery, filled by the syntax of a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.agreements import Agreement
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.frames import ACROSS, ALTERNATIVES, FRAMES, SAID, B, Part, S, frame_of
from loaders.press.goods import product
from loaders.press.language import Sentence, Token
from loaders.press.modality import standing
from loaders.press.syntax import Link, Tree

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


def _slot(path: tuple[Link, ...], tokens: tuple[Token, ...]) -> str:
    """The slot of an enterprise, or of the noun that it belongs to."""
    own, last = path[0], path[-1]
    if len(path) == 1:
        return own.slot
    between = [tokens[link.governor] for link in path[:-1]]
    if any(token.lemma in words.KINDS or frame_of(token) or token.pos == "VERB" for token in between):
        return ""
    if any(token.lemma in words.PEOPLE for token in between):
        return ""
    if own.slot in ("from", "to", "dat"):
        return own.slot
    marked = next((link for link in path[1:] if link.preposition), last)
    return f"{marked.slot}_of" if own.slot in ("gen", "subj", "obj", "ins") and not own.preposition else ""


def _part(frame: str, node: int, tree: Tree, argument: Argument) -> Part | None:
    """The part of an enterprise in a frame."""
    if frame in SAID and argument.mention.head in tree.children(node, "appos", "parataxis"):
        return FRAMES[frame]["subj"]
    if path := argument.up_to(node):
        return _governed(frame, node, tree, argument, path)
    antecedent = tree.antecedent(node)
    if antecedent is not None and argument.mention.first <= antecedent < argument.mention.last:
        return FRAMES[frame].get("subj")
    part = _shared(frame, node, tree, argument)
    slot = "" if part else _beside(tree, node, argument)
    return part or (FRAMES[frame].get(slot) if slot in ("from", "to", "to_of", "dat") else None)


def _governed(frame: str, node: int, tree: Tree, argument: Argument, path: tuple[Link, ...]) -> Part | None:
    """The part of an enterprise that the word of delivery governs itself."""
    slot = _slot(path, tree.tokens)
    undeclined = path[0].case == "" or frame in words.PASSIVES.values()
    object_of_another = slot == "obj" and undeclined and frame not in ("serve", "equip")
    owner = slot == "subj" and frame in ("delivery", "purchase")
    lost = slot != "subj" and _apart(tree, node, argument)
    return None if object_of_another or owner or lost else FRAMES[frame].get(slot)


def _shared(frame: str, node: int, tree: Tree, argument: Argument) -> Part | None:
    """The part of an enterprise that a verb above governs: «планирует поставлять», «начал поставки»."""
    for verb in tree.clause(node)[1:]:
        path = argument.up_to(verb)
        slot = path[-1].slot if path else ""
        if slot == "subj":
            part = FRAMES[frame].get(_slot(path, tree.tokens))
            return ACROSS[part] if part and tree.is_named(node) else part
        if len(path) == 1 and slot in ("to", "dat", "from") and not _agrees(tree.tokens[verb]):
            return FRAMES[frame].get(slot)
    return None


def _beside(tree: Tree, node: int, argument: Argument) -> str:
    """The slot that the words before a name give it, where the parser does not join it to the verb beside it."""
    first = argument.mention.first
    low, high = sorted((node, first))
    between = tree.tokens[low + 1 : high]
    verbs = tree.tokens[node].pos == "VERB"
    if (
        not verbs
        or not argument.links
        or any(token.text in ":;,." or token.form == "Fin" for token in between)
    ):
        return ""
    own = argument.links[0]
    before = tree.tokens[first - 1] if first else None
    if own.preposition or before is None or not before.nominal or own.case not in ("Gen", ""):
        return own.slot
    marked = next(tree.links(first - 1), None) if first - 1 in tree.rels else None
    return f"{marked.slot}_of" if marked and marked.preposition else ""


def _apart(tree: Tree, node: int, argument: Argument) -> bool:
    """Whether another finite verb stands between a word of delivery and an enterprise: the parser has erred."""
    low, high = sorted((node, argument.links[0].node))
    return any(
        token.form == "Fin" and not token.quoted and token.pos == "VERB"
        for token in tree.tokens[low + 1 : high]
    )


def _agrees(token: Token) -> bool:
    return token.lemma in words.SIGN or token.lemma in words.KINDS


@dataclass(frozen=True)
class _Scene:
    """A word of delivery with the enterprises that play a part."""

    node: int
    frame: str
    parts: tuple[tuple[Argument, Part], ...]

    def of(self, part: Part) -> list[Actor]:
        """The enterprises that play a part, each once."""
        actors = (actor for argument, mine in self.parts if mine == part for actor in argument.actors)
        return list({id(actor): actor for actor in actors}.values())


def _opens(tree: Tree, node: int) -> str | None:
    """The frame that a word opens; «поставщик» does so where it is said of somebody."""
    frame = frame_of(tree.tokens[node]) if node in tree.rels else None
    if frame and any(
        tree.tokens[child].lemma in words.NO_GOODS for child in tree.children(node, "obj", "nsubj")
    ):
        return None
    if frame in SAID and not tree.predicative(node):
        return None
    return frame


def _scenes(tree: Tree, found: list[Argument]) -> Iterator[_Scene]:
    for node in range(len(tree.tokens)):
        frame = _opens(tree, node)
        if frame is None:
            continue
        parts = [(one, part) for one in found if (part := _part(frame, node, tree, one))]
        for other in ALTERNATIVES.get(frame, ()):
            if not any(part == S for _, part in parts) or frame == "make":
                told = [(one, part) for one in found if (part := _part(other, node, tree, one))]
                if any(part == S for _, part in told):
                    frame, parts = other, told
        if frame == "supplier" and tree.preposition(node) == "среди":
            listed = [one for one in found if one.mention.first > node and not _prefixed(one)]
            parts += [(one, S) for one in listed if not any(one is other for other, _ in parts)]
        yield _Scene(node, frame, tuple(_completed(tree, found, parts, node)))


def _prefixed(argument: Argument) -> bool:
    return bool(argument.links) and bool(argument.links[0].preposition)


def _completed(
    tree: Tree, found: list[Argument], parts: list[tuple[Argument, Part]], node: int
) -> list[tuple[Argument, Part]]:
    """Where one part alone is played, the only enterprise beside it that nothing marks plays the other."""
    told = {part for _, part in parts}
    playing = {id(actor) for argument, _ in parts for actor in argument.actors}
    idle = [
        one
        for one in found
        if not playing & {id(actor) for actor in one.actors} and _unmarked(tree, one, node)
    ]
    if len(told) != 1 or len({id(actor) for one in idle for actor in one.actors}) != 1:
        return parts
    missing: Part = B if told == {S} else S
    return [*parts, (idle[0], missing)]


def _unmarked(tree: Tree, argument: Argument, node: int) -> bool:
    """Whether an enterprise stands in the clause of a word without preposition, and governs no verb of its own."""
    if not argument.links or argument.links[0].preposition or argument.mention.kind == "anaphor":
        return False
    verbs = [link.governor for link in argument.links if tree.tokens[link.governor].pos in ("VERB", "ADJ")]
    return bool(verbs) and verbs[0] in tree.clause(node) and not _apart(tree, node, argument)


def _status(sentence: Sentence, tree: Tree, node: int) -> Status | None:
    status = standing(sentence, tree, node)
    if status != "signed":
        return status
    signed = tree.tokens[node].pos == "NOUN" and any(_agrees(tree.tokens[one]) for one in tree.clause(node))
    return "signed" if signed else "active"


def _partner(cast: Cast, sentence: Sentence, scene: _Scene, deals: list[Agreement]) -> list[Actor]:
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


def _subject_of(tree: Tree, found: list[Argument], scene: _Scene) -> list[Actor]:
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


def _we(cast: Cast, sentence: Sentence, scene: _Scene) -> list[Actor]:
    """Who says «мы» in a sentence that tells only from whom something comes: «покупали у X, теперь делаем сами»."""
    if scene.frame not in ("given", "take", "taken") or not scene.of(S):
        return []
    spoken = (one for one in arguments(cast, sentence) if one.mention.name == "мы")
    return next(([*one.actors] for one in spoken if one.actors and one.actors[0] not in scene.of(S)), [])


def _user(cast: Cast, sentence: Sentence, scene: _Scene) -> list[Actor]:
    """Who uses what is delivered: «X собирает машины из узлов, которые поставляет Y»."""
    tree = cast.tree(sentence)
    goods = tree.antecedent(scene.node)
    if goods is None or goods not in tree.rels:
        return []
    using = {link.governor for link in tree.links(goods) if frame_of(tree.tokens[link.governor])}
    found = (one for one in arguments(cast, sentence) if one.links and one.links[0].governor in using)
    return next(([*one.actors] for one in found if one.links[0].slot == "subj"), [])


def _topic(cast: Cast, sentence: Sentence, scene: _Scene) -> list[Actor]:
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


def _other(cast: Cast, sentence: Sentence, scene: _Scene, deals: list[Agreement]) -> list[Actor]:
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
    for scene in _scenes(tree, found):
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
