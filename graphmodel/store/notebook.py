"""What a load has said of each node, kept beside the database so that the load need not read back what it wrote.

The facts lie in a file without a name, which is gone when the process ends; in memory are only their places. It is no
more than a short cut: whatever it cannot tell is read from the database.
"""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from tempfile import TemporaryFile
from typing import IO

from graphmodel.domain.telling import Fact, NodeKey, Statement


class Notebook:
    """The facts of the claims of one load, by the node that they belong to: one page for each claim about it."""

    def __init__(self) -> None:
        self._places: defaultdict[NodeKey, array[int]] = defaultdict(lambda: array("Q"))
        self._end = 0
        self._whole = True

    @cached_property
    def _file(self) -> IO[bytes]:
        return TemporaryFile(buffering=0)

    def note(self, facts: Iterable[Fact]) -> None:
        """Keep the facts of one claim, unless the disk is full: then nothing is told any more."""
        pages: defaultdict[NodeKey, list[Fact]] = defaultdict(list)
        for fact in facts:
            pages[fact.owner].append(fact)
        for node, page in pages.items():
            told = [(key, dict(values), *rest) for key, _, values, *rest in page]
            self._write(node, marshal.dumps((tuple(page[0].claim), told)))

    def _write(self, node: NodeKey, page: bytes) -> None:
        self._places[node].extend((self._end, len(page)))
        try:
            written = self._file.write(page) if self._whole else 0
        except OSError:
            written = 0
        self._whole = written == len(page)
        self._end += written

    def told(self, node: NodeKey, claims: int) -> list[Fact] | None:
        """The facts that belong to a node; None unless this load made all the `claims` that there are about it."""
        places = self._places.get(node, ())
        if not self._whole or len(places) != 2 * claims:
            return None
        pages = zip(places[::2], places[1::2], strict=True)
        return [fact for begin, length in pages for fact in self._read(begin, length)]

    def _read(self, begin: int, length: int) -> list[Fact]:
        self._file.seek(begin)
        claim, page = marshal.loads(self._file.read(length))  # noqa: S302 - our own, and nobody else can open it
        statement = Statement(*claim)
        return [Fact(key, statement, *rest) for key, *rest in page]
