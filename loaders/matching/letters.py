"""One skeleton for every way to write a word in Russian or Uzbek, in Cyrillic or Latin letters.

The rules take away what writers do differently: soft and hard signs and tutuq belgisi, doubled letters, ё and е, й, ы
and y as i, х, kh, h and x as h, ж, zh and j as j, but as i where no vowel follows (-skij), ц, ts and c before e, i, y
as c, қ, q, k and other c as k, ғ, gʻ and gh as g, ў and oʻ as u, ч and ch as q, ш, щ, sh and shch as w.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_APOSTROPHES: Final = "'`´ʹʻʼʽˈ‘’‛′＇"
_BREVE: Final = "\u0306"
_UZBEK_U: Final = re.compile(f"(?<=[oO])[{_APOSTROPHES}](?=[^\\W\\d_])")
_SIGNS: Final = re.compile(f"[{_APOSTROPHES}\u0300-\u036f]")
_CARONS: Final = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ŝ": "shch", "û": "iu", "â": "ia", "è": "e", "ě": "ie"}
)
_DOTTED: Final = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?!\w))?")
_DOTS: Final = re.compile(r"[.\s]")
_NUMBER: Final = re.compile(r"№|(?<!\w)n[or]?\.?\s*(?=\d)", re.IGNORECASE)
_CONTRACTED: Final = re.compile(r"(?<!\w)(з|ф|к|комб)-(д|да|де|дом|ка|ки|ке|кой|т|та|те|том)(?!\w)")
"""«З-д», «ф-ка», «к-т»: the beginning and the end of a word for works."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_LATIN_ONLY: Final = re.compile("[dfgjlnqrsuvwz]")

_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхцчшщыэўқғҳіїєҷ", "abvgdejziiklmnoprstufh-qwwieukghiiej", strict=True))
    | {"ъ": "", "ь": "", "ю": "iu", "я": "ia", "ц": "ts"}
)
_ALIKE: Final = str.maketrans("abcehikmoptxy", "авсенікмортху")
"""Latin letters that slip into Cyrillic words."""
_LATIN: Final = {
    "shch": "w",
    "tech": "teh",
    "mech": "meh",
    "dzh": "j",
    "sch": "w",
    "tch": "q",
    "ch": "q",
    "sh": "w",
    "zh": "j",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "ck": "k",
    "c": "k",
    "x": "h",
    "q": "k",
    "w": "v",
    "y": "i",
}
_TSK: Final = re.compile("ck(?=(?:i[ijy]|aia|aya|oe|ogo|om)$)")
_SOFT: Final = re.compile("c(?=[eiy])")
_LATIN_PATTERN: Final = re.compile("|".join(_LATIN))
_BOTH: Final = {"ks": "h", "ts": "c", "dj": "j", "io": "e", "ie": "e"}
_BOTH_PATTERN: Final = re.compile("ks(?!s?k|ii)|ts(?!s?k)|dj|i[oe]")
_NO_J: Final = re.compile("j(?![aeiou])")
_DOUBLED: Final = re.compile(r"(.)\1+")
_ADJECTIVE: Final = re.compile(r"(.+)sk(?:i|aia|oe|ogo|oi|om|im|ih|uiu|e)?")


def words(text: str) -> list[str]:
    """The words and numbers of a text in small letters, without accents and apostrophes; oʻ is u, ё is е.

    Letters with dots between them are one word.
    """
    plain = unicodedata.normalize("NFKD", _UZBEK_U.sub(_BREVE, _NUMBER.sub(" ", text))).casefold()
    bare = _SIGNS.sub("", plain.replace(f"o{_BREVE}", "u").replace(f"и{_BREVE}", "й"))
    solid = _CONTRACTED.sub(r"\1\2", bare) if "-" in bare else bare
    if "." in solid:
        solid = _DOTTED.sub(lambda found: f"{_DOTS.sub('', found[0])} ", solid)
    return _WORD.findall(solid)


def readings(text: str) -> tuple[str, ...]:
    """A text, and what it is where its carons are heard, as ISO 9 has them: «Škola» is Skola or Shkola."""
    plain = unicodedata.normalize("NFC", text).casefold()
    heard = plain.translate(_CARONS)
    return (text,) if heard == plain else (text, heard)


@lru_cache(maxsize=65_536)
def spelt(word: str) -> str:
    """A word of `words` in Latin letters, each sound by itself: a slip of the pen stays one letter."""
    if word.isascii() or _LATIN_ONLY.search(word):
        soft = _SOFT.sub("ts", _TSK.sub("tsk", word)) if "c" in word.replace("ch", "") else word
        latin = _LATIN_PATTERN.sub(lambda found: _LATIN[found[0]], soft).translate(_CYRILLIC)
    else:
        latin = word.translate(_ALIKE).translate(_CYRILLIC)
    return _NO_J.sub("i", latin)


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """A word of `words` in the letters of its skeleton, doubled ones as they stand."""
    return _NO_J.sub("i", _BOTH_PATTERN.sub(lambda found: _BOTH[found[0]], spelt(word)))


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What all spellings of a word of `words` have in common."""
    return _DOUBLED.sub(r"\1", romanised(word))


def left_out(bones: str) -> list[str]:
    """A string with each of its letters left out in turn: what a slip has in common with what was meant."""
    return [bones[:at] + bones[at + 1 :] for at in range(len(bones))]


def stem(bones: str) -> str:
    """A skeleton without the ending of an adjective in -ский: Чирчикский and Chirchiq become one."""
    found = _ADJECTIVE.fullmatch(bones)
    if not found:
        return bones
    return found[1] if len(found[1]) > 3 else f"{found[1]}sk"
