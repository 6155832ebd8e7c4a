"""Which reader takes which file."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final

from graphmodel.errors import BadInputError
from loaders import claims_csv, claims_yaml
from loaders.accounting import Reading

READERS: Final[dict[str, Callable[[Path], Reading]]] = {
    ".csv": claims_csv.read_claims,
    ".yaml": claims_yaml.read_claims,
    ".yml": claims_yaml.read_claims,
    ".json": claims_yaml.read_claims,
}


def read(paths: Iterable[Path]) -> Reading:
    """The claims of these files and of all files that we can read in these folders.

    Raises BadInputError for a path that is not there, of another kind, empty, or not what its ending says.
    """
    return reduce(add, (_read_file(file) for path in paths for file in _files(path)), Reading())


def _files(path: Path) -> list[Path]:
    try:
        if not path.exists():
            raise BadInputError("loaders.no_file", file=path)
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in READERS and file.is_file())
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=path, reason=error.strerror or error) from error
    if not files:
        raise BadInputError("loaders.empty_folder", file=path, known=", ".join(READERS))
    return files


def _read_file(file: Path) -> Reading:
    if file.name == claims_csv.SOURCES:
        return claims_csv.read_sources(file)
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise BadInputError("loaders.unknown_kind", file=file, known=", ".join(READERS))
    return reader(file)
