"""Words and phrases in the nominative, and whether two names differ in their case endings alone."""

import re
from functools import cache
from typing import Final

from graphmodel.domain.names import normalise
from loaders.press.language import Token, vocabulary

_PARTS: Final = {"NOUN": ("NOUN",), "PROPN": ("NOUN", "ADJ"), "ADJ": ("ADJ", "VERB"), "VERB": ("VERB", "ADJ")}
_ENDINGS: Final = frozenset(
    " а я о е ы и й ь у ю ом ем ой ей ою ею ам ям ами ями ах ях ов ев ий ый ая яя ое ее ого его ому ему ым им ую юю "
    "ые ие ых их ия ии ию ией".split(" ")
)


_FEMININE: Final = re.compile("([А-ЯЁ][а-яё-]+(?:шин|техник|машин|резин|муфт))(?:ы|у|ой|е|и)")
"""Names made of a noun in «-а» that no dictionary has: «Нижнекамскшины»."""


_OF_PARTS: Final = re.compile("((?:[А-ЯЁ][а-яё]+)+)([А-ЯЁ][а-яё]{3,})")
"""Names that run words together: «ПромАгроТехнологий»."""


def _as_written(word: str, like: str) -> str:
    return (
        word.upper() if like.isupper() and len(like) > 1 else word.capitalize() if like[0].isupper() else word
    )


def _fitness(feats: dict[str, str], wanted: dict[str, str]) -> int:
    """How well a form of the dictionary fits what the tagger saw; the case counts for most."""
    weights = {"Case": 4, "Number": 2, "Gender": 1}
    return sum(weight for name, weight in weights.items() if feats.get(name, "") == wanted[name])


def nominative(token: Token) -> str:
    """The word in the nominative of its number."""
    if re.fullmatch("[А-ЯЁ]{2,}[а-я]{1,2}", token.text):
        return re.sub("[а-я]+$", "", token.text)
    if token.case in ("", "Nom") or token.latin:
        return token.text
    if made := _of_parts(token):
        return made
    if token.text.isupper():
        return token.text
    parts = ("ADJ",) if adjectival(token) else _PARTS.get(token.pos, ())
    forms = [form for form in vocabulary()(token.text) if form.pos in parts]
    wanted = {"Gender": token.gender, "Number": token.number, "Case": token.case}
    fit = max(forms, key=lambda form: _fitness(form.feats, wanted), default=None)
    inflected = fit.inflect({"Nom", fit.feats.get("Number", "Sing")}) if fit else None
    return _as_written(inflected.word, token.text) if inflected else token.text


def _of_parts(token: Token) -> str | None:
    """The nominative of a name made of words: «Нижнекамскшины», «ПромАгроТехнологий», «Корд-Сказки»."""
    if made := _FEMININE.fullmatch(token.text):
        return f"{made[1]}а"
    if made := _OF_PARTS.fullmatch(token.text):
        return made[1] + _part(made[2], token.case)
    if "-" in token.text and token.pos != "ADJ":
        return "-".join(_part(part, token.case) for part in token.text.split("-"))
    return None


def _part(word: str, case: str = "") -> str:
    """A part of a name with hyphens: «НОВОЙ» of «ОС-НОВОЙ», «НОВЫ» of «ОС-НОВЫ», «Выдумке» of «Выдумке-Агро»."""
    if re.fullmatch("[А-ЯЁ]{3,}[ЫУ]", word):
        return word[:-1] + "А"
    if re.fullmatch("[А-ЯЁа-яё]{3,}(?:ой|ою|ОЙ|ОЮ)", word):
        return word[:-2] + ("А" if word.isupper() else "а")
    forms = (
        [form for form in vocabulary()(word) if form.pos == "NOUN"]
        if re.fullmatch("[А-ЯЁ][а-яё]{3,}", word)
        else []
    )
    ends = word[-1:] in ("ы", "и")
    owned = [form for form in forms if form.feats.get("Case") == case == "Gen"] if ends else []
    if not owned and (not forms or any(form.feats.get("Case") == "Nom" for form in forms)):
        return word
    forms = owned or forms
    inflected = forms[0].inflect({"Nom", forms[0].feats.get("Number", "Sing")})
    return _as_written(inflected.word, word) if inflected else word


def in_dictionary(word: str) -> bool:
    """Whether the dictionary has a word."""
    return bool(vocabulary().word_is_known(word.lower()))


