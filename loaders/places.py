"""Which region or country some words name: full, short and everyday names, adjectives, ISO codes.

The table `data/places.csv` holds every region that ISO 3166-2 gives Russia, Uzbekistan and Belarus, most of those of
Kazakhstan, a few of other neighbours, their capitals, and what CLDR does not say of countries; `data/cities.csv` holds
industrial cities by their region. A name is compared word by word in any case ending, apart from the word for its kind
(«область», "viloyati"), which may stand before or after it, or be absent where that is enough.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain, product
from typing import Final, NamedTuple

from babel import Locale

from graphmodel.domain.codes import country_code, country_names
from graphmodel.domain.names import Names
from graphmodel.domain.references import Place

_MOST: Final = 100
"""No name of a place is longer, in characters."""
_APOSTROPHES: Final = re.compile("['`´ʹʻʼʽˈ‘’‛′＇]")
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile("[а-яғқҳў]+")
_COUNTRY: Final = re.compile("[A-Z]{2}")

_ADJECTIVE: Final = re.compile("(..+)(?:[иы]й|[ая]я|[ое]е|[иы]е|ой)")
_ADJECTIVE_ENDINGS: Final = (
    "ий ый ой ая яя ое ее ие ые ого его ому ему ым им ом ем ую юю ою ею ей ых их ыми ими".split()
)
_NOUN_ENDINGS: Final = {
    "ия": "ия ии ию ией".split(),
    "а": "а ы и е у ой ою".split(),
    "я": "я и е ю ей ею".split(),
    "ь": "ь и ью я ю ем е".split(),
    "й": "й я ю ем е".split(),
    "ы": ["ы", "", "ам", "ами", "ах"],
    "о": "о а у ом е".split(),
    "е": "е я ю ем и".split(),
    "": ["", "а", "у", "ом", "е"],
}
_INDECLINABLE: Final = tuple("иуэюёў")
_UZBEK_ENDINGS: Final = {True: " да дан га нинг даги".split(" "), False: " da dan ga ning ni dagi".split(" ")}

_KINDS: Final = {
    "oblast": "область обл oblast".split(),
    "krai": "край krai kray territory".split(),
    "okrug": "округ ао okrug district".split(),
    "region": "region province viloyat viloyati вилоят вилояти olkasi ўлкаси".split(),
    "republic": "республика респ республикаси republic respublika respublikasi".split(),
    "city": "город г city shahar shahri шаҳар шаҳри".split(),
}
_IDLE: Final = frozenset("автономный of the autonomous avtonomnyy".split())
"""Words that tell no place from another."""
_HOMONYMS: Final = frozenset({"того"})
"""Names of countries that are everyday words first."""


class PlaceEntry(NamedTuple):
    """One country or region: its code, its names, all further spellings, its adjectives and its capital."""

    code: str
    names: Names
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: tuple[str, ...]

    @property
    def is_country(self) -> bool:
        """Whether it is a country, not a region."""
        return len(self.code) == 2

    def spellings(self) -> Iterator[str]:
        """Every name of the place itself."""
        yield from self.names.all()
        yield from self.others


class City(NamedTuple):
    """A city that is no capital: the code of its region, its names, the Russian one first, and its adjectives."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


class _Hit(NamedTuple):
    code: str
    settlement: str | None = None


class _Words(NamedTuple):
    """A name without the word for its kind; `kind` is None where there is none, "" where there are several."""

    core: tuple[str, ...]
    kind: str | None


@cache
def places() -> tuple[PlaceEntry, ...]:
    """Every region of the table, and every country."""
    told = {entry.code: entry for entry in map(_entry, _rows("places"))}
    countries = {code: PlaceEntry(code, country_names(code), (), (), ()) for code in _countries()}
    return tuple((countries | told).values())


