"""The held-out half of tests/data/matching/pairs.csv, made from the reference data by a seeded procedure.

It knows nothing of the matcher. Positives: two spellings that the reference data gives one enterprise, and a spelling
against a corruption of itself (script, legal form, quotes, case, a slip of the pen). Initials are no spelling of the
long name (by rule they are at most a question); what the compiler calls a project is a description, no name. Two names
of one enterprise that do not look alike in one script are noted as such: no matcher of names can know. Negatives: each
enterprise against those whose names are nearest to its own. Run as a module to write the half anew.
"""

import csv
import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from graphmodel.domain.claims import EnterpriseClaim, LocatedInClaim
from loaders import reference

PAIRS: Final = Path(__file__).parents[1] / "data" / "matching" / "pairs.csv"
COLUMNS: Final = (
    "split",
    "one",
    "one_place",
    "one_numbers",
    "other",
    "other_place",
    "other_numbers",
    "same",
    "origin",
    "note",
)
SEED: Final = 719
NEAREST: Final = 4
SPELLINGS: Final = 2
CORRUPTIONS: Final = 2
FORMS: Final = tuple("ООО АО ПАО ЗАО ОАО ОДО АЖ МЧЖ ГУП OOO AO LLC MCHJ AJ JSC GmbH Inc".split())
SCRIPTS: Final = (
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split(),
    "a b v g d e j z i i k l m n o p r s t u f h c ch sh sch i e iu ia".split(),
)
LETTERS: Final = "абвгдежзийклмнопрстуфхцчшщыэюя"
ABBREVIATION: Final = re.compile("[A-ZА-ЯЁ]{2,6}")
ANOTHER: Final = "another name"
RESPELT: Final = 55
COMMON: Final = frozenset(
    "Технолог Технопарк Агрегатный Агротехсервис ПромЦентр Промтрактор AgroTechClaster КОМ MTU УАЗ ГАЗ".split()
)
"""Names of everyday words or of three letters: without an equal region these are by rule at most a question."""
PROJECT: Final = "Проект:"
Row = dict[str, str]
Change = Callable[[str, random.Random], str]


class Record(NamedTuple):
    """An enterprise of the reference data."""

    id: str
    names: tuple[str, ...]
    place: str

    @property
    def formed(self) -> bool:
        """Whether a source gives its legal form."""
        return any(form in name.replace("«", " ").split() for name in self.names for form in FORMS)


def records() -> list[Record]:
    """The named enterprises of the reference data, by id."""
    names: dict[str, set[str]] = {}
    places: dict[str, str] = {}
    for claim in reference().claims:
        if isinstance(claim, EnterpriseClaim) and not claim.placeholder and claim.enterprise:
            names.setdefault(claim.enterprise, set()).update((claim.name, *claim.names.all()))
        elif isinstance(claim, LocatedInClaim) and claim.subject.id:
            places.setdefault(claim.subject.id, claim.place.code or claim.place.country)
    return [
        Record(id_, tuple(sorted(found)), places.get(id_, ""))
        for id_, found in sorted(names.items())
        if not any(name.startswith(PROJECT) for name in found)
    ]


def latin(name: str, chance: random.Random) -> str:
    """In Latin letters, by one of two tables."""
    table = dict(zip(LETTERS, chance.choice(SCRIPTS), strict=True)) | {"ё": "e", "ъ": "", "ь": ""}
    return "".join(
        table.get(letter.lower(), letter).capitalize()
        if letter.isupper()
        else table.get(letter.lower(), letter)
        for letter in name
    )


def form(name: str, chance: random.Random) -> str:
    """With a legal form in front or behind, the name in quotes or not."""
    front, behind = chance.choice([("ООО", "МЧЖ"), ("OOO", "LLC"), ("ООО", "MCHJ")])
    bare = name if "«" in name else chance.choice([f"«{name}»", f'"{name}"', name, f"“{name}”"])
    return chance.choice([f"{front} {bare}", f"{bare} {behind}", f"{bare}, {front}"])


