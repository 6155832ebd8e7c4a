"""Synthetic company names for searches, as various as real ones, and their nodes in a database.

The words are coined from syllables by lot. The first names of a larger population are those of a smaller one.
"""

import random
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from neo4j import Driver

from graphmodel.domain.likeness import initials, sound
from graphmodel.domain.names import language_of, normalise

PREFIX: Final = "synthetic"
"""Their ids begin with it."""
BATCH: Final = 10_000
SEED: Final = 20_250_430
TOWNS: Final = 3_000
"""So many coined towns have works."""
_FIRST: Final = "б в г д ж з к л м н п р с т ф х ц ч ш щ бр гр др кр пр ст тр".split()
_VOWELS: Final = "а а е е и и о о у ы э ю я".split()
_LAST: Final = "в д й к л м н р с т ш".split()
_ENDINGS: Final = "маш агро тех пром сервис трейд снаб деталь".split()
_FIELDS: Final = (
    "машиностроительный литейный подшипниковый тракторный шинный консервный инструментальный моторный "
    "механический станкостроительный ремонтный комбайновый"
).split()
_LATIN_FIRST: Final = "b ch d f g g‘ h j k l m n p q r s sh t v x y z".split()
_LATIN_VOWELS: Final = "a a e i o o‘ u".split()
_LATIN_ENDINGS: Final = "agro invest sanoat servis texnika trade".split()
_WRITE: Final = """
UNWIND $rows AS row
CREATE (e:Enterprise {id: row.id, name_ru: row.ru, name_en: row.en, synthetic: true})
SET e.search = row.search, e.sound = row.sound, e.initials = row.initials
"""


class Company(NamedTuple):
    """A synthetic enterprise by its id and its one name."""

    id: str
    name: str


def companies(size: int) -> list[Company]:
    """So many, each with a name that no other has."""
    names, found = _names(random.Random(SEED)), dict[str, str]()  # noqa: S311
    while len(found) < size:
        name = next(names)
        found.setdefault(normalise(name), name)
    return [Company(f"{PREFIX}-{number:06}", name) for number, name in enumerate(found.values())]


def write_companies(driver: Driver, wanted: list[Company]) -> None:
    """Put them, as enterprises that have a name and nothing else, beside what a prepared database has."""
    rows = map(_row, wanted)
    while batch := list(islice(rows, BATCH)):
        driver.execute_query(_WRITE, rows=batch)
    driver.execute_query("CALL db.awaitIndexes(600)")
    driver.execute_query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")


def _row(company: Company) -> dict[str, object]:
    name = normalise(company.name)
    return {
        "id": company.id,
        language_of(company.name): company.name,
        "search": [name],
        "sound": [sound(name)],
        "initials": [short] if (short := initials(name)) else None,
    }


def _names(chance: random.Random) -> Iterator[str]:
    towns = [_word(chance) for _ in range(TOWNS)]
    while True:
        kind = chance.random()
        if kind < 0.4:
            yield f"{_word(chance)}{chance.choice(_ENDINGS)}"
        elif kind < 0.65:
            yield f"{chance.choice(towns)}ский {chance.choice(_FIELDS)} завод"
        elif kind < 0.75:
            yield f"{chance.choice(_FIELDS).capitalize()} завод «{_word(chance)}»"
        elif kind < 0.9:
            yield f"{_word(chance)} {_word(chance)}{chance.choice(_ENDINGS)}"
        else:
            yield f"{_latin_word(chance)} {chance.choice(_LATIN_ENDINGS)}"


def _word(chance: random.Random) -> str:
    """Of two to four syllables, some of them closed."""
    syllables = (
        chance.choice(_FIRST)
        + chance.choice(_VOWELS)
        + (chance.choice(_LAST) if chance.random() < 0.3 else "")
        for _ in range(chance.choice((2, 3, 3, 4)))
    )
    return "".join(syllables).capitalize()


def _latin_word(chance: random.Random) -> str:
    count = chance.choice((3, 3, 4))
    return "".join(
        chance.choice(_LATIN_FIRST) + chance.choice(_LATIN_VOWELS) for _ in range(count)
    ).capitalize()
