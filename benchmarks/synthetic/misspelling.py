"""How people misspell a company's name in a search: kinds of error, each made by rule and by lot."""

import random
from collections.abc import Callable, Mapping
from typing import Final

Spelling = Callable[[str, random.Random], str]
"""From a name the way someone writes it."""
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшыэюя"
_LATIN: Final = "abcdefghijklmnopqrstuvxyz"
_FORMS: Final = "ООО АО ПАО ЗАО MCHJ LLC".split()
_VOWELS: Final = "аеиоуыэюяaeiou"
_ROMAN: Final[Mapping[str, tuple[str, ...]]] = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        (
            tuple(ways.split("/"))
            for ways in "a b v g d e zh/j z i y/i/j k l m n o p r s t u f kh/h/x ts/c ch sh shch/sch/sh "
            "/ y/i / e yu/iu/ju ya/ia/ja".split(" ")
        ),
        strict=True,
    )
)
"""The ways in which passports, Uzbek, scholars and people at a keyboard write a Russian letter in Latin."""
_UZBEK: Final = tuple(
    zip(
        "sh ch o‘ g‘ yo yu ya a b d e f g h i j k l m n o p q r s t u v x y z".split(),
        "ш ч у г ё ю я а б д е ф г х и ж к л м н о п к р с т у в х й з".split(),
        strict=True,
    )
)
"""Uzbek Latin letters as Russian speakers write them."""


def typo(name: str, chance: random.Random) -> str:
    """A letter of the longest word is another, missing, doubled, or changes places with the next."""
    longest = max(name.split(), key=len)
    at = chance.randrange(1, len(longest) - 1)
    letters = _CYRILLIC if longest.lower()[0] in _CYRILLIC else _LATIN
    wrong = chance.choice(
        (
            chance.choice(letters) + longest[at + 1],
            longest[at + 1],
            longest[at] * 2 + longest[at + 1],
            longest[at + 1] + longest[at],
        )
    )
    return name.replace(longest, longest[:at] + wrong + longest[at + 2 :])


def two_typos(name: str, chance: random.Random) -> str:
    """Two of them, where they fall."""
    return typo(typo(name, chance), chance)


def transliterated(name: str, chance: random.Random) -> str:
    """Russian in Latin letters, each way by lot for the whole name; Uzbek in Russian ones."""
    small = name.lower()
    if not any(letter in _CYRILLIC for letter in small):
        for latin, cyrillic in _UZBEK:
            small = small.replace(latin, cyrillic)
        return small
    ways = {ord(letter): chance.choice(ways) for letter, ways in _ROMAN.items()}
    return small.translate(ways)


def transliterated_with_typo(name: str, chance: random.Random) -> str:
    """Mistyped, then in the other script."""
    return transliterated(typo(name, chance), chance)


def with_legal_form(name: str, chance: random.Random) -> str:
    """Between quotes, in another case, with a legal form on either side."""
    quoted = chance.choice((f"«{name}»", f'"{name.upper()}"', name.lower(), name.upper()))
    form = chance.choice(_FORMS)
    return chance.choice((f"{form} {quoted}", f"{quoted}, {form}"))


def abbreviated(name: str, chance: random.Random) -> str:
    """Words that tell the trade are cut before a vowel; works are a `з-д`."""
    return " ".join(_cut(word, chance) for word in name.split())


def _cut(word: str, chance: random.Random) -> str:
    if word == "завод":
        return "з-д"
    ends = [at for at in range(4, len(word) - 2) if word[at] in _VOWELS and word[at - 1] not in _VOWELS]
    return f"{word[: chance.choice(ends)]}." if word.lower().endswith("ный") and ends else word


def reordered(name: str, chance: random.Random) -> str:
    """Its words in another order."""
    words = name.split()
    turned = words[1:] + words[:1] if chance.random() < 0.5 else words[::-1]
    return " ".join(turned)


SPELLINGS: Final[Mapping[str, Spelling]] = {
    "typo": typo,
    "two typos": two_typos,
    "transliteration": transliterated,
    "transliteration, typo": transliterated_with_typo,
    "legal form": with_legal_form,
    "abbreviation": abbreviated,
    "word order": reordered,
}
"""By kind."""
