"""Which firms a sentence counts among a cluster: «вошли в кластер», «объединяет», «резидент», «вступление X»."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.press import words
from loaders.press.arguments import Argument, arguments, continues
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.subjects import cluster_of, is_general
from loaders.press.syntax import Tree

_JOIN: Final = frozenset(
    "войти входить вступить вступать присоединиться присоединяться влиться состоять участвовать включить принять "
    "работать".split()
)
_LEAVE: Final = frozenset("выйти выходить исключить покинуть".split())
_HOLD: Final = frozenset(
    "объединить объединять объединяться включать насчитывать собрать пополниться".split()
)
"""What a cluster does to its members."""
_ENTRY: Final = frozenset("вступление вхождение присоединение включение принятие".split())
_ROLES: Final = words.ROLES | _ENTRY | {"участница", "основа", "состав"}
_BEARERS: Final = frozenset("статус список ряд число свидетельство составить составлять".split())
"""What governs a role that its subject plays: «получил статус резидента», «составил основу кластера»."""
_INTO: Final = frozenset(("в", "во", "к", "ко", "из"))
_INSIDE: Final = words.CLUSTERS | frozenset(("объединение", "состав", "число", "ряд", "участник", "резидент"))
"""What one enters: «в состав кластера», «к числу участников»."""
_HIM: Final = frozenset(("него", "нему", "нем", "нём"))
_ANCHORS: Final = frozenset(("якорный", "головной", "базовый"))
_POINTING: Final = frozenset(("участник", "резидент"))
"""Roles that speak of the cluster told before, where no other is named."""
_BESIDE: Final = frozenset(("помимо", "кроме", "вместе", "наряду"))
_GOES_ON: Final = (
    ("среди", "они"),
    ("в", "их", "число"),
    ("в", "том", "число"),
    ("один", "из", "они"),
    ("это",),
    ("он", "стать"),
    ("они", "стать"),
)
"""How a sentence begins that lists those of whom the one before speaks."""
_SIGNS: Final = frozenset((",", "(", "–", "—", ":"))
_PAIR: Final = 2
_PHRASE: Final = 9
"""So many words at most name a cluster after a noun."""
_NEAR: Final = 3
"""So many sentences before one may name the cluster of which it speaks."""


@dataclass(frozen=True)
class Belonging:
    """A word of membership with the firms that belong to a cluster by it, or have `left` it."""

    node: int
    cluster: str
    actors: tuple[Actor, ...]
    left: bool = False


def belongings(cast: Cast, sentence: Sentence) -> Iterator[Belonging]:
    """Every word of membership of a sentence, with its cluster and its firms."""
    name = _cluster(cast, sentence)
    told = [*_words(cast, sentence)] if name else []
    found = arguments(cast, sentence) if told else []
    for node in told:
        if name and (actors := _members(cast, sentence, node, found)):
            yield Belonging(node, name, tuple(actors), sentence.tokens[node].lemma in _LEAVE)
    if name and not told and _goes_on(cast, sentence):
        free = [actor for one in arguments(cast, sentence) if _is_free(one) for actor in one.actors]
        yield Belonging(0, name, tuple(free))


def _cluster(cast: Cast, sentence: Sentence) -> str | None:
    """The cluster that a sentence names, or where it names none, the last one named before."""
    index = cast.sentences.index(sentence)
    near = cast.sentences[max(index - _NEAR, 0) : index + 1]
    if not any(one.has(words.CLUSTERS) for one in near):
        return None
    names = [name for one in reversed(cast.sentences[: index + 1]) if (name := cluster_of(cast, one))]
    return next((name for name in names if not is_general(name)), names[0] if names else None)


def _words(cast: Cast, sentence: Sentence) -> Iterator[int]:
    """The verbs that say who belongs to a cluster, and the nouns that say what somebody is to one."""
    tree = cast.tree(sentence)
    of_cluster = sentence.has(words.CLUSTERS)
    enters = any(_enters(tree, node) for node in tree.rels)
    for node, token in enumerate(sentence.tokens):
        verb = token.lemma in _JOIN | _LEAVE and enters
        holds = token.lemma in _HOLD | {"покинуть"} and of_cluster
        role = token.lemma in _ROLES if of_cluster else token.lemma in _POINTING
        founds = token.lemma in words.FOUND and _is_of_cluster(tree, node, "obj")
        inside = enters and token.number == "Plur"
        firms = words.is_firm(token.lemma) and (inside or _is_of_cluster(tree, node, "nmod"))
        if not token.quoted and (verb or holds or role or founds or firms or _is_anchor(tree, node)):
            yield node


def _is_of_cluster(tree: Tree, node: int, rel: str) -> bool:
    """Whether a word governs a cluster: «создают кластер», «предприятия кластера»."""
    return any(tree.tokens[child].lemma in words.CLUSTERS for child in tree.children(node, rel))


def _enters(tree: Tree, node: int) -> bool:
    """Whether a word is what one enters or leaves: «в кластер», «к объединению», «в него»."""
    token = tree.tokens[node]
    pointing = token.pos == "PRON" or token.text.lower() in _HIM
    inside = token.lemma in _INSIDE or token.lemma == "который" or pointing
    return inside and tree.preposition(node) in _INTO


def _is_anchor(tree: Tree, node: int) -> bool:
    """«якорное предприятие»."""
    firm = words.is_firm(tree.tokens[node].lemma)
    return firm and any(tree.tokens[n].lemma in _ANCHORS for n in tree.children(node, "amod"))


def _members(cast: Cast, sentence: Sentence, node: int, found: list[Argument]) -> list[Actor]:
    """The firms that belong to a cluster by a word."""
    tree, token = cast.tree(sentence), sentence.tokens[node]
    if token.lemma in _ENTRY:
        verb = next((n for n in range(node, len(sentence.tokens)) if sentence.tokens[n].form == "Fin"), None)
        after = [one for one in found if node < one.mention.first < (verb or len(sentence.tokens))]
        return _of(one for one in after if one.mention.case == "Gen" and not one.mention.preposition)
    called = _called(cast, sentence, node, found) if token.pos == "NOUN" else []
    if called or (token.pos == "NOUN" and not _is_said(tree, node)):
        return _of(called)
    named = [one for one in found if one.mention.kind != "anaphor"]
    if token.lemma in _HOLD:
        return _of(one for one in named if _joins(tree, node, one))
    return _of([one for one in found if _joins(tree, node, one)] or filter(_is_free, named))


def _of(found: Iterable[Argument]) -> list[Actor]:
    return [actor for one in found for actor in one.actors]


def _is_said(tree: Tree, node: int) -> bool:
    """Whether a noun is said of somebody: «стал резидентом», «получил статус резидента»."""
    borne = node in tree.heads and tree.tokens[tree.heads[node]].lemma in _BEARERS
    role = tree.tokens[node].lemma in _ROLES or _is_anchor(tree, node)
    return borne or (role and tree.predicative(node))


def _called(cast: Cast, sentence: Sentence, node: int, found: list[Argument]) -> list[Argument]:
    """The firms that a noun of belonging calls, with those that a list joins to them."""
    clusters = {one.last for one in cast.of(sentence, "cluster") if one.head > node}
    called: list[Argument] = []
    for one in (one for one in found if one.mention.kind != "anaphor"):
        joined = bool(called) and continues(sentence, called[-1].mention, one.mention)
        if (
            joined
            or _is_called(cast.tree(sentence), one, node)
            or _is_next(sentence, one.mention, node, clusters)
        ):
            called.append(one)
    return called


def _is_called(tree: Tree, argument: Argument, node: int) -> bool:
    """Whether a noun is said of a firm: «другой участник – «X»», «участники: X, Y», «X, резидент кластера»."""
    mention, tokens = argument.mention, tree.tokens
    listed = bool(argument.links) and argument.links[0].node == node
    parted = tokens[mention.first - 1].text in _SIGNS if mention.first else False
    beside = mention.head in tree.children(node, "appos", "parataxis", *(("conj",) if parted else ()))
    after = [token.text for token in tokens[mention.last : node]]
    return (
        listed or beside or mention.first <= node < mention.last or (len(after) == 1 and after[0] in _SIGNS)
    )


def _is_next(sentence: Sentence, mention: Mention, node: int, clusters: set[int]) -> bool:
    """Whether a firm follows the cluster of a noun: «с резидентами кластера «Y» – «X» и «Z»»."""
    before = mention.first - (sentence.tokens[mention.first - 1].text in _SIGNS if mention.first else 0)
    return before in clusters and before - node < _PHRASE


def _joins(tree: Tree, node: int, argument: Argument) -> bool:
    """Whether a firm is the subject or the object of a word, what it describes, or stands «вместе с» those."""
    mention = argument.mention
    antecedent = tree.antecedent(node)
    if antecedent is not None and mention.first <= antecedent < mention.last:
        return True
    before = {token.lemma for token in tree.tokens[max(mention.first - 2, 0) : mention.first]}
    slots = [path[0].slot for verb in tree.clause(node) if len(path := argument.up_to(verb)) == 1]
    return any(slot in ("subj", "obj") for slot in slots) or bool(before & _BESIDE)


def _is_free(argument: Argument) -> bool:
    return argument.mention.preposition == "" and argument.mention.case != "Dat"


def _goes_on(cast: Cast, sentence: Sentence) -> bool:
    """Whether a sentence lists those whom the one before counts among a cluster: «Среди них – X и Y»."""
    index = cast.sentences.index(sentence)
    begins = tuple(token.lemma for token in sentence.tokens[:3])
    lists = any(begins[: len(words_)] == words_ for words_ in _GOES_ON)
    return lists and any(
        True for one in cast.sentences[max(index - _PAIR, 0) : index] for _ in _words(cast, one)
    )
