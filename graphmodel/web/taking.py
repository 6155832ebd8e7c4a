"""A file that was sent: what it holds, and its way into the graph."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import yaml

from graphmodel.store import Store
from graphmodel.texts import Language
from loaders import Account, Reading, Rejected, Stream, account, read, resolve, write_quarantine
from loaders.accounting import Note
from loaders.tables import Mapping

SHOWN: Final = 100
"""Rejected rows that a page shows; the quarantine file has all of them."""


class Rows:
    """How many rows are read so far; another thread counts them."""

    def __init__(self) -> None:
        self._stream: Stream | None = None

    def of(self, stream: Stream) -> Stream:
        """Follow a pass over a file."""
        self._stream = stream
        return stream

    @property
    def passed(self) -> int:
        """The rows so far."""
        return self._stream.passed if self._stream else 0


@dataclass(frozen=True)
class Outcome:
    """What a pass over a file found or loaded; `outdated` are older claims of this file that it no longer states."""

    stream: Stream
    accounts: tuple[Account, ...]
    notes: tuple[Note, ...]
    mappings: tuple[Mapping, ...]
    outdated: int = 0
    questions: int = 0

    def sum(self, field: str) -> int:
        """A figure of all sheets together."""
        return sum(getattr(one, field) for one in self.accounts)

    @property
    def rejected(self) -> int:
        """How many rows could not be taken."""
        return self.stream.rejected

    def first_rejected(self) -> list[tuple[str, Rejected]]:
        """The first of them, each with its sheet."""
        rows = ((one.sheet or "", row) for one in self.accounts for row in one.rejected)
        return list(islice(rows, SHOWN))

    def quarantine(self, lang: Language) -> bytes:
        """The rejected rows as a CSV file."""
        with TemporaryDirectory(prefix="graphmodel-") as folder:
            file = Path(folder) / "rejected.csv"
            write_quarantine(self.stream, file, lang)
            return file.read_bytes()


def check(name: str, content: bytes, rows: Rows) -> Outcome:
    """Read a file and load nothing. Raises BadInputError for one that cannot be taken as a whole."""
    with _opened(name, content) as reading:
        stream = rows.of(Stream(reading))
        good = {claim.id for claim in stream.claims()}
        return Outcome(stream, account(stream, good), _notes(reading, stream), _mappings(reading))


def load(name: str, content: bytes, rows: Rows, store: Store, replace: bool) -> Outcome:
    """Load what can be taken of a file; with `replace`, in place of what it stated before.

    Whoever loads has seen the rejected rows: there is no limit on them. Raises BusyError while another load goes on.
    """
    with _opened(name, content) as reading:
        stream = rows.of(Stream(reading))
        result = store.writer().load(reading.sources, stream.claims(), replace)
        outdated = 0 if replace else sum(result.outdated.values())
        accounts, notes = account(stream, result.new), _notes(reading, stream)
    questions = len(resolve(store).questions)
    return Outcome(stream, accounts, notes, _mappings(reading), outdated, questions)


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[Reading]:
    with TemporaryDirectory(prefix="graphmodel-") as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        yield read([file])


def _notes(reading: Reading, stream: Stream) -> tuple[Note, ...]:
    return reading.noticed + stream.notes


def _mappings(reading: Reading) -> tuple[Mapping, ...]:
    return tuple(Mapping.model_validate(yaml.safe_load(one.mapping)) for one in reading.proposals)
