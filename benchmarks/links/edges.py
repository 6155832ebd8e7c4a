"""Edge lists: the five Willems chains beside this file, or a stranger's file."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graphmodel.analysis.gaps.supply_matrix import Indices
from graphmodel.domain.dates import latest

TUNING: Final = ("7", "11")
TEST: Final = ("25", "31", "36")
FEWEST: Final = 20
MOST: Final = 20_000
_DATA: Final = Path(__file__).parent / "willems"
_SEPARATORS: Final = ",;\t"


class EdgesError(ValueError):
    """A file that is no edge list; the message says what is wrong, where, and what to do."""


@dataclass(frozen=True, eq=False)
class Edges:
    """Who supplies whom, each pair once. `day` (of the first supply of a pair) and `kind` only where they are known."""

    name: str
    enterprises: tuple[str, ...]
    supplier: Indices
    buyer: Indices
    day: NDArray[np.int64] | None = None
    kind: Indices | None = None

    @property
    def size(self) -> int:
        """How many enterprises there are."""
        return len(self.enterprises)


def willems(chains: Iterable[str]) -> Edges:
    """Some chains side by side, the class of a stage (Part, Manuf, Dist …) as its kind."""
    wanted = tuple(chains)
    with (_DATA / "edges.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["chain"] in wanted]
    pairs: dict[tuple[str, str], int | None] = {
        (f"{row['chain']}:{row['src']}", f"{row['chain']}:{row['dst']}"): None for row in rows
    }
    return _edges(f"Willems chains {', '.join(wanted)}", pairs, classes=_classes())


def _classes() -> dict[str, str]:
    with (_DATA / "nodes.csv").open(encoding="utf-8", newline="") as file:
        return {f"{row['chain']}:{row['stage']}": row["cls"] for row in csv.DictReader(file)}


def _edges(
    name: str, pairs: dict[tuple[str, str], int | None], classes: dict[str, str] | None = None
) -> Edges:
    enterprises = tuple(sorted({end for pair in pairs for end in pair}))
    number = {enterprise: i for i, enterprise in enumerate(enterprises)}
    ends = np.array([(number[a], number[b]) for a, b in pairs], dtype=np.intp)
    days = [day for day in pairs.values() if day is not None]
    kinds = [classes[enterprise] for enterprise in enterprises] if classes else None
    return Edges(
        name,
        enterprises,
        ends[:, 0],
        ends[:, 1],
        np.array(days, dtype=np.int64) if len(days) == len(pairs) else None,
        np.unique(kinds, return_inverse=True)[1].astype(np.intp) if kinds else None,
    )


def read(file: Path) -> Edges:
    """A CSV file with the columns `supplier`, `buyer` and, optionally, `date` (EDTF, such as 2024-05 or 2024-05-17).

    Comma, semicolon or tabulator apart, UTF-8. A pair that stands there twice counts once, with its first date; a
    supplier that supplies itself is left out. Raises EdgesError.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EdgesError(f"{file} cannot be read: {error.strerror}. Give the path of a CSV file.") from error
    except UnicodeDecodeError as error:
        raise EdgesError(f"{file} is not UTF-8 (byte {error.start}). Save it as UTF-8 CSV.") from error
    pairs: dict[tuple[str, str], int | None] = {}
    for pair, day in _rows(file, text):
        known = pairs.get(pair, day)
        pairs[pair] = day if known is None or day is None else min(known, day)
    _check_size(file, pairs)
    return _edges(file.name, pairs)


def _rows(file: Path, text: str) -> Iterator[tuple[tuple[str, str], int | None]]:
    head = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=max(_SEPARATORS, key=head.count))
    columns = [(column or "").strip().lower() for column in reader.fieldnames or ()]
    if missing := [column for column in ("supplier", "buyer") if column not in columns]:
        raise EdgesError(
            f"{file}, line 1: no column {' and no column '.join(missing)}; there are: "
            f"{', '.join(columns) or 'none'}. The first line must name the columns supplier, buyer and maybe date."
        )
    reader.fieldnames = columns
    for row in reader:
        supplier, buyer = ((row[column] or "").strip() for column in ("supplier", "buyer"))
        if not supplier or not buyer:
            raise EdgesError(f"{file}, line {reader.line_num}: supplier or buyer is empty. Fill it in.")
        if supplier != buyer:
            yield (supplier, buyer), _day(file, reader.line_num, (row.get("date") or "").strip())


def _day(file: Path, line: int, text: str) -> int | None:
    try:
        return latest(text).toordinal() if text else None
    except ValueError as error:
        today = date(2024, 5, 17).isoformat()
        raise EdgesError(f"{file}, line {line}: {text!r} is no date. Write it like {today}.") from error


def _check_size(file: Path, pairs: dict[tuple[str, str], int | None]) -> None:
    if len(pairs) < FEWEST:
        raise EdgesError(f"{file} has {len(pairs)} pairs; to hide a fifth takes {FEWEST} at least.")
    size = len({end for pair in pairs for end in pair})
    if size > MOST:
        raise EdgesError(
            f"{file} has {size:,} enterprises: every pair of them is a candidate, which is too many above {MOST:,}. "
            "Give a part of the network, such as a region or an industry."
        )
