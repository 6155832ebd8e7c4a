"""Which words of a sentence tell of an agreement, and which verbs say that it is signed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.anaphora import ORDINALS
from loaders.press.cast import Cast
from loaders.press.language import Sentence, Token
from loaders.press.syntax import Tree

_ORDINAL: Final = frozenset("первый второй третий четвертый пятый другой еще".split())


@dataclass(frozen=True)
class Trigger:
    """A word that tells of an agreement; `verbs` are the predicates whose subject may be a party to it.

    `noun` is false for a verb alone («договорились»); `told` is whether the sentence tells of the agreement itself and
    does not only mention one; a `fragment` has no verb.
    """

    node: int
    kind: str
    verbs: tuple[int, ...]
    signing: tuple[int, ...] = ()
    noun: bool = True
    told: bool = False
    fragment: bool = False

    @property
    def predicate(self) -> int:
        """The word whose denial or future is that of the agreement."""
        return self.signing[0] if self.signing else self.node


def _kind(tree: Tree, number: int) -> str | None:
    """The kind of agreement that a word names; None for another word and for a number of agreements."""
    tokens = tree.tokens
    token = tokens[number]
    kind = words.KINDS.get(token.lemma)
    around = tokens[max(number - 4, 0) : number]
    if (
        kind is None
        or token.pos not in ("NOUN", "PROPN")
        or (kind == "roadmap" and not any(t.lemma == "дорожный" for t in around))
    ):
        return None
    if token.quoted and kind != "roadmap":
        return None
    if _counted(tokens, number) or any(
        tokens[one].lemma != "один" for one in tree.children(number, "nummod")
    ):
        return None
    before = {t.lemma for t in around}
    if {"специальный", "инвестиционный"} <= before:
        return "special_investment_contract"
    if kind == "intention" and not any(t.lemma == "намерение" for t in tokens[number + 1 : number + 4]):
        return None
    return kind


def _counted(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a number stands before a noun, adjectives passed over."""
    at = number - 1
    while at >= 0 and tokens[at].pos == "ADJ" and not tokens[at].text.isdigit():
        at -= 1
    counts = at >= 0 and (
        tokens[at].pos == "NUM"
        or (tokens[at].lemma in words.COUNTING and tokens[number].number == "Plur")
        or bool(re.fullmatch(r"\d+", tokens[at].text))
    )
    return counts and tokens[at].lemma != "один"


def _signing(tree: Tree, node: int) -> list[int]:
    """The verbs of signing around a word: above it, or participles below it."""
    above = [one for one in _ancestors(tree, node) if tree.tokens[one].lemma in words.SIGN]
    below = [child for child in tree.children(node, "acl", "amod") if tree.tokens[child].lemma in words.SIGN]
    relative = [one for one in tree.children(node, "acl") if tree.tokens[one].lemma in words.SIGN]
    return [*above, *below, *relative] or _beside(tree, node)


def _beside(tree: Tree, node: int) -> list[int]:
    """The nearest verb of signing with no other finite verb between: where the parser has lost the thread."""
    for step in (1, -1):
        at = node + step
        while 0 <= at < len(tree.tokens):
            token = tree.tokens[at]
            if token.pos == "VERB" and token.lemma in words.SIGN and at in tree.rels and not token.quoted:
                return [at]
            if token.form == "Fin":
                break
            at += step
    return []


def _ancestors(tree: Tree, node: int) -> Iterator[int]:
    seen = set()
    while node in tree.heads and node not in seen:
        seen.add(node)
        node = tree.heads[node]
        yield node


def _verbs(tree: Tree, node: int, signing: list[int]) -> tuple[int, ...]:
    """The predicates of signing with those that share their subject; below a noun, what governs it."""
    if signing:
        return tuple(dict.fromkeys(verb for one in signing for verb in tree.clause(one)))
    return tuple(one for one in tree.clause(node)[1:] if tree.tokens[one].pos in ("VERB", "ADJ"))


