"""Legal forms of enterprises, as `rigour` lists them and, for Russian and Uzbek, as our own table does.

rigour's table rests on ISO 20275 and lists of the OCCRP. Of it we take the forms of business and leave out what is a
word of a name as well («компания», "foundation") or shorter than three letters and not in our own table.
"""

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA
from rigour.data.names.org_types import ORG_TYPES

from loaders.matching.letters import left_out, romanised, words

_KINDS: Final = {
    "LLC": "limited",
    "Ltd": "limited",
    "SARL": "limited",
    "JSC": "stock",
    "PJSC": "stock",
    "OJSC": "stock",
    "CJSC": "stock",
    "AG": "stock",
    "SOE": "state",
    "ФГУП": "state",
    "ГУП": "state",
    "UP": "state",
    "SP": "person",
    "LP": "",
    "LLP": "",
    "Inc": "",
}
"""rigour's names of forms, and ours of their kinds; a form of no kind contradicts none."""
_LONG: Final = 8
"""The least letters of a word of a form that may be mistyped."""
Form = tuple[str, ...]


class Parted(NamedTuple):
    """A name without its legal forms, and the kinds of those."""

    words: tuple[str, ...]
    kinds: frozenset[str]


def _key(form: str) -> Form:
    return tuple(map(romanised, words(form)))


def _own() -> Iterator[tuple[Form, str]]:
    table = (resources.files("loaders") / "data" / "matching" / "forms.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        yield from ((_key(form), row["kind"]) for form in row["forms"].split("|"))


def _of_rigour() -> Iterator[tuple[Form, str]]:
    for entry in ORG_TYPES:
        if (kind := _KINDS.get(entry.get("compare") or "")) is not None:
            forms = (_key(form) for form in (entry.get("display") or "", *entry["aliases"]))
            yield from ((form, kind) for form in forms if len("".join(form)) > 2)


@cache
def _table() -> dict[str, tuple[tuple[Form, str], ...]]:
    """Every form with its kind, the longest first, by its first word; in either script, so romanised."""
    kinds = dict(_of_rigour()) | dict(_own())
    by_first: dict[str, list[tuple[Form, str]]] = {}
    for form in sorted(kinds, key=len, reverse=True):
        by_first.setdefault(form[0], []).append((form, kinds[form]))
    return {first: tuple(found) for first, found in by_first.items()}


def _at(parts: Form, start: int) -> tuple[Form, str] | None:
    for form, kind in _table().get(parts[start], ()):
        if parts[start : start + len(form)] == form:
            return form, kind
    return None


@cache
def _slips() -> dict[str, str]:
    """Every long word of the forms by itself, and by itself with one letter left out."""
    long = {word for forms in _table().values() for form, _ in forms for word in form if len(word) >= _LONG}
    return {key: word for word in sorted(long) for key in left_out(word)} | {word: word for word in long}


@lru_cache(maxsize=65_536)
def _usual(word: str) -> str:
    """A word of the forms for one that differs from it by a slip."""
    if len(word) < _LONG or word in _slips():
        return _slips().get(word, word)
    near = (_slips().get(key, "") for key in left_out(word))
    return next((found for found in near if found and OSA.distance(found, word) == 1), word)


def parted(parts: list[str]) -> Parted:
    """The words of a name without its legal forms, wherever they stand; a name of nothing else keeps them."""
    kept: list[str] = []
    kinds: set[str] = set()
    bare = tuple(_usual(romanised(word)) for word in parts)
    start = 0
    while start < len(parts):
        if found := _at(bare, start):
            kinds.add(found[1])
            start += len(found[0])
        else:
            kept.append(parts[start])
            start += 1
    return Parted(tuple(kept or parts), frozenset(kinds - {""}))
