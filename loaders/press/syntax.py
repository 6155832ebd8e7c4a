"""Who governs whom in a sentence. A name is one node of the tree, and what stands in brackets is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.language import Sentence, Token, parse
from loaders.press.mentions import Mention, is_adjective
from loaders.press.shown import kept, shown

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
        if self.rel.startswith("nsubj") and self.case not in ("Dat", "Ins"):
            return "subj"
        if self.rel == "nmod" and self.case == "Nom":
            return "gen"
        by_case = {"Nom": "subj", "Acc": "obj", "Dat": "dat", "Ins": "ins", "Gen": "gen"}
        by_rel = {"obj": "obj", "iobj": "dat", "nmod": "gen", "appos": "gen", "obl": "ins", "det": "gen"}
        if self.rel == "obj" and self.case in ("Nom", "Gen", ""):
            return "obj"
        return by_case.get(self.case) or by_rel.get(self.rel, "")


def _marked(preposition: str, case: str) -> str:
    if preposition in ("с", "со"):
        return "from" if case == "Gen" else "with"
    if preposition in ("из", "от", "у"):
        return "from"
    if preposition in ("на", "в", "во", "для", "до"):
        return "at" if case == "Loc" else "to"
    return {"между": "between", "вместе": "with"}.get(preposition, preposition)


class Tree:
    """The tree of one sentence over the numbers of its tokens."""

    def __init__(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        self.tokens = sentence.tokens
        named = list(mentions)
        self._mentions = {mention.head: mention for mention in named}
        nodes = kept(sentence.tokens, named)
        arcs = parse([shown(self.tokens[node], self._mentions.get(node)) for node in nodes]) if nodes else []
        self.rels = dict(zip(nodes, (rel for _, rel in arcs), strict=True))
        self.heads = {
            node: nodes[head]
            for node, (head, _) in zip(nodes, arcs, strict=True)
            if head >= 0 and nodes[head] != node
        }
        for mention in named:
            self._leave_phrase(mention)

    def _leave_phrase(self, mention: Mention) -> None:
        """A name that the parser hangs on its own adjective hangs on what governs that: «вступление уфимского «X»»."""
        governor = self.heads.get(mention.head)
        if governor is not None and mention.first <= governor < mention.head and governor in self.heads:
            self.heads[mention.head] = self.heads[governor]
            self.rels[mention.head] = self.rels[governor]

    def children(self, node: int, *rels: str) -> list[int]:
        """The nodes that it governs by one of these relations, their subtypes too."""
        return [child for child, head in self.heads.items() if head == node and self._is(child, *rels)]

    def _is(self, node: int, *rels: str) -> bool:
        return self.rels.get(node, "").partition(":")[0] in rels or self.rels.get(node) in rels

    def preposition(self, node: int) -> str:
        """The preposition before a node; that of a name is the word before it, whatever the parser says."""
        if node in self._mentions:
            return _before(self.tokens, self._mentions[node].first)
        for child in sorted(self.children(node, "case")):
            if child < node:
                return self.tokens[child].text.lower()
        return _before(self.tokens, node) if self.tokens[node].pos == "NOUN" else ""

    def _transparent(self, node: int) -> bool:
        """Whether a node stands for what governs it: the second of a list, the firm of a director."""
        head = self.heads[node]
        governor = self.tokens[head]
        if self._is(node, "conj"):
            return governor.nominal
        firmish = governor.lemma in _FIRMISH or head in self._mentions
        if self._is(node, "parataxis"):
            return governor.nominal and self.case(node) == self.case(head) != ""
        if self._is(node, "appos", "flat"):
            return firmish or is_adjective(governor)
        several = governor.lemma in words.GROUPS and governor.number == "Plur"
        return (
            self._is(node, "nmod")
            and not self.preposition(node)
            and (governor.lemma in words.PEOPLE or several)
        )

    def _hangs(self, node: int) -> bool:
        """Whether a noun in the nominative hangs on another: «контракт стороны подписали» parsed as one phrase."""
        head = self.heads[node]
        loose = self._is(node, "nmod") and self.case(node) == "Nom" and not self.preposition(node)
        verb = self.tokens[self.heads[head]].pos == "VERB" if head in self.heads else False
        goods = self.tokens[head].lemma in words.COMPONENTS
        return loose and verb and not goods and self.tokens[head].nominal and head not in self._mentions

    def _joint_verb(self, node: int) -> int | None:
        """The verb of the firm on which the parser hangs «с X»: both act together, «подписало АО «Y» с X»."""
        if node not in self._mentions or self.preposition(node):
            return None
        while self._is(node, "conj", "appos") and self.heads[node] in self._mentions:
            node = self.heads[node]
        return self.heads.get(node)

    def links(self, node: int) -> Iterator[Link]:
        """What governs a node, what governs that, and so on to the root."""
        preposition, case, seen = self.preposition(node), self.case(node), {node}
        while node in self.heads:
            head = self.heads[node]
            if head in seen:
                return
            seen.add(head)
            if self._hangs(node):
                yield Link(self.heads[head], "", "Nom", "nsubj", node)
                return
            verb = self._joint_verb(head) if preposition in ("с", "со") and case != "Gen" else None
            if verb is not None and verb not in seen:
                yield Link(verb, preposition, case, "obl", node)
                node, preposition, case = verb, self.preposition(verb), self.case(verb)
                continue
            if self._transparent(node):
                if not preposition:
                    preposition, case = (
                        self.preposition(head),
                        case if case == "Dat" else self.case(head) or case,
                    )
            else:
                yield Link(head, preposition, case, self.rels[node], node)
                preposition, case = self.preposition(head), self.case(head)
            node = head

    def case(self, node: int) -> str:
        """The case of a node; that of a word which is not declined is unknown."""
        token = self.tokens[node]
        if node in self._mentions:
            return self._mentions[node].case
        if token.text.lower() == "которой" and self.preposition(node) == "с":
            return "Ins"
        return "" if token.lemma in words.FORMS or token.latin else token.case

    def clause(self, node: int) -> list[int]:
        """A predicate and those above it whose subject is its own: «планирует» of «планирует начать поставки»."""
        found = [node]
        while node in self.heads and not self.children(node, "nsubj"):
            head = self.heads[node]
            if head in found or not (self._is(node, *_SUBORDINATE) or self.tokens[node].nominal):
                break
            if self.tokens[head].pos not in ("VERB", "ADJ", "AUX") and not self.tokens[head].nominal:
                break
            if self._is(node, "acl") or (self._is(node, "parataxis") and self._explains(node, head)):
                break
            found.append(head)
            node = head
        return found

    def _explains(self, node: int, head: int) -> bool:
        """Whether a colon stands between a predicate and what governs it: it begins a clause of its own."""
        low, high = sorted((node, head))
        return any(token.text == ":" for token in self.tokens[low:high])

    def is_named(self, node: int) -> bool:
        """Whether an enterprise stands in apposition to a noun: «нового дилера – ООО «X»»."""
        return any(child in self._mentions for child in self.children(node, "appos", "parataxis"))

    def predicative(self, node: int) -> bool:
        """Whether a noun is said of somebody: «X – поставщик», «X остаётся поставщиком», «поставщик X – Y»."""
        if node in self._mentions and self._mentions[node].kind != "anaphor":
            return False
        if self.preposition(node) == "среди" or self.is_named(node):
            return True
        governor = self.tokens[self.heads[node]] if node in self.heads else None
        copular = governor is not None and governor.lemma in words.BE
        return self.tokens[node].case in ("Ins", "Nom") and (
            copular or bool(self.children(node, "nsubj", "cop", "appos"))
        )

    def antecedent(self, node: int) -> int | None:
        """The noun that a participle or a relative clause describes."""
        if self._is(node, "acl"):
            return self.heads.get(node)
        lost = (
            self.tokens[node].form == "Fin"
            and self._is(node, "nmod", "appos")
            and not self.children(node, "nsubj")
        )
        return self.heads[node] if lost and self.tokens[self.heads[node]].nominal else None

    def relative(self, node: int) -> int | None:
        """The noun that «который» stands for."""
        seen = set()
        while node in self.heads and node not in seen:
            seen.add(node)
            if self._is(node, "acl"):
                return self.heads[node]
            node = self.heads[node]
        return None


def _before(tokens: tuple[Token, ...], first: int) -> str:
    """The preposition before a noun phrase that begins at `first`, adjectives passed over."""
    number = first - 1
    while number > 0 and (
        tokens[number].pos in ("ADJ", "DET", "NUM", "PART") or is_adjective(tokens[number])
    ):
        number -= 1
    return tokens[number].text.lower() if number >= 0 and tokens[number].pos == "ADP" else ""
