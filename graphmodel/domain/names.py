"""Names of things in three languages, and the form in which two spellings of one name are equal."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pydantic import BaseModel, ConfigDict

LEGAL_FORMS: Final = frozenset(
    "ооо оао зао пао ао нпо нао ип фгуп муп гуп тоо чп одо ooo oao zao pao ao llc ltd inc plc gmbh kg co corp "
    "mchj aj qk xk dk jsc ojsc cjsc jv сп мчж аж хк".split()
)
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)


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
    folded = (
        unicodedata.normalize("NFKC", name).casefold().replace("ё", "е").replace("ʻ", "").replace("‘", "")
    )
    words = _WORD.findall(folded.replace("'", "").replace("’", ""))
    return " ".join([word for word in words if word not in LEGAL_FORMS] or words)


def language_of(name: str) -> str:
    """`ru` for a name with Cyrillic letters, else `en`: where a source gives a bare name."""
    return "ru" if re.search("[А-Яа-яЁё]", name) else "en"
