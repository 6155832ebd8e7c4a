"""The cluster as files that `graphmodel load` reads: two tables, each with its mapping beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import polars as pl
import yaml

from benchmarks.synthetic.cluster import PREFIX, Cluster

_ROWS: Final = 20_000
"""Rows that are turned into text at a time."""
_MAPPING: Final = ".mapping.yaml"
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "enterprises": ("id", "name", "region", "products"),
    "supplies": ("supplier_id", "supplier", "buyer_id", "buyer", "product", "date", "value"),
}
Progress = Callable[[int], None]


def _nothing(_: int) -> None:
    """For those who do not ask how far it is."""


def write_csv(cluster: Cluster, folder: Path, progress: Progress = _nothing) -> None:
    """`enterprises.csv` and `supplies.csv` (UTF-8, commas); `progress` is told how many rows were written."""
    for name, parts in _tables(cluster).items():
        with _opened(folder, f"{name}.csv") as file:
            for number, part in enumerate(parts):
                part.write_csv(file, include_header=number == 0)
                progress(part.height)


def write_parquet(cluster: Cluster, folder: Path, progress: Progress = _nothing) -> None:
    """`enterprises.parquet` and `supplies.parquet`; `progress` is told how many rows were written."""
    for name, parts in _tables(cluster).items():
        with _opened(folder, f"{name}.parquet") as file:
            rows = pl.concat(parts)
            rows.write_parquet(file, row_group_size=_ROWS)
            progress(rows.height)


def _opened(folder: Path, name: str) -> IO[bytes]:
    """A new file, with its mapping written beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    shape = Path(name).stem
    mapping = yaml.safe_dump({"tables": [_mapping(shape)]}, sort_keys=False)
    (folder / f"{name}{_MAPPING}").write_text(mapping, encoding="utf-8")
    return (folder / name).open("wb")


def _mapping(shape: str) -> dict[str, Any]:
    """Each column feeds the field of its name."""
    told = {"shape": shape, "synthetic": True, "confidence": 1.0, "id_prefix": PREFIX}
    return told | {"columns": {column: column for column in _COLUMNS[shape]}}


def _tables(cluster: Cluster) -> dict[str, Iterator[pl.DataFrame]]:
    return {"enterprises": _enterprises(cluster), "supplies": _supplies(cluster)}


def _enterprises(cluster: Cluster) -> Iterator[pl.DataFrame]:
    """A product list ends with a semicolon, so that commas inside a name part nothing."""
    called = [ref.name for ref in cluster.recipes.products]
    made, region = cluster.products_of(), cluster.regions
    for start in range(0, cluster.enterprises, _ROWS):
        rows = slice(start, start + _ROWS)
        products = ["".join(f"{called[product]};" for product in own) for own in made[rows]]
        yield pl.DataFrame(
            (cluster.keys[rows], cluster.names[rows], region[rows], products),
            schema=_COLUMNS["enterprises"],
        )


def _supplies(cluster: Cluster) -> Iterator[pl.DataFrame]:
    keys, names = pl.Series(cluster.keys), pl.Series(cluster.names)
    called = pl.Series([ref.name for ref in cluster.recipes.products])
    for start in range(0, cluster.supplier.size, _ROWS):
        rows = slice(start, start + _ROWS)
        supplier, buyer = cluster.supplier[rows], cluster.buyer[rows]
        parties = (keys[supplier], names[supplier], keys[buyer], names[buyer])
        about = (
            called[cluster.product[rows]],
            pl.Series(cluster.dates[rows]),
            pl.Series(cluster.value[rows]),
        )
        yield pl.DataFrame((*parties, *about), schema=_COLUMNS["supplies"])