def is_common(word: str) -> bool:
    """Whether the dictionary has a word that is no name."""
    tags = [str(reading.tag) for reading in vocabulary().parse(word.lower())]
    named = any(mark in tag for tag in tags for mark in ("Orgn", "Trad", "Name", "Surn", "Geox"))
    return in_dictionary(word) and not named


@cache
def is_organisation(word: str) -> bool:
    """Whether the dictionary has a word as the name of an organisation: «Ростсельмаш»."""
    return in_dictionary(word) and any(
        "Orgn" in str(reading.tag) for reading in vocabulary().parse(word.lower())
    )


def may_be_nominative(token: Token) -> bool:
    """Whether the form of a word allows the nominative."""
    forms = vocabulary()(token.text) if re.fullmatch("[А-ЯЁа-яё]{2,}", token.text) else []
    return not forms or any(form.feats.get("Case") == "Nom" for form in forms)


def in_number(token: Token, number: str, like: Token | None = None) -> str:
    """A word in the nominative of a number, in small letters; an adjective agrees with the noun that it is `like`."""
    parts = ("ADJ",) if like else ("NOUN",)
    forms = [form for form in vocabulary()(token.text.lower()) if form.pos in parts]
    wanted = {"Gender": token.gender, "Number": token.number, "Case": token.case}
    fit = max(forms, key=lambda form: _fitness(form.feats, wanted), default=None)
    gender = {like.gender} if like and number == "Sing" and like.gender else set()
    inflected = fit.inflect({"Nom", number or "Sing"} | gender) if fit else None
    return inflected.word if inflected else token.text.lower()


def number_of(token: Token) -> str:
    """The grammatical number of a noun: the dictionary's where its form allows but one."""
    numbers = {
        form.feats.get("Number", "") for form in vocabulary()(token.text.lower()) if form.pos == "NOUN"
    }
    return numbers.pop() if len(numbers) == 1 else token.number


def adjectival(token: Token) -> bool:
    """Whether a name has the form of an adjective: «Ковровскому»."""
    return bool(re.fullmatch(r"[А-ЯЁ][а-яё-]+(?:ск|н)(?:ий|ый|ого|ому|им|ым|ом|ая|ой|ую|ое)", token.text))


def _heads(tokens: tuple[Token, ...]) -> set[int]:
    """The first noun of a phrase, and the nouns that «и» joins to it in the same case."""
    head = next(
        (n for n, t in enumerate(tokens) if t.pos in ("NOUN", "PROPN") and not adjectival(t)), len(tokens) - 1
    )
    heads = {head}
    while (
        head + 2 < len(tokens) and tokens[head + 1].text == "и" and tokens[head + 2].case == tokens[head].case
    ):
        head += 2
        heads.add(head)
    return heads


def nominative_phrase(tokens: tuple[Token, ...], text: str) -> str:
    """A noun phrase in the nominative: its first noun and what agrees with it; the rest as it is written."""
    heads = _heads(tokens)
    agreeing = heads | set(range(min(heads)))
    words = []
    for number, token in enumerate(tokens):
        gap_end = tokens[number + 1].start if number + 1 < len(tokens) else token.stop
        agrees = number in agreeing and token.pos in ("NOUN", "PROPN", "ADJ", "VERB")
        words.append((nominative(token) if agrees else token.text) + text[token.stop : gap_end])
    return re.sub(r"\s+", " ", "".join(words)).strip()


def _same_word(one: str, other: str) -> bool:
    """Whether two words may be forms of one: a common stem of three letters, and case endings."""
    if one == other:
        return True
    stem = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    cyrillic = re.fullmatch("[а-я]+", one) and re.fullmatch("[а-я]+", other)
    return bool(cyrillic) and stem > 2 and {one[stem:], other[stem:]} <= _ENDINGS


def _spelt_out(name: str) -> str:
    """A name with «сельхозтехника» in full."""
    return re.sub(r"\bсельхоз(техник|машин)", r"сельскохозяйственной \1", name)


@cache
def same_name(one: str, other: str) -> bool:
    """Whether two names differ in case endings alone: «Амкодора» and «Амкодор», «ОС-НОВОЙ» and «ОС-НОВА»."""
    ours, theirs = (_spelt_out(normalise(name)).split() for name in (one, other))
    return len(ours) == len(theirs) and all(map(_same_word, ours, theirs))


def initials(name: str) -> str:
    """The abbreviation that a name of several words gives: «ПТЗ» of «Петербургский тракторный завод»."""
    words = re.findall("[а-яёА-ЯЁ]+", name)
    return "".join(word[0].upper() for word in words) if len(words) > 2 else ""
