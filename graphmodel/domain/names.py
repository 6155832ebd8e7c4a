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


@lru_cache(maxsize=16_384)
def language_of(name: str) -> str:
    """`ru` for a name with Cyrillic letters, else `en`: where a source gives a bare name."""
    return "ru" if re.search("[А-Яа-яЁё]", name) else "en"