def slip(name: str, chance: random.Random) -> str:
    """With two letters swapped, one left out or one doubled inside a word of at least nine."""
    long = [word for word in name.split() if len(word) > 8 and word.isalpha()]
    if not long:
        return name
    word = chance.choice(long)
    at = chance.randrange(3, len(word) - 3)
    wrong = chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
        ]
    )
    return name.replace(word, wrong)


def case(name: str, chance: random.Random) -> str:
    """All in capitals or all in small letters."""
    return name.upper() if chance.random() < 0.5 else name.lower()


def quotes(name: str, chance: random.Random) -> str:
    """With other quotes."""
    one, other = chance.choice(['""', "“”", "„“", ("", "")])
    return name.replace("«", one).replace("»", other)


def _corrupted(record: Record, name: str, chance: random.Random) -> tuple[str, str]:
    changes: list[Change] = [latin, slip, case, quotes]
    if not record.formed:
        changes.append(form)
    chosen = chance.sample(changes, 2)
    for change in chosen:
        name = change(name, chance)
    return name, " + ".join(change.__name__ for change in chosen)


def _row(one: tuple[str, str], other: tuple[str, str], same: bool, note: str) -> Row:
    told = ("held-out", *one, "", *other, "", str(int(same)), "reference", note)
    return dict(zip(COLUMNS, told, strict=True))


def _abbreviated(one: str, other: str) -> bool:
    """Whether initials stand against another name: one that is not their transliteration."""
    short, long = sorted((one, other), key=len)
    return bool(ABBREVIATION.fullmatch(short)) and len(long) > len(short) + 3


def _respelt(one: str, other: str) -> bool:
    """Whether two names look alike in one script; else they are two names, of which only knowledge tells."""
    table = dict(zip(LETTERS, SCRIPTS[0], strict=True))
    bare = ("".join(table.get(letter, letter) for letter in name.lower()) for name in (one, other))
    return fuzz.token_sort_ratio(*bare) >= RESPELT


def _positives(record: Record, chance: random.Random) -> Iterator[Row]:
    common = bool({word for name in record.names for word in name.split()[:1]} & COMMON)
    if common and len(record.place) < 3:
        return

    def anywhere() -> str:
        if common:
            return record.place
        return chance.choice([record.place] * 3 + [record.place[:2], ""])

    pairs = [pair for pair in combinations(record.names, 2) if not _abbreviated(*pair)]
    for one, other in chance.sample(pairs, min(SPELLINGS, len(pairs))):
        note = "spellings" if _respelt(one, other) else ANOTHER
        yield _row((one, record.place), (other, anywhere()), True, note)
    for _ in range(CORRUPTIONS):
        name = chance.choice(record.names)
        wrong, note = _corrupted(record, name, chance)
        if wrong != name:
            yield _row((name, record.place), (wrong, anywhere()), True, note)


def _likeness(one: Record, other: Record) -> float:
    return max(fuzz.WRatio(x.lower(), y.lower()) for x in one.names for y in other.names)


def _negatives(all_: list[Record], chance: random.Random) -> Iterator[Row]:
    done = set()
    for record in all_:
        others = sorted((x for x in all_ if x != record), key=lambda x: (-_likeness(record, x), x.id))
        for other in others[:NEAREST]:
            if (pair := frozenset((record.id, other.id))) not in done:
                done.add(pair)
                one, another = chance.choice(record.names), chance.choice(other.names)
                yield _row((one, record.place), (another, other.place), False, "nearest name")


def rows() -> list[Row]:
    """The half, the same each time."""
    chance = random.Random(SEED)  # noqa: S311
    all_ = records()
    return [row for record in all_ for row in _positives(record, chance)] + [*_negatives(all_, chance)]


def read() -> list[Row]:
    """Every pair of the file."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Write the half anew."""
    kept = [row for row in read() if row["split"] != "held-out"]
    with PAIRS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, *rows()])


if __name__ == "__main__":
    main()
