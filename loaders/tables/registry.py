"""Registry numbers: INN, OGRN, STIR, LEI and OKPO, with what spreadsheets do to them mended where that is certain."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from stdnum import lei as global_lei
from stdnum.ru import inn as russian_inn

from loaders import ogrn as russian_ogrn
from loaders import okpo as russian_okpo
from loaders.tables.cells import CellError, words
from loaders.tables.sheets import Raw

_STIR: Final = re.compile(r"[2-9]\d{8}")


def digits(raw: Raw) -> str:
    """The digits of a cell: `7701234567.0` and a number with spaces as well. Raises CellError for anything else."""
    if isinstance(raw, bool | datetime | date | time | timedelta):
        raise CellError("not_digits")
    text = re.sub(r"[\s'’`\-]", "", words(raw))
    text = re.sub(r"\.0+$", "", text)
    if not re.fullmatch(r"[0-9]+", text):
        raise CellError("not_digits")
    return text


def inn(raw: Raw) -> str:
    """A Russian INN; a leading zero that a spreadsheet took off is put back where the checksum then holds.

    Raises CellError where length or checksum are wrong.
    """
    found = digits(raw)
    if len(found) in (9, 11) and russian_inn.is_valid(f"0{found}"):
        return f"0{found}"
    if len(found) not in (10, 12):
        raise CellError("inn_length", str(len(found)))
    if not russian_inn.is_valid(found):
        raise CellError("inn_checksum")
    return found


def stir(raw: Raw) -> str:
    """An Uzbek STIR. Raises CellError where it has not nine digits."""
    found = digits(raw)
    if not _STIR.fullmatch(found):
        raise CellError("stir_form")
    return found


def ogrn(raw: Raw) -> str:
    """A Russian OGRN or OGRNIP. Raises CellError where length or checksum are wrong."""
    found = digits(raw)
    if not russian_ogrn.is_valid(found):
        raise CellError("ogrn_checksum")
    return found


def lei(raw: Raw) -> str:
    """A legal entity identifier (ISO 17442). Raises CellError where form or check digits are wrong."""
    found = re.sub(r"[\s\-]", "", words(raw)).upper()
    if not global_lei.is_valid(found):
        raise CellError("lei_checksum")
    return found


def okpo(raw: Raw) -> str:
    """An OKPO; leading zeros that a spreadsheet took off are put back where the check digit then holds.

    Raises CellError where length or check digit are wrong.
    """
    found = digits(raw)
    number = found if len(found) > 8 else found.zfill(8)
    if not russian_okpo.is_valid(number):
        raise CellError("okpo_checksum")
    return number
