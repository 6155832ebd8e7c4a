"""Names of things in three languages, and the form in which two spellings of one name are equal."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

LEGAL_FORMS: Final = frozenset(
    "ооо оао зао пао ао нпо нао ип фгуп муп гуп тоо чп одо ooo oao zao pao ao llc ltd inc plc gmbh kg co corp "
    "mchj aj qk xk dk jsc ojsc cjsc jv сп мчж аж хк".split()
)
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)
_APOSTROPHES: Final = re.compile("['`´ʹʻʼʽˈ‘’‛′＇]")
"""The signs that writers of Uzbek put for its tutuq belgisi and in oʻ and gʻ; also the primes."""


class Names(BaseModel):
    """The names of one thing by language, and further spellings that sources use."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ru: str | None = None
    en: str | None = None
    uz: str | None = None
    aliases: tuple[str, ...] = ()

    def all(self) -> Iterator[str]:
        """Every spelling, Russian first."""
        yield from (name for name in (self.ru, self.en, self.uz) if name)
        yield from self.aliases


@lru_cache(maxsize=65_536)
def normalise(name: str) -> str:
    """`name` in small letters, ё as е, without quotes, punctuation and legal forms; words one space apart.

    A name that is nothing but a legal form keeps it.
    """
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", name)).casefold()
    folded = unicodedata.normalize("NFKC", plain).casefold().replace("ё", "е")
    words = _WORD.findall(_APOSTROPHES.sub("", folded))
    return " ".join([word for word in words if word not in LEGAL_FORMS] or words)


@lru_cache(maxsize=16_384)
def _has_a_word(name: str) -> str:
    if not _WORD.search(name):
        raise ValueError("a name has at least one letter or digit")
    return name


Name = Annotated[str, StringConstraints(min_length=1), AfterValidator(_has_a_word)]


_TO_LATIN: Final = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщыэюяўқғҳ",
            "a b v g d e yo j z i y k l m n o p r s t u f h ts ch sh sh i e yu ya u q g h".split(),
            strict=True,
        )
    )
    | {"ъ": "", "ь": ""}
)
_FROM_LATIN: Final = dict(
    zip(
        "shch sch ch sh zh kh yo yu ya ts gh a b c d e f g h i j k l m n o p q r s t u v w x y z".split(),
        "щ щ ч ш ж х ё ю я ц г а б к д е ф г х и ж к л м н о п к р с т у в в х й з".split(),
        strict=True,
    )
)
_LATIN: Final = re.compile("|".join(_FROM_LATIN))


def in_latin(normalised: str) -> str:
    """A normalised name with its Cyrillic letters in Latin."""
    return normalised.translate(_TO_LATIN)


def in_other_script(normalised: str) -> str:
    """A normalised name with its Cyrillic letters in Latin, or without such, its Latin ones in Cyrillic; roughly."""
    latin = in_latin(normalised)
    return latin if latin != normalised else _LATIN.sub(lambda found: _FROM_LATIN[found[0]], normalised)


@lru_cache(maxsize=16_384)
def language_of(name: str) -> str:
    """`ru` for a name with Cyrillic letters, else `en`: where a source gives a bare name."""
    return "ru" if re.search("[А-Яа-яЁё]", name) else "en"