def _trigger(cast: Cast, sentence: Sentence, number: int, kind: str) -> Trigger:
    tree = cast.tree(sentence)
    tokens = sentence.tokens
    signing = _signing(tree, number)
    if not signing and tree.rels.get(number) == "nsubj:pass":
        signing = [tree.heads[number]] if tokens[tree.heads[number]].lemma in words.SIGN else []
    ordinal = any(token.lemma in _ORDINAL for token in tokens[max(number - 3, 0) : number])
    verbless = not any(
        t.form == "Fin" or (t.pos == "VERB" and t.form != "Part") for t in tokens if not t.quoted
    )
    subject = (tree.rels.get(number) or "").startswith("nsubj") and _is_done(tree, number)
    ended = any(tokens[one].lemma in words.END for one in _ancestors(tree, number))
    gapped = any(token.text in ("–", "—") for token in tokens[max(number - 2, 0) : number])
    fragment = (verbless and not signing) or gapped
    signing = [] if gapped and ", а" in " ".join(token.text for token in tokens[:number]) else signing
    return Trigger(
        number,
        "agreement" if kind == "document" else kind,
        _verbs(tree, number, signing),
        tuple(signing),
        noun=kind != "document",
        told=bool(signing) or ordinal or ended or subject,
        fragment=fragment,
    )


def _is_done(tree: Tree, number: int) -> bool:
    """Whether something is told of an agreement, and not only what it foresees."""
    return number not in tree.heads or tree.tokens[tree.heads[number]].lemma not in words.FORESEE


def _agreeing(cast: Cast, sentence: Sentence) -> Iterator[Trigger]:
    """«договорились», «условились»."""
    tree = cast.tree(sentence)
    for number, token in enumerate(sentence.tokens):
        if (
            token.lemma in words.AGREE
            and token.pos in ("VERB", "ADJ")
            and number in tree.rels
            and not token.quoted
        ):
            yield Trigger(number, "agreement", tuple(tree.clause(number)), (number,), noun=False, told=True)


def _joint_ventures(cast: Cast, sentence: Sentence) -> Iterator[Trigger]:
    tokens, tree = sentence.tokens, cast.tree(sentence)
    if not sentence.has(words.FOUND):
        return
    for number in tree.rels:
        token = tokens[number]
        joint = token.lemma in ("предприятие", "компания") and tokens[number - 1].lemma == "совместный"
        if joint or (token.text == "СП" and not token.quoted):
            verbs = [v for v in _ancestors(tree, number) if tokens[v].pos in ("VERB", "ADJ")]
            clause = tuple(dict.fromkeys(v for one in verbs[:1] for v in tree.clause(one)))
            yield Trigger(number, "joint_venture", clause, clause, told=True)


def _numbered(cast: Cast, sentence: Sentence) -> list[Trigger]:
    """«Первый заключили X и Y, второй – A и B»: those that the sentence before counts."""
    index, tokens, tree = cast.sentences.index(sentence), sentence.tokens, cast.tree(sentence)
    before = cast.sentences[index - 1].tokens if index else ()
    kinds = [words.KINDS[token.lemma] for token in before if token.lemma in words.KINDS]
    numbers = [n for n in tree.rels if tokens[n].lemma in ORDINALS and tokens[n].pos == "ADJ"]
    alone = [n for n in numbers if not (n + 1 < len(tokens) and tokens[n + 1].nominal)]
    signs = [n for n in tree.rels if tokens[n].lemma in words.SIGN and tokens[n].form == "Fin"]
    if not kinds or not signs:
        return []
    return [
        Trigger(n, kinds[0], tuple(tree.clause(signs[0])), (signs[0],), told=True, fragment=True)
        for n in alone
    ]


def _belongs(tree: Tree, node: int, others: set[int]) -> bool:
    """Whether an agreement only belongs to another: «соглашение к договору», «по соглашению сторон»."""
    preposition = tree.preposition(node)
    return (preposition in ("к", "ко") and any(one in others for one in _ancestors(tree, node))) or (
        preposition == "по" and len(others) > 1
    )


def triggers(cast: Cast, sentence: Sentence, *, again: bool) -> list[Trigger]:
    """The agreements that a sentence tells of; `again` adds those that it only mentions."""
    tree = cast.tree(sentence)
    found = [
        _trigger(cast, sentence, number, kind)
        for number in range(len(sentence.tokens))
        if number in tree.rels and (kind := _kind(tree, number))
    ]
    found += _numbered(cast, sentence) if not found else []
    if not found:
        found = [*_joint_ventures(cast, sentence)] or [*_agreeing(cast, sentence)]
    found = [one for one in found if one.noun] or [one for one in found if one.signing]
    found = [one for one in found if not _belongs(tree, one.node, {other.node for other in found})]
    return [one for one in found if again or one.told or one.fragment]
