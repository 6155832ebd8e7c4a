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
from typing import IO, Any

from graphmodel.domain.telling import Fact, NodeKey, Statement


class Notebook:
    """The facts of the claims of one load, by the node that they belong to: one page for each claim about it."""

    def __init__(self) -> None:
        self._pages: defaultdict[NodeKey, array[int]] = defaultdict(lambda: array("I"))
        self._begins = array("Q", [0])
        self._whole = True

    @cached_property
    def _file(self) -> IO[bytes]:
        return TemporaryFile(buffering=0)

    def note(self, facts: Iterable[Fact]) -> None:
        """Keep the facts of one claim, unless the disk is full: then nothing is told any more."""
        of_node: defaultdict[NodeKey, list[Fact]] = defaultdict(list)
        for fact in facts:
            of_node[fact.owner].append(fact)
        for node, own in of_node.items():
            told = [(key, dict(values), *rest) for key, _, values, *rest in own]
            self._write(node, marshal.dumps((tuple(own[0].claim), told)))

    def _write(self, node: NodeKey, page: bytes) -> None:
        try:
            self._whole = self._whole and self._file.write(page) == len(page)
        except OSError:
            self._whole = False
        if self._whole:
            self._pages[node].append(len(self._begins) - 1)
            self._begins.append(self._begins[-1] + len(page))

    def told(self, node: NodeKey, claims: int) -> list[Fact] | None:
        """The facts that belong to a node; None unless this load made all the `claims` that there are about it.

        What claim after claim says alike is in memory once: a hundred thousand may only mention a country.
        """
        pages = self._pages.get(node, ())
        if not self._whole or len(pages) != claims:
            return None
        facts: list[Fact] = []
        last: list[tuple[Any, ...]] = []
        for page in pages:
            claim, own = self._read(page)
            last = last if own == last else own
            statement = Statement(*claim)
            facts += [Fact(key, statement, *rest) for key, *rest in last]
        return facts

    def _read(self, page: int) -> Any:
        begin, end = self._begins[page : page + 2]
        self._file.seek(begin)
        return marshal.loads(self._file.read(end - begin))  # noqa: S302 - our own; nobody else can open it
