"""Codes in a cell: OKVED2 of an enterprise, OKPD2 and HS of a product; often several, often with their names."""

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
    """Codes of OKVED2, each with or without its name behind it. Raises CellError where there is none such."""
    return [_existing(code, is_okved, "unknown_okved") for code in _codes(raw, _OKVED, "okved_form")]


def hs(raw: Raw) -> list[str]:
    """Codes of the Harmonized System, or national ones that begin with one. Raises CellError for any other."""
    plain = (re.sub("[ .]", "", code) for code in _codes(raw, _HS, "hs_form"))
    return [_existing(code, is_hs, "unknown_hs") for code in plain]


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
    """A code that exists; a leading zero that a spreadsheet took off is put back."""
    for known in (code, f"0{code}"):
        if exists(known):
            return known
    raise CellError(fault, code)
