"""Codes in a cell: OKVED2 of an enterprise, OKPD2 and HS of a product; often several, often with their names.

A leading zero that a spreadsheet took off is put back: the first part of OKVED2 has two digits, a code of goods an even
number.
"""

import re
from collections.abc import Callable
from typing import Final

from graphmodel.domain.classifications import is_hs, is_okved
from loaders.tables.cells import CellError
from loaders.tables.sheets import Raw, shown

_APART: Final = re.compile(r"[;\n\r]|,\s*(?=\d)")
_OKVED: Final = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}(?![\d.])")
_OKPD2: Final = re.compile(r"\d{2}(\.\d{1,3}){0,4}(?![\d.])")
_HS: Final = re.compile(r"\d[\d .]*")


def okved(raw: Raw) -> list[str]:
    """Codes of OKVED2, each with or without its name behind it: 1.11 is 01.11. Raises CellError for any other."""
    codes = (f"0{code}" if code[1:2] in (".", "") else code for code in _codes(raw, _OKVED, "okved_form"))
    return [_existing(code, is_okved, "unknown_okved") for code in codes]


def hs(raw: Raw) -> list[str]:
    """Codes of the Harmonized System, or national ones on top of one: 902 is 0902. Raises CellError for others."""
    plain = (re.sub("[ .]", "", code) for code in _codes(raw, _HS, "hs_form"))
    codes = (f"0{code}" if len(code) % 2 else code for code in plain)
    return [_existing(code, is_hs, "unknown_hs") for code in codes]


def okpd2(raw: Raw) -> list[str]:
    """Codes of OKPD2, each with or without its name behind it. Raises CellError where the form is another."""
    return _codes(raw, _OKPD2, "okpd2_form")


def _codes(raw: Raw, form: re.Pattern[str], fault: str) -> list[str]:
    parts = [part.strip() for part in _APART.split(shown(raw)) if part.strip()]
    found = [form.match(part) for part in parts]
    if not all(found):
        raise CellError(fault)
    return list(dict.fromkeys(match.group().strip(" .") for match in found if match))


def _existing(code: str, exists: Callable[[str], bool], fault: str) -> str:
    if not exists(code):
        raise CellError(fault, code)
    return code
