"""Matching of enterprises: precision and recall of automatic mergers, share of questions, time and memory at 100,000.

The pairs are those of tests/data/matching; the 100,000 records and their names are synthetic.
"""

import csv
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import psutil

from graphmodel.domain.identity import Decision, Profile
from loaders.matching import decide, decisions

PAIRS: Final = Path(__file__).parent.parent / "tests" / "data" / "matching" / "pairs.csv"
SPLITS: Final = ("dev", "classes", "held-out")
RECORDS: Final = 100_000
FRESH: Final = 100
SEED: Final = 20_250_430
_SYLLABLES: Final = "ба ве го ду жи ка ле мо ну пи ра се то фу ха це чо ша эл юр".split()
_ENDINGS: Final = "маш агро тех пром сервис трейд".split()
_FIELDS: Final = "машиностроительный литейный подшипниковый тракторный шинный консервный".split()
_FORMS: Final = "ООО АО ПАО ИП МЧЖ MCHJ".split()
_REGIONS: Final = "RU-KDA RU-BA RU-ROS RU-TA RU-CHE RU-VLA UZ-TK UZ-TO UZ-SA UZ-AN UZ-FA RU UZ".split()
_COMMON: Final = "Агросервис Сельхозтехника Агромаш Техсервис Восток Заря Прогресс Агротехсервис".split()


class Pair(NamedTuple):
    """A labelled pair."""

    one: Profile
    other: Profile
    same: bool
    note: str

    @property
    def spelt(self) -> bool:
        """Whether it is about spellings: two names of one enterprise that are not alike need knowledge."""
        return self.note != "another name"

    @property
    def by_number(self) -> bool:
        """Whether both have a number in one registry."""
        return bool(self.one.numbers.keys() & self.other.numbers.keys())


def _profile(id_: str, row: dict[str, str]) -> Profile:
    numbers = dict(number.split("=") for number in row[f"{id_}_numbers"].split())
    return Profile(id=id_, names=(row[id_],), numbers=numbers, place=row[f"{id_}_place"])


def pairs(split: str) -> list[Pair]:
    """The pairs of `dev` or `classes`, for which the rules were written, or of `held-out`."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [
            Pair(_profile("one", row), _profile("other", row), row["same"] == "1", row["note"])
            for row in csv.DictReader(file)
            if row["split"] == split
        ]


def told(pair: Pair) -> str:
    """What is decided of a pair: `same`, `open`, or `apart`."""
    decision = decide(pair.one, pair.other)
    return decision.verdict if decision else "apart"


def wrong(labelled: list[Pair]) -> list[str]:
    """Every merger that is false or missing, in words."""
    return [
        f"{'missed' if pair.same else 'false'} ({verdict}): {pair.one.names[0]} [{pair.one.place}] | "
        f"{pair.other.names[0]} [{pair.other.place}] ({pair.note})"
        for pair in labelled
        if ((verdict := told(pair)) == "same") != pair.same
    ]


class Figures(NamedTuple):
    """Of automatic mergers: `precision` and `recall`; `asked` is the share of pairs that a person is asked about."""

    precision: float
    recall: float
    asked: float


def figures(labelled: list[Pair]) -> Figures:
    """How well the decisions about some pairs agree with their labels."""
    counted = Counter((told(pair), pair.same) for pair in labelled)
    hits, merged = counted["same", True], counted["same", True] + counted["same", False]
    same = sum(pair.same for pair in labelled)
    asked = counted["open", True] + counted["open", False]
    return Figures(hits / merged if merged else 1, hits / same, asked / len(labelled))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))).capitalize()


def _names(chance: random.Random) -> Iterator[str]:
    """Synthetic names: mostly coined, some that name a town and a trade, a few that many bear."""
    while True:
        kind = chance.random()
        if kind < 0.02:
            yield chance.choice(_COMMON)
        elif kind < 0.3:
            yield f"{_word(chance)}ский {chance.choice(_FIELDS)} завод"
        else:
            yield f"«{_word(chance)}{chance.choice(_ENDINGS)}»"


def synthetic(size: int) -> list[Profile]:
    """Synthetic records; one in ten is another record of an enterprise before it, spelt with another legal form."""
    chance = random.Random(SEED)  # noqa: S311
    names = _names(chance)
    records: list[Profile] = []
    for number in range(size):
        again = chance.choice(records) if records and chance.random() < 0.1 else None
        name = again.names[0] if again else next(names)
        place = again.place if again else chance.choice(_REGIONS)
        spelt = f"{chance.choice(_FORMS)} {name}"
        records.append(Profile(id=f"synthetic-{number}", names=(name, spelt), place=place))
    return records


def _measured(records: list[Profile], fresh: set[str] | None) -> str:
    process = psutil.Process()
    before, started, used = process.memory_info().rss, time.perf_counter(), time.process_time()
    found: list[Decision] = decisions(records, fresh)
    took, cpu = time.perf_counter() - started, time.process_time() - used
    verdicts = Counter(decision.verdict for decision in found)
    grown = (process.memory_info().rss - before) / 2**20
    return f"{took:.1f} s ({cpu:.1f} s CPU), {grown:.0f} MB more, {verdicts['same']} same, {verdicts['open']} open"


def main() -> None:
    """Print the figures of each part, what is wrong in those of the rules, and the cost at 100,000."""
    for split in SPLITS:
        labelled = pairs(split)
        chosen_by = {
            "all": labelled,
            "spellings": [pair for pair in labelled if pair.spelt],
            "spellings without a shared registry": [p for p in labelled if p.spelt and not p.by_number],
        }
        for name, chosen in chosen_by.items():
            of = figures(chosen)
            print(
                f"{split}, {name}: {len(chosen)} pairs, {sum(pair.same for pair in chosen)} same: "
                f"precision {of.precision:.3f}, recall {of.recall:.3f}, asked {of.asked:.1%}"
            )
        for line in wrong(labelled) if split != "held-out" else ():
            print(f"  {line}")
    records = synthetic(RECORDS)
    fresh = {record.id for record in records[:: RECORDS // FRESH]}
    print(f"{RECORDS} synthetic records, {FRESH} fresh: {_measured(records, fresh)}")
    print(f"{RECORDS} synthetic records, all fresh: {_measured(records, None)}")


if __name__ == "__main__":
    main()
