"""A word of delivery of which one part is open, and whether somebody plays it who is no enterprise of the text."""

from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.arguments import arguments
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement, Supply
from loaders.press.frames import B, Part, S
from loaders.press.geography import adjective_place
from loaders.press.language import Sentence
from loaders.press.scenes import Scene
from loaders.press.syntax import Tree

_COUNTERPART: Final = words.PARTNERS | words.ROLES_OF_FIRMS | {"поставщик", "получатель", "клиент"}
"""What the other party of an agreement is called."""


_NEAR: Final = 2
"""So many sentences after an agreement still tell of it."""


SELL: Final = frozenset("продать продавать реализовать реализовывать экспортировать".split())
"""What is sold goes to the market, unless its buyer is told."""


@dataclass(frozen=True)
class Gap:
    """A word of delivery of which one part is played and the other is not; `told` are the deliveries before it."""

    cast: Cast
    sentence: Sentence
    scene: Scene
    deals: list[Agreement]
    told: list[Supply]

    @property
    def tree(self) -> Tree:
        """The tree of its sentence."""
        return self.cast.tree(self.sentence)

    @property
    def missing(self) -> Part:
        """The part that nobody plays."""
        return B if self.scene.of(S) else S

    @property
    def given(self) -> list[Actor]:
        """Who plays the other part."""
        return self.scene.of(S) or self.scene.of(B)

    @property
    def before(self) -> list[Sentence]:
        """The two sentences before it, the nearest last."""
        index = self.cast.sentences.index(self.sentence)
        return self.cast.sentences[max(index - _NEAR, 0) : index]

    @property
    def called(self) -> bool:
        """Whether «заказчик», «партнёр» stands beside the word of delivery."""
        sold = self.sentence.tokens[self.scene.node].lemma in SELL
        beside = self.tree.children(self.scene.node, "iobj", "obl", *(() if sold else ("nsubj", "obj")))
        return any(self.sentence.tokens[n].lemma in _COUNTERPART for n in beside)


def is_told_otherwise(gap: Gap) -> bool:
    """Whether the part is played by somebody who is no enterprise of the text: «в двадцать стран», «из Италии»."""
    wanted = ("to", "dat", "to_of") if gap.missing == B else ("from", "ins")
    for number in gap.tree.rels:
        token = gap.sentence.tokens[number]
        link = next(gap.tree.links(number), None) if token.nominal or token.pos == "PRON" else None
        if number in heads(gap) or link is None:
            continue
        if link.governor == gap.scene.node and link.slot in wanted and link.case != "Loc":
            other = link.slot == "dat" and token.lemma not in _COUNTERPART and token.entity != "PER"
            if (
                other
                or _of_place(gap, number)
                or token.entity == "LOC"
                or (token.lemma in words.MARKETS and token.number == "Plur")
            ):
                return True
            if token.lemma in words.MARKETS - words.FIRMS or _is_nobody(gap, number):
                return True
    return False


def _is_nobody(gap: Gap, number: int) -> bool:
    """Whether «для него» stands for none of the enterprises."""
    unknown = gap.sentence.tokens[number].text.lower() in ("него", "неё", "нее")
    return unknown and number not in heads(gap)


def _of_place(gap: Gap, number: int) -> bool:
    """Whether an adjective of place stands before a noun: «на ташкентскую площадку»."""
    described = gap.tree.children(number, "amod")
    return number not in heads(gap) and any(adjective_place(gap.sentence.tokens[n]) for n in described)


def heads(gap: Gap) -> set[int]:
    """The words that stand for enterprises."""
    return {one.mention.head for one in arguments(gap.cast, gap.sentence)}