@cache
def cities() -> tuple[City, ...]:
    """Every city of the table."""
    return tuple(
        City(row["code"], _parts(row["names"]), _parts(row["adjectives"])) for row in _rows("cities")
    )


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = (resources.files("loaders") / "data" / f"{table}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _countries() -> Iterator[str]:
    for code in filter(_COUNTRY.fullmatch, map(str, Locale("en").territories)):
        try:
            yield country_code(code)
        except ValueError:
            continue


def _entry(row: dict[str, str]) -> PlaceEntry:
    code = row["code"]
    own = Names(ru=row["ru"], en=row["en"], uz=row["uz"] or None) if row["ru"] else country_names(code)
    others, adjectives, capital = (_parts(row[column]) for column in ("others", "adjectives", "capital"))
    return PlaceEntry(code, own, tuple(filter(None, (row["uz_cyrl"], *others))), adjectives, capital)


def _fold(words: str) -> list[str]:
    """The words of a name in small letters, ё as е, without apostrophes."""
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", words)).casefold().replace("ё", "е")
    return _WORD.findall(_APOSTROPHES.sub("", plain))


@cache
def _base(word: str) -> str:
    """What all forms of a word of the table share as their key: the stem of an adjective, else the word."""
    adjective = _ADJECTIVE.fullmatch(word)
    return adjective[1] if adjective else word


def _forms(word: str) -> set[str]:
    """A word of the table with every ending that it may take; a few that no one writes do no harm."""
    cyrillic = bool(_CYRILLIC.fullmatch(word))
    forms = {word + ending for ending in _UZBEK_ENDINGS[cyrillic]}
    if _base(word) != word:
        return forms | {_base(word) + ending for ending in _ADJECTIVE_ENDINGS}
    if not cyrillic or len(word) < 3 or word.endswith(_INDECLINABLE):
        return forms
    last = next(ending for ending in _NOUN_ENDINGS if word.endswith(ending))
    return forms | {word.removesuffix(last) + ending for ending in _NOUN_ENDINGS[last]}


@cache
def _kinds() -> dict[str, str]:
    """Every form of a word for a kind of place; idle words are of no kind."""
    told = {form: kind for kind, words in _KINDS.items() for word in words for form in _forms(word)}
    return told | {form: "" for word in _IDLE for form in _forms(word)}


def _parted(words: str) -> _Words:
    folded = _fold(words)
    kinds = {_kinds()[word] for word in folded if word in _kinds()} - {""}
    core = tuple(word for word in folded if word not in _kinds())
    return _Words(core, None if not kinds else kinds.pop() if len(kinds) == 1 else "")


def _keys(entry: PlaceEntry, name: str) -> Iterator[_Words]:
    """What a name of a region or country is found by."""
    core, kind = _parted(name)
    adjectival = _base(core[-1]) != core[-1]
    yield _Words(core, kind)
    if kind in ("oblast", "krai", "okrug"):
        yield _Words(core, "region")
    if kind == "republic" and not adjectival:
        yield _Words(core, None)
    if kind is None:
        yield _Words(core, "republic" if entry.is_country or _is_republic(entry) else "city")


def _is_republic(entry: PlaceEntry) -> bool:
    return _parted(entry.names.ru or "").kind == "republic"


def _found_by(entry: PlaceEntry) -> Iterator[tuple[_Words, _Hit]]:
    for name in entry.spellings():
        if name.casefold() not in _HOMONYMS:
            yield from ((key, _Hit(entry.code)) for key in _keys(entry, name))
    for stem in entry.adjectives:
        yield _Words(tuple(_fold(f"{stem}ий")), None), _Hit(entry.code)
    for name in entry.capital:
        core, hit = tuple(_fold(name)), _Hit(entry.code, entry.capital[0])
        yield from ((_Words(core, kind), hit) for kind in (None, "city"))


def _city_found_by(city: City) -> Iterator[tuple[_Words, _Hit]]:
    hit = _Hit(city.code, city.names[0])
    for name in city.names:
        yield from ((_Words(tuple(_fold(name)), kind), hit) for kind in (None, "city"))
    for stem in city.adjectives:
        yield _Words(tuple(_fold(f"{stem}ий")), None), hit


class _Index(NamedTuple):
    """Every key with what it may mean, and every form of a word with the words that it may be a form of."""

    hits: dict[_Words, dict[str, _Hit]]
    bases: dict[str, set[str]]


@cache
def _index() -> _Index:
    index = _Index({}, {})
    regions = (one for entry in places() for one in _found_by(entry))
    settled = (one for city in cities() for one in _city_found_by(city))
    for (core, kind), hit in chain(regions, settled):
        key = _Words(tuple(map(_base, core)), kind)
        index.hits.setdefault(key, {}).setdefault(hit.code, hit)
        for word in core:
            for form in _forms(word):
                index.bases.setdefault(form, set()).add(_base(word))
    return index


def spellings() -> Iterable[str]:
    """Every word that names of places are made of, in every form."""
    return _index().bases.keys()


def _found(words: str) -> _Hit | None:
    """The only place that the words can mean."""
    core, kind = _parted(words)
    hits, bases = _index()
    readings = product(*(bases.get(word, ()) for word in core))
    found = {code: hit for one in readings for code, hit in hits.get(_Words(one, kind), {}).items()}
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _by_code() -> dict[str, PlaceEntry]:
    return {entry.code: entry for entry in places()}


def _coded(words: str) -> _Hit | None:
    """The place of an ISO code; that of a country stands in capitals, for it may be a word too."""
    code = words if len(words) == 2 else words.upper()
    return _Hit(code) if code in _by_code() else None


def place_of(words: str, *, codes: bool = True) -> Place | None:
    """The region or country that these words name; None where it is none, unknown or not the only one.

    `name` is the words as they stand; a capital gives its region, with the city as settlement. Without `codes`, only
    names count: in running text, "IT" is not Italy.
    """
    words = words.strip()
    if not words or len(words) > _MOST:
        return None
    hit = (_coded(words) if codes else None) or _found(words)
    if hit is None:
        return None
    country, names = hit.code[:2], _by_code()[hit.code].names
    code = hit.code if len(hit.code) > 2 else None
    return Place(name=words, country=country, code=code, names=names, settlement=hit.settlement)
