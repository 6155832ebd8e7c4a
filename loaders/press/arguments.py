"""The enterprises of a sentence with what governs each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from loaders.press import words
from loaders.press.cast import Actor, Cast
from loaders.press.frames import frame_of
from loaders.press.geography import lies_in, named_after, noun_place
from loaders.press.language import Sentence, Token
from loaders.press.mentions import Mention
from loaders.press.speech import speaker
from loaders.press.syntax import Link, Tree

_PLURALS: Final = frozenset(("компании", "фирмы", "предприятия", "общества", "корпорации"))
_NEAR: Final = 5
"""«который» stands for an enterprise at most so many words before it."""
_OPENS: Final = 3
"""A verb without a subject stands among so many first words."""
_STEM: Final = 5
_OPENINGS: Final = (
    "среди которых",
    "в числе которых",
    "из которых",
    "среди них",
    "в их числе",
    "в том числе",
    "включая",
)
"""What opens a list of some of those whom a noun before it counts."""
_LISTED: Final = frozenset((",", "и", "или", "а", "также"))


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
        links = tuple(tree.links(_node(sentence, mention, tree)))
        if found and continues(sentence, found[-1].mention, mention):
            if _shows_dative(found[-1].mention, mention):
                found[-1] = replace(found[-1], links=links)
            links = found[-1].links or links
        found.append(Argument(whom, mention, links))
    found = [_seated(tree, one) for one in _reread(tree, sentence, found)]
    first = _first_person(cast, tree, sentence)
    return [*found, *_relative(tree, sentence, found), *first, *_places(cast, tree, sentence)]


def _places(cast: Cast, tree: Tree, sentence: Sentence) -> Iterator[Argument]:
    """«отгружать в Петербург», «поступают из Минска»: the only firm named before that lies there."""
    for number, token in enumerate(sentence.tokens):
        named = number in tree.rels and token.pos != "ADJ" and (token.entity == "LOC" or noun_place(token))
        links = tuple(tree.links(number)) if named else ()
        if not links or not frame_of(tree.tokens[links[0].governor]):
            continue
        there = _lying(cast, sentence, token) if links[0].slot in ("from", "to") else []
        if len(there) == 1:
            mention = Mention("anaphor", token.lemma, sentence, number, number + 1, number, token.case)
            yield Argument((there[0],), mention, links)


def _lying(cast: Cast, sentence: Sentence, token: Token) -> list[Actor]:
    """The firms named before a sentence that lie in a place, or whose name begins with it: «Ковров», «Ковровский»."""
    named = [one for one in cast.actors if not one.placeholder and one.seen.span[0] < sentence.span[0]]
    place = noun_place(token)
    if place is None:
        return [one for one in named if one.name.lower().startswith(token.lemma[:_STEM])]
    homes = [(one, one.place or named_after(one.name)) for one in named]
    there = [(one, home) for one, home in homes if home and lies_in(home, place)]
    town = [one for one, home in there if place.settlement and home.settlement == place.settlement]
    return town or [one for one, _ in there]


def _first_person(cast: Cast, tree: Tree, sentence: Sentence) -> Iterator[Argument]:
    """«закупаем», «подписали мы»: the firm that speaks."""
    for number, token in enumerate(sentence.tokens):
        if (
            (token.person == "1" or _is_told(cast, sentence, number))
            and token.number == "Plur"
            and number in tree.rels
            and not tree.children(number, "nsubj")
        ):
            mention = Mention("anaphor", "мы", sentence, number, number + 1, number, "Nom")
            verb = tree.heads[number] if tree.rels[number].startswith("aux") else number
            yield Argument(speaker(cast, sentence), mention, (Link(verb, "", "Nom", "nsubj", number),))


def _is_told(cast: Cast, sentence: Sentence, number: int) -> bool:
    """Whether a verb of agreement without a subject goes on what «мы» began: «Договорились с X о рассрочке»."""
    token = sentence.tokens[number]
    told = token.lemma in words.SIGN | words.AGREE or frame_of(token) in ("give", "take")
    agreed = told and token.tense == "Past"
    before = (one for one in cast.sentences if one.paragraph == sentence.paragraph and one is not sentence)
    return agreed and number < _OPENS and any(one.has(frozenset(("мы",))) for one in before)


def _reread(tree: Tree, sentence: Sentence, found: list[Argument]) -> list[Argument]:
    """«компании X и Y подписали»: a genitive by its form, the subject of a verb in the plural that has no other."""
    tokens = sentence.tokens
    signed = words.SIGN | words.AGREE
    free = (
        n
        for n in tree.rels
        if tokens[n].form == "Fin" and tokens[n].number == "Plur" and tokens[n].lemma in signed
    )
    verb = next((n for n in free if not tree.children(n, "nsubj")), None)
    lead = next(
        (one for one in found if tokens[one.mention.head].text.lower() in _PLURALS and _is_loose(one)), None
    )
    if verb is None or lead is None:
        return found
    subject = (Link(verb, "", "Nom", "nsubj", lead.mention.head),)
    return [replace(one, links=subject) if one.links == lead.links else one for one in found]


def _seated(tree: Tree, argument: Argument) -> Argument:
    """A name right before a verb that has no subject is its subject, wherever the parser hangs it: «X отгружает»."""
    verb = argument.mention.last
    after = tree.tokens[verb : verb + 1]
    finite = bool(after) and after[0].form == "Fin" and after[0].person != "1" and verb in tree.rels
    helps = finite and tree.rels[verb].partition(":")[0] in ("aux", "cop")
    free = finite and not helps and not tree.children(verb, "nsubj") and not after[0].quoted
    named = tree.tokens[argument.mention.head].pos != "PRON" and argument.mention.case in ("Nom", "")
    own = argument.links[0] if argument.links else None
    marked = own is not None and (
        own.preposition or (tree.tokens[own.governor].pos == "VERB" and own.slot == "subj")
    )
    if not (free and named) or marked:
        return argument
    return replace(argument, links=(Link(verb, "", "Nom", "nsubj", argument.mention.head),))


def _is_loose(argument: Argument) -> bool:
    return bool(argument.links) and not argument.links[0].preposition


def _node(sentence: Sentence, mention: Mention, tree: Tree) -> int:
    """The word whose place in the tree a mention takes: the noun before a bracket, or the one that a list tells of."""
    tokens, at = sentence.tokens, mention.first - 1
    if at >= 1 and mention.head not in tree.rels and tokens[at].text == "(" and tokens[at - 1].nominal:
        return at - 1
    listed = _listed(tokens, at)
    several = [n for n in tree.rels if listed and n < listed and _is_several(tokens[n])]
    return several[-1] if several else mention.head


def _listed(tokens: tuple[Token, ...], at: int) -> int:
    """Where the words begin before a name that open a list: «:», «среди которых», «в том числе»; 0 where none do."""
    while at > 0 and tokens[at].text in ("–", "—", "и", "также"):
        at -= 1
    if at > 0 and tokens[at].text == ":":
        return at
    before = " ".join(token.text.lower() for token in tokens[max(at - 2, 0) : at + 1])
    found = next((opening for opening in _OPENINGS if before.endswith(opening)), None)
    return at - found.count(" ") if found else 0


def _is_several(token: Token) -> bool:
    """Whether a noun speaks of several firms."""
    kind = words.is_firm(token.lemma) or token.lemma in words.GROUPS | words.ROLES
    return kind and token.number == "Plur" and not token.quoted


def continues(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether two mentions are neighbours in a list."""
    if "anaphor" in (one.kind, other.kind) or one.first == other.first:
        return one.first == other.first and one.kind == other.kind
    tokens = sentence.tokens[one.last : other.first]
    if _gapped(tokens):
        return True
    between = [token.text.lower() for token in tokens]
    return 0 < len(between) < 4 and set(between) <= _LISTED and not _clauses(sentence, one, other)


