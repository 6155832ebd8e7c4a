"""Who governs whom in a sentence. A name is one node of the tree, and what stands in brackets is left out.

Names are what a parser of newspaper Russian errs on, so it is shown «краевой компании» for «краевой компании «АТИСС»».
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.language import Sentence, Token, parse
from loaders.press.mentions import Mention
from loaders.press.quotes import CLOSING, MARKS

_SIGNS: Final = frozenset((*MARKS, *CLOSING))
_SUBORDINATE: Final = frozenset(("xcomp", "conj", "csubj", "ccomp", "advcl", "parataxis"))
_FIRMISH: Final = words.FIRMS | words.FORMS | words.PEOPLE | words.GROUPS


@dataclass(frozen=True)
class Link:
    """What governs a node: the number of the governing word, the preposition and case by which, the relation."""

    governor: int
    preposition: str
    case: str
    rel: str
    node: int

    @property
    def slot(self) -> str:
        """The link in short: subj, obj, dat, ins, gen, from, to, with, between, or another preposition."""
        if self.preposition:
            return _marked(self.preposition, self.case)
        if self.rel.startswith("nsubj"):
            return "subj"
        by_case = {"Nom": "subj", "Acc": "obj", "Dat": "dat", "Ins": "ins", "Gen": "gen"}
        by_rel = {"obj": "obj", "iobj": "dat", "nmod": "gen", "appos": "gen", "obl": "ins"}
        if self.rel == "obj" and self.case in ("Nom", "Gen", ""):
            return "obj"
        return by_case.get(self.case) or by_rel.get(self.rel, "")


def _marked(preposition: str, case: str) -> str:
    if preposition in ("с", "со"):
        return "from" if case == "Gen" else "with"
    if preposition in ("из", "от", "у"):
        return "from"
    if preposition in ("на", "в", "во", "для", "до"):
        return "to"
    return {"между": "between", "вместе": "with"}.get(preposition, preposition)


class Tree:
    """The tree of one sentence over the numbers of its tokens."""

    def __init__(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        self.tokens = sentence.tokens
        self._heads_of = {mention.head for mention in mentions if mention.kind in ("enterprise", "unnamed")}
        kept = _kept(sentence.tokens, list(mentions))
        arcs = parse([sentence.tokens[number].text for number in kept]) if kept else []
        self.rels = dict(zip(kept, (rel for _, rel in arcs), strict=True))
        self.heads = {
            node: kept[head] for node, (head, _) in zip(kept, arcs, strict=True) if head >= 0 and kept[head] != node
        }

    def children(self, node: int, *rels: str) -> list[int]:
        """The nodes that it governs by one of these relations, their subtypes too."""
        return [child for child, head in self.heads.items() if head == node and self._is(child, *rels)]

    def _is(self, node: int, *rels: str) -> bool:
        return self.rels.get(node, "").partition(":")[0] in rels or self.rels.get(node) in rels

    def preposition(self, node: int) -> str:
        """The preposition before a node."""
        for child in sorted(self.children(node, "case")):
            if child < node:
                return self.tokens[child].text.lower()
        return ""

    def _transparent(self, node: int) -> bool:
        """Whether a node stands for what governs it: the second of a list, «Y» of «компаниями X и Y», the firm of a director."""
        head = self.heads[node]
        governor = self.tokens[head]
        if self._is(node, "conj"):
            return governor.nominal
        firmish = governor.lemma in _FIRMISH or head in self._heads_of
        if self._is(node, "appos", "flat"):
            return firmish
        return self._is(node, "nmod") and not self.preposition(node) and governor.lemma in words.PEOPLE | words.GROUPS

    def links(self, node: int) -> Iterator[Link]:
        """What governs a node, what governs that, and so on to the root."""
        preposition, case, seen = self.preposition(node), self.tokens[node].case, {node}
        while node in self.heads:
            head = self.heads[node]
            if head in seen:
                return
            seen.add(head)
            if self._transparent(node):
                if not preposition:
                    preposition, case = self.preposition(head), self.tokens[head].case
                    case = case or self.tokens[node].case
            else:
                yield Link(head, preposition, case, self.rels[node], node)
                preposition, case = self.preposition(head), self.tokens[head].case
            node = head

    def clause(self, node: int) -> list[int]:
        """A predicate and those above it whose subject is its own: «планирует» of «планирует начать поставки»."""
        found = [node]
        while node in self.heads and not self.children(node, "nsubj"):
            head = self.heads[node]
            if head in found or not (self._is(node, *_SUBORDINATE) or self.tokens[node].nominal):
                break
            if self.tokens[head].pos not in ("VERB", "ADJ", "AUX") and not self.tokens[head].nominal:
                break
            if self._is(node, "acl"):
                break
            found.append(head)
            node = head
        return found

    def antecedent(self, node: int) -> int | None:
        """The noun that a participle or a relative clause describes."""
        return self.heads.get(node) if self._is(node, "acl") else None

    def relative(self, node: int) -> int | None:
        """The noun that «который» stands for."""
        seen = set()
        while node in self.heads and node not in seen:
            seen.add(node)
            if self._is(node, "acl"):
                return self.heads[node]
            node = self.heads[node]
        return None


def _kept(tokens: tuple[Token, ...], mentions: list[Mention]) -> list[int]:
    """The numbers of the tokens that the parser is shown."""
    dropped = set(_bracketed(tokens))
    heads = {mention.head for mention in mentions}
    for mention in mentions:
        inside = range(mention.first, mention.last)
        dropped |= {n for n in inside if n not in heads and (tokens[n].quoted or _foreign(tokens[n]))}
    kept: list[int] = []
    for number, token in enumerate(tokens):
        if number in dropped or token.text in _SIGNS:
            continue
        if token.quoted and number not in heads and kept and _follows_noun(tokens, number):
            continue
        kept.append(number)
    return kept


def _foreign(token: Token) -> bool:
    return token.latin or token.text in ("&", "Co", ".")


def _follows_noun(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a quotation only names the noun before it: «программа «Цифровое поле»»."""
    while number and tokens[number].quoted:
        number -= 1
    return number > 0 and tokens[number - 1].pos == "NOUN"


def _bracketed(tokens: tuple[Token, ...]) -> Iterator[int]:
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.text == "("
        if depth:
            yield number
        depth -= token.text == ")" and depth > 0
