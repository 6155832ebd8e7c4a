"""The enterprises of a sentence with what governs each of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.syntax import Link, Tree

_BETWEEN = frozenset((",", "и", "или", "а", "также", "со", "вместе"))


@dataclass(frozen=True)
class Argument:
    """Enterprises that one word of a sentence speaks of, and the links from that word up to the root."""

    actors: tuple[Actor, ...]
    mention: Mention
    links: tuple[Link, ...]

    def up_to(self, governor: int) -> tuple[Link, ...]:
        """The links up to the one that a word governs; none where it does not govern the argument."""
        for number, link in enumerate(self.links):
            if link.governor == governor:
                return self.links[: number + 1]
        return ()


def arguments(cast: Cast, sentence: Sentence) -> list[Argument]:
    """The enterprises of a sentence, «завод», «стороны» and «который» among them, in the order of the text."""
    tree = cast.tree(sentence)
    found: list[Argument] = []
    for mention in cast.of(sentence, "enterprise", "unnamed", "anaphor"):
        whom = cast.whom(mention)
        if not whom:
            continue
        links = tuple(tree.links(mention.head))
        if found and _continues(sentence, found[-1].mention, mention):
            links = found[-1].links or links
        found.append(Argument(whom, mention, links))
    return [*found, *_relative(tree, sentence, found)]


def _continues(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether two mentions are neighbours in a list."""
    if "anaphor" in (one.kind, other.kind) or one.first == other.first:
        return one.first == other.first and one.kind == other.kind
    between = [token.text.lower() for token in sentence.tokens[one.last : other.first]]
    return 0 < len(between) < 4 and set(between) <= {",", "и", "или", "а", "также"} and not _clauses(sentence, one, other)


def _clauses(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether «, а» begins another clause: the cases differ."""
    comma = sentence.tokens[one.last].text == ","
    return comma and bool(one.case and other.case) and one.case != other.case


def _relative(tree: Tree, sentence: Sentence, found: list[Argument]) -> Iterator[Argument]:
    """«который» stands for the enterprise before it."""
    for number, token in enumerate(sentence.tokens):
        if token.lemma != "который" or number not in tree.heads:
            continue
        noun = tree.relative(number)
        for argument in found:
            if noun == argument.mention.head or (noun is not None and argument.mention.first <= noun < argument.mention.last):
                yield Argument(argument.actors, argument.mention, tuple(tree.links(number)))
