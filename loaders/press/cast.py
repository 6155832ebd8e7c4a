"""Who appears in a text: every mention put to one enterprise with one name, one place and its other spellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from graphmodel.domain.names import Names, language_of, normalise
from graphmodel.domain.references import Place, Ref
from loaders.press.anonymous import unnamed
from loaders.press.bare import fairs, organisations
from loaders.press.geography import home_region
from loaders.press.language import Sentence, nominative, sentences
from loaders.press.mentions import Mention, quotations

_COMMON: Final = frozenset(("завод", "предприятие", "компания", "фирма"))
_BRACKETS: Final = re.compile(r'\s*\((?:далее\s*[–—-]?\s*)?[«"]?([A-ZА-ЯЁ][\w‘’ʻ -]{1,40}?)[»"]?\)')


@dataclass
class Actor:
    """One enterprise of a text, named or not; `seen` is its first mention."""

    name: str
    seen: Mention
    place: Place | None = None
    aliases: list[str] = field(default_factory=list)

    @property
    def placeholder(self) -> bool:
        """Whether the text does not name it."""
        return self.seen.kind == "unnamed"

    @property
    def names(self) -> Names:
        """Its names by their alphabet, other spellings beside them."""
        return Names(**{language_of(self.name): self.name}, aliases=tuple(self.aliases))

    def ref(self) -> Ref:
        """How a claim refers to it."""
        return Ref(type="enterprise", name=self.name, placeholder=self.placeholder, place=self.place)


@dataclass
class Cast:
    """A text with its sentences, mentions and enterprises."""

    text: str
    sentences: list[Sentence]
    home: Place | None
    mentions: dict[int, list[Mention]]
    actors: dict[str, Actor] = field(default_factory=dict)

    def key(self, mention: Mention) -> str:
        """What two mentions of one enterprise have in common."""
        return f"{mention.kind}:{normalise(mention.name)}"

    def actor(self, mention: Mention) -> Actor:
        """The enterprise of a mention."""
        return self.actors[self.key(mention)]

    def of(self, sentence: Sentence, *kinds: str) -> list[Mention]:
        """What a sentence mentions of these kinds, in the order of the text."""
        return [mention for mention in self.mentions[id(sentence)] if mention.kind in kinds]

    def firms(self, sentence: Sentence) -> list[Mention]:
        """The enterprises of a sentence, named or not."""
        return self.of(sentence, "enterprise", "unnamed")


def _mentions(sentence: Sentence, text: str, home: Place | None) -> Iterator[Mention]:
    quoted = [*quotations(sentence, text, home), *fairs(sentence, text)]
    yield from quoted
    taken = {number for mention in quoted for number in range(mention.first, mention.last)}
    taken |= {number for number, token in enumerate(sentence.tokens) if token.quoted}
    bare = list(organisations(sentence, text, home, taken))
    yield from bare
    taken |= {number for mention in bare for number in range(mention.first, mention.last)}
    yield from unnamed(sentence, text, home, taken)


def _declined(mention: Mention, known: Iterable[str]) -> str:
    """The name that the text uses elsewhere where this one is a declined form of it: «Амкодора» – «Амкодор»."""
    name = mention.name
    if mention.typed or " " in name or mention.case in ("", "Nom"):
        return name
    stems = [
        other
        for other in known
        if other != name and re.fullmatch(f"{re.escape(other)}(а|у|ом|е|ем|я|ю)", name)
    ]
    return stems[0] if stems else name


def _unified(mentions: list[Mention]) -> list[Mention]:
    known = sorted({mention.name for mention in mentions if mention.kind == "enterprise"}, key=len)
    return [
        replace(mention, name=_declined(mention, known)) if mention.kind == "enterprise" else mention
        for mention in mentions
    ]


def _alias(mention: Mention, text: str) -> str | None:
    """The short name in brackets after a name: «Минский тракторный завод (МТЗ)»."""
    found = _BRACKETS.match(text, mention.span[1])
    if not found or normalise(found[1]) == normalise(mention.name) or found[1] in ("Узбекистан", "Россия"):
        return None
    return found[1] if found[1].isupper() or re.search("[A-Z«]|далее", found[0]) else None


def _echoes(sentence: Sentence, known: dict[str, str], taken: set[int]) -> Iterator[Mention]:
    """Short names without quotation marks that the text has given before; not their introduction in brackets."""
    for number, token in enumerate(sentence.tokens):
        name = nominative(token)
        bracketed = number and sentence.tokens[number - 1].text == "("
        if number not in taken and not token.quoted and token.capital and not bracketed and name in known:
            yield Mention("enterprise", known[name], sentence, number, number + 1, token.case)


def _introductions(mentions: list[Mention], text: str) -> dict[str, str]:
    """Every name of one word and every short name, with the full one."""
    firms = [mention for mention in mentions if mention.kind == "enterprise"]
    short = {alias: mention.name for mention in firms if (alias := _alias(mention, text))}
    return {mention.name: mention.name for mention in firms if " " not in mention.name} | short


def _with_echoes(found: list[Sentence], mentions: list[Mention], text: str) -> list[Mention]:
    known = _introductions(mentions, text)
    full = [m for m in mentions if known.get(m.name, m.name) == m.name or m.kind != "enterprise"]
    taken: dict[int, set[int]] = {id(sentence): set() for sentence in found}
    for mention in full:
        taken[id(mention.sentence)] |= set(range(mention.first, mention.last))
    return [*full, *(echo for sentence in found for echo in _echoes(sentence, known, taken[id(sentence)]))]


def _refers_back(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether «ростовский завод» may well be a firm that an earlier sentence names: then it is no party of its own."""
    if mention.kind != "unnamed" or not any(
        t.lemma in _COMMON and t.number == "Sing" for t in mention.tokens
    ):
        return False
    begins = mention.sentence.span[0]
    return any(other.kind == "enterprise" and other.span[0] < begins for other in mentions)


def _add(cast: Cast, mention: Mention) -> None:
    key = cast.key(mention)
    actor = cast.actors.setdefault(key, Actor(mention.name, mention))
    actor.place = actor.place or mention.place
    if mention.kind == "enterprise" and (alias := _alias(mention, cast.text)) and alias not in actor.aliases:
        actor.aliases.append(alias)
        cast.actors[f"enterprise:{normalise(alias)}"] = actor


def read_cast(text: str) -> Cast:
    """Read a text and find who appears in it."""
    found = list(sentences(text))
    home = home_region(found)
    mentions = _unified([mention for sentence in found for mention in _mentions(sentence, text, home)])
    mentions = _with_echoes(found, mentions, text)
    mentions = [mention for mention in mentions if not _refers_back(mention, mentions)]
    by_sentence: dict[int, list[Mention]] = {id(sentence): [] for sentence in found}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        by_sentence[id(mention.sentence)].append(mention)
    cast = Cast(text, found, home, by_sentence)
    for sentence in found:
        for mention in cast.firms(sentence):
            _add(cast, mention)
    return cast
