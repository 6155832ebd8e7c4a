"""A word of delivery with the enterprises that play a part in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press import words
from loaders.press.arguments import Argument
from loaders.press.cast import Actor
from loaders.press.frames import ACROSS, ALTERNATIVES, FRAMES, SAID, B, Part, S, frame_of
from loaders.press.language import Token
from loaders.press.syntax import Link, Tree


def _slot(path: tuple[Link, ...], tokens: tuple[Token, ...], frame: str) -> str:
    """The slot of an enterprise, or of the noun that it belongs to."""
    own, last = path[0], path[-1]
    if len(path) == 1:
        return own.slot
    between = [tokens[link.governor] for link in path[:-1]]
    if any(token.lemma in words.KINDS or frame_of(token) or token.pos == "VERB" for token in between):
        return ""
    if any(token.lemma in words.PEOPLE for token in between):
        return ""
    if own.slot in ("from", "to", "at", "dat"):
        return own.slot
    marked = next((link for link in path[1:] if link.preposition), last)
    if marked.slot in ("subj", "to") and frame == "use" and tokens[own.governor].lemma in words.COMPONENTS:
        return "obj_of"
    return f"{marked.slot}_of" if own.slot in ("gen", "subj", "obj", "ins") and not own.preposition else ""


def _part(frame: str, node: int, tree: Tree, argument: Argument) -> Part | None:
    """The part of an enterprise in a frame."""
    own = argument.links[0].node if argument.links else argument.mention.head
    called = own == node != argument.mention.head
    if frame in SAID and (called or argument.mention.head in tree.children(node, "appos", "parataxis")):
        return FRAMES[frame]["subj"]
    if path := argument.up_to(node):
        return _governed(frame, node, tree, argument, path)
    antecedent = tree.antecedent(node)
    if antecedent is not None and argument.mention.first <= antecedent < argument.mention.last:
        return FRAMES[frame].get("subj")
    part = _shared(frame, node, tree, argument)
    slot = "" if part else _beside(tree, node, argument)
    return part or (FRAMES[frame].get(slot) if slot in ("from", "to", "at", "to_of", "dat") else None)


def _governed(frame: str, node: int, tree: Tree, argument: Argument, path: tuple[Link, ...]) -> Part | None:
    """The part of an enterprise that the word of delivery governs itself."""
    slot = _slot(path, tree.tokens, frame)
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
            part = FRAMES[frame].get(_slot(path, tree.tokens, frame))
            return ACROSS[part] if part and tree.is_named(node) else part
        if len(path) == 1 and slot in ("to", "dat", "from") and not agrees(tree.tokens[verb]):
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


def agrees(token: Token) -> bool:
    """Whether a word tells of an agreement, so that what it governs is no delivery."""
    return token.lemma in words.SIGN or token.lemma in words.KINDS


@dataclass(frozen=True)
class Scene:
    """A word of delivery with the enterprises that play a part."""

    node: int
    frame: str
    parts: tuple[tuple[Argument, Part], ...]

    def of(self, part: Part) -> list[Actor]:
        """The enterprises that play a part, each once."""
        actors = (actor for argument, mine in self.parts if mine == part for actor in argument.actors)
        return list({id(actor): actor for actor in actors}.values())


def _opens(tree: Tree, node: int, found: list[Argument]) -> str | None:
    """The frame that a word opens; «поставщик» does so where it is said of somebody, or where a list spells it out."""
    frame = frame_of(tree.tokens[node]) if node in tree.rels else None
    if frame and any(
        tree.tokens[child].lemma in words.NO_GOODS for child in tree.children(node, "obj", "nsubj")
    ):
        return None
    listed = any(one.links[0].node == node for one in found if one.links and one.mention.head != node)
    of_cluster = any(tree.tokens[child].lemma in words.CLUSTERS for child in tree.children(node, "nmod"))
    if frame in SAID and (of_cluster or not (listed or tree.predicative(node))):
        return None
    return frame


def scenes(tree: Tree, found: list[Argument]) -> Iterator[Scene]:
    """Every word of delivery of a sentence, with the enterprises that play a part."""
    for node in range(len(tree.tokens)):
        frame = _opens(tree, node, found)
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
        yield Scene(node, frame, tuple(_completed(tree, found, parts, node)))


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
