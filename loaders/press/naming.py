"""Which mentions of a text name one enterprise, and by which name it is known: declined, shortened, abbreviated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from graphmodel.domain.names import LEGAL_FORMS, normalise
from loaders.press.inflection import initials, nominative, same_name
from loaders.press.language import Sentence
from loaders.press.mentions import PLANTS, Mention
from loaders.press.quotations import runs

_BRACKETS: Final = re.compile(
    r'\s*\((?:(?:далее|ранее|сокращ[её]нно)\s*[–—:-]?\s*)?[«"]?([A-ZА-ЯЁ][\w‘’ʻ -]{1,40}?)[»"]?\)'
)
_INNER: Final = re.compile(r"[«\"]([^«»\"]+)[»\"]+$")


@dataclass
class Known:
    """One enterprise as its mentions call it."""

    name: str
    first: Mention
    sure: bool
    aliases: list[str] = field(default_factory=list)

    def is_called(self, mention: Mention) -> bool:
        """Whether a mention may be of it."""
        names = (self.name, *self.aliases)
        return any(same_name(name, mention.name) for name in names) or self._shortened(mention)

    def _shortened(self, mention: Mention) -> bool:
        """«завод «Кубань»» of «Комбайновый завод «Кубань»», «ПТЗ» of «Петербургский тракторный завод»."""
        if mention.name.isupper() and initials(self.name) in (mention.name, nominative(mention.tokens[-1])):
            return True
        if self.name.isupper() and initials(mention.name) == self.name:
            return True
        inner = _INNER.search(self.name)
        plant = bool(inner) and mention.typed and mention.sentence.tokens[mention.head].lemma in PLANTS
        return plant and inner is not None and same_name(inner[1], mention.name)

    def take(self, mention: Mention) -> None:
        """Count a mention of it: the best of its names is the one after a common noun, or in the nominative."""
        sure = mention.typed or mention.case == "Nom"
        if sure and not self.sure and same_name(self.name, mention.name):
            self.name, self.sure = mention.name, True

    def gloss(self, mention: Mention) -> None:
        """Count another name of it beside the one that it has: that in brackets is the alias."""
        before, inside = sorted((self.first, mention), key=lambda one: one.span)
        spelt = len(inside.name) > len(before.name) and before.name.isupper()
        self.name = inside.name if spelt else before.name
        self.aliases.append(before.name if spelt else inside.name)


def alias(mention: Mention, text: str) -> str | None:
    """The short name in brackets after a name: «Минский тракторный завод (МТЗ)»."""
    found = _BRACKETS.match(text, mention.span[1])
    if not found or normalise(found[1]) == normalise(mention.name) or found[1] in ("Узбекистан", "Россия"):
        return None
    return found[1] if found[1].isupper() or re.search("[A-Z«]|далее", found[0]) else None


def known_by_name(mentions: Iterable[Mention], text: str) -> list[Known]:
    """The named enterprises of a text in the order of their first mention."""
    found: list[Known] = []
    for mention in sorted(mentions, key=lambda one: (-_weight(one), one.span)):
        one = next(
            (known for known in found if known.is_called(mention) or _glossed(known.first, mention)), None
        )
        if one is None:
            one = Known(mention.name, mention, mention.typed or mention.case == "Nom")
            found.append(one)
        one.take(mention)
        if _glossed(one.first, mention) and mention.name not in (one.name, *one.aliases):
            one.gloss(mention)
        if mention.span < one.first.span:
            one.first = mention
        if (short := alias(mention, text)) and short not in one.aliases:
            one.aliases.append(short)
    return sorted(_merged(found), key=lambda known: known.first.span)


def _merged(found: list[Known]) -> list[Known]:
    """Those that an alias of another names are that other: «UzAuto» and «Узавтосаноат (UzAuto)»."""
    merged: list[Known] = []
    for one in found:
        owner = next((known for known in found if known is not one and one.name in known.aliases), None)
        if owner is None:
            merged.append(one)
        elif one.first.span < owner.first.span:
            owner.first = one.first
    return merged


def _glossed(one: Mention, other: Mention) -> bool:
    """Whether one name stands in brackets right after another: «КЭМЗ (Ковровский электромеханический завод)»."""
    first, second = sorted((one, other), key=lambda mention: mention.span)
    if first.sentence is not second.sentence or first is second:
        return False
    between = [token.text for token in first.sentence.tokens[first.last : second.first]]
    return between == ["("] or (
        len(between) == 2 and between[1] == "(" and between[0].casefold() in LEGAL_FORMS
    )


def _weight(mention: Mention) -> int:
    """Full names come before short ones, so that these find them."""
    return len(normalise(mention.name).split())


def quoted_echoes(sentence: Sentence, known: list[Known], taken: set[int], text: str) -> Iterator[Mention]:
    """Names in quotation marks that the text gives elsewhere too: «гидроцилиндры «X» закупает»."""
    for start, stop in runs(sentence):
        if start in taken:
            continue
        inner = sentence.tokens[start:stop]
        name = text[inner[0].start : inner[-1].stop]
        one = next((one for one in known if same_name(one.name, name) or name in one.aliases), None)
        if one is not None:
            case = inner[0].case if inner[0].lemma != inner[0].text.lower() else ""
            yield Mention("enterprise", one.name, sentence, start - 1, stop + 1, start, case)


def echoes(sentence: Sentence, known: list[Known], taken: set[int]) -> Iterator[Mention]:
    """Short names without quotation marks that the text has given elsewhere; not their introduction in brackets."""
    for number, token in enumerate(sentence.tokens):
        bracketed = (
            number
            and sentence.tokens[number - 1].text in ("(", "–", "-")
            and "(" in [t.text for t in sentence.tokens[max(number - 3, 0) : number]]
        )
        if number in taken or token.quoted or not token.capital or bracketed:
            continue
        mention = Mention("enterprise", nominative(token), sentence, number, number + 1, number, token.case)
        one = next((one for one in known if _echoed(one, mention)), None)
        if one is not None:
            yield replace(mention, name=one.name)


def _echoed(one: Known, mention: Mention) -> bool:
    word = mention.name
    single = " " not in one.name and (word == one.name or same_name(word, one.name))
    return word in one.aliases or single or (len(word) > 2 and word.isupper() and word == initials(one.name))
