"""Which reader takes which file."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final

from graphmodel.errors import BadInputError
from loaders import claims_csv, claims_yaml, egrul, ftm, press, tables
from loaders.accounting import Reading

_RELEASES: Final[dict[str, Callable[[Path], Reading]]] = dict.fromkeys(press.ENDINGS, press.read_release)
DOCUMENTS: Final[dict[str, Callable[[Path], Reading]]] = {
    **_RELEASES,
    ".yaml": claims_yaml.read_claims,
    ".yml": claims_yaml.read_claims,
    ".json": claims_yaml.read_claims,
    ".xml": egrul.read_egrul,
}
READERS: Final = (*tables.READERS, *DOCUMENTS)


def read(paths: Iterable[Path], mapping: Path | None = None) -> Reading:
    """The claims of these files and of all files that we can read in these folders, made when they are asked for.

    `mapping` says what the columns of their tables mean. Raises BadInputError for a path that is not there, of another
    kind, empty, or not what its ending says.
    """
    by = tables.read_mapping(mapping) if mapping else None
    return reduce(add, (_read_file(file, by) for path in paths for file in _files(path)), Reading())


def _files(path: Path) -> list[Path]:
    try:
        if not path.exists():
            raise BadInputError("loaders.no_file", file=path)
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.iterdir() if _is_known(file) and file.is_file())
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=path, reason=error.strerror or error) from error
    if not files:
        raise BadInputError("loaders.empty_folder", file=path, known=", ".join(READERS))
    return files


def _is_known(file: Path) -> bool:
    """Whether a file of a folder is one of data: no mapping, and no lock that Excel leaves beside an open file."""
    ours = file.name.endswith(tables.ENDING) or file.name.startswith("~$")
    return file.suffix.lower() in READERS and not ours


def _read_file(file: Path, mapping: tables.Mapping | None) -> Reading:
    ending = file.suffix.lower()
    if file.name == claims_csv.SOURCES:
        return claims_csv.read_sources(file)
    if ending == ".csv" and _holds_claims(file):
        return claims_csv.read_claims(file)
    if ending in ftm.ENDINGS and ftm.is_ftm(file):
        return ftm.read_ftm(file)
    if ending in tables.READERS:
        return tables.read_table(file, mapping)
    if ending not in DOCUMENTS:
        raise BadInputError("loaders.unknown_kind", file=file, known=", ".join(READERS))
    return DOCUMENTS[ending](file)


def _holds_claims(file: Path) -> bool:
    """Whether a CSV file has a column `kind`, so that each row of it is a claim."""
    try:
        return "kind" in tables.header_cells(tables.sample(file).text)
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error


def expected_rows(paths: Iterable[Path]) -> int:
    """About how many rows these files and folders have, where that can be told without reading them; else 0."""
    return sum(_about(file) for path in paths for file in _files(path))


def _about(file: Path) -> int:
    ending = file.suffix.lower()
    if ending == ".parquet":
        from loaders.tables.parquet import parquet_rows  # noqa: PLC0415 - polars takes 25 MB

        return parquet_rows(file)
    if ending not in (".csv", ".tsv", ".jsonl", ".ndjson"):
        return 0
    with file.open("rb") as stream:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))