def _shows_dative(one: Mention, other: Mention) -> bool:
    """Whether the second of a list shows the case that the first, a mere name, hides: «продаёт «X» и группе «Y»»."""
    return other.case == "Dat" and not one.typed and one.case in ("Acc", "")


def _gapped(between: tuple[Token, ...]) -> bool:
    """Whether the verb is left out between two names: «ремни поставляет X, кондиционеры – Y»."""
    inner = [token for token in between[1:-1] if token.text not in ("а", "и")]
    dashed = len(between) > 2 and between[0].text in (",", ";") and between[-1].text in ("–", "—", "-")
    return dashed and bool(inner) and all(token.pos in ("NOUN", "ADJ") for token in inner)


def _clauses(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether «, а» begins another clause: the cases differ."""
    comma = sentence.tokens[one.last].text == ","
    direct = {one.case, other.case} == {"Nom", "Acc"}
    return comma and bool(one.case and other.case) and one.case != other.case and not direct


def _relative(tree: Tree, sentence: Sentence, found: list[Argument]) -> Iterator[Argument]:
    """«который» stands for the enterprise before it."""
    for number, token in enumerate(sentence.tokens):
        if token.lemma != "который" or number not in tree.heads:
            continue
        noun = tree.relative(number)
        described = [one for one in found if noun is not None and _is_called(tree, one.mention, noun)]
        near = [one for one in found if 0 < number - one.mention.last < _NEAR]
        for argument in described or ([] if noun is not None else near[-1:]):
            yield Argument(argument.actors, argument.mention, tuple(tree.links(number)))


def _is_called(tree: Tree, mention: Mention, noun: int) -> bool:
    """Whether a noun is that of a mention, or one to which the mention is an apposition."""
    return mention.first <= noun < mention.last or tree.heads.get(mention.head) == noun
