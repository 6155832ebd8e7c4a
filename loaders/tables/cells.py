"""What a cell may hold at all, and the text in it."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from loaders.tables.sheets import Raw, shown

LONGEST: Final = 32_767
"""Excel cuts what is longer."""
HIDDEN: Final = re.compile(r"'[=+\-@]")
"""Spreadsheets put an apostrophe before what they are not to compute."""
_ERROR: Final = re.compile(
    r"#(REF|VALUE|NAME|N/A|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BUSY|GETTING_DATA|BLOCKED|"
    r"ССЫЛКА|ЗНАЧ|ИМЯ|Н/Д|ДЕЛ/0|ЧИСЛО|ПУСТО)[!?]?",
    re.IGNORECASE,
)
_SCIENTIFIC: Final = re.compile(r"[+-]?\d+[.,]?\d*[eEеЕ]\+?\d+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_APOSTROPHES: Final = re.compile("[ʻʼ‘’`´]")
_UNKNOWN: Final = frozenset(
    "|неизвестно|неизвестен|неизвестный|неизвестный поставщик|н/д|нд|нет|нет данных|не указан|не указано|уточняется"
    "|unknown|unknown supplier|n/a|na|none|not known|tbd|noma'lum|-|–|—|?".split("|")
)
_LONG_FORMS: Final = {
    "общество с ограниченной ответственностью": "ООО",
    "публичное акционерное общество": "ПАО",
    "непубличное акционерное общество": "НАО",
    "открытое акционерное общество": "ОАО",
    "закрытое акционерное общество": "ЗАО",
    "акционерное общество": "АО",
    "научно-производственное объединение": "НПО",
    "индивидуальный предприниматель": "ИП",
    "limited liability company": "LLC",
    "joint stock company": "JSC",
    "mas'uliyati cheklangan jamiyat": "MCHJ",
    "mas'uliyati cheklangan jamiyati": "MCHJ",
    "aksiyadorlik jamiyati": "AJ",
}
_LONG_FORM: Final = re.compile(
    "|".join(sorted(map(re.escape, _LONG_FORMS), key=len, reverse=True)), re.IGNORECASE
)


class CellError(ValueError):
    """A cell that cannot be taken; `code` names the reason among the texts, `detail` tells more."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def check(raw: Raw) -> None:
    """Raise CellError where a cell holds what no table should: an error, a formula, NUL, too long a text."""
    if not isinstance(raw, str):
        return
    if "\0" in raw:
        raise CellError("nul")
    if len(raw) > LONGEST:
        raise CellError("too_long", str(len(raw)))
    text = raw.strip()
    if text.startswith("#") and _ERROR.fullmatch(text):
        raise CellError("cell_error")
    if raw.lstrip(" '").startswith("="):
        raise CellError("formula")
    if _SCIENTIFIC.fullmatch(text):
        raise CellError("scientific")


def words(raw: Raw) -> str:
    """The text of a cell: composed letters, no-break and repeated spaces as one, no apostrophe that hides a sign."""
    text = " ".join(unicodedata.normalize("NFC", shown(raw)).split())
    return text[1:] if HIDDEN.match(text) else text


def name(raw: Raw) -> str:
    """The name of an enterprise or product. Raises CellError for a number, a date, or a word that says "unknown"."""
    if isinstance(raw, bool | datetime | date | time | timedelta):
        raise CellError("no_name")
    return _name(words(raw))


@lru_cache(maxsize=16_384)
def _name(text: str) -> str:
    if text.casefold().strip(" .") in _UNKNOWN:
        raise CellError("unknown_name")
    if not _LETTER.search(text):
        raise CellError("no_name")
    straight = _APOSTROPHES.sub("'", text) if "'" not in text else text
    found = _LONG_FORM.search(straight)
    if not found or len(straight) != len(text):
        return text
    short = _LONG_FORMS[found.group().casefold()]
    return (text[: found.start()] + short + text[found.end() :]).strip()


def parts(raw: Raw) -> list[str]:
    """The names in a cell that lists several: apart by semicolons or lines, or by commas outside brackets."""
    text = shown(raw)
    separator = r"[;\n\r]+" if re.search(r"[;\n]", text) else r",\s+(?![^(]*\))"
    return [name(part) for part in re.split(separator, text) if part.strip()]
