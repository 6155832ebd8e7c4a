"""What the command line prints: tables, JSON, and progress bars on stderr."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from pydantic import BaseModel
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from graphmodel.domain import wording
from graphmodel.domain.evidence import Evidence
from graphmodel.store import Progress as Progressed
from graphmodel.texts import default_language, text

WIDE: Final = 10_000
"""Columns of an answer that goes to a file or another program: nothing is cut."""

out = Console(highlight=False, markup=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def cited(evidence: Evidence) -> str:
    """One claim with source, date and place, as a reader would cite it."""
    lang = default_language()
    return text(
        "cli.cited",
        lang,
        source=evidence.source,
        title=evidence.title,
        published=wording.date(evidence.published, lang),
        place=wording.place_in_source(evidence.locator, lang),
        asserted=wording.date(evidence.asserted, lang),
        confidence=wording.percent(evidence.confidence, lang),
        address=evidence.address or "",
        claim=evidence.claim,
    )


def print_evidence(claims: Iterable[str], evidence: Mapping[str, Evidence], indent: int = 1) -> None:
    """What is known of these claims, a line each."""
    for claim in claims:
        if claim in evidence:
            out.print(Text("  " * (indent + 1) + "↳ " + cited(evidence[claim]), style="dim"))


def print_json(value: Any) -> None:
    """Any answer as JSON."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    out.print(json.dumps(plain, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)


class _Bar:
    """The engine's progress: every phase as a line on stderr, and a bar where its bytes are known."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task = bars.add_task("", total=None, visible=False)

    def start(self, total: int, message: str, /) -> None:
        """A new phase begins; `total` is its bytes, 0 where they are not known."""
        err.print(message)
        self._bars.update(self._task, total=total, completed=0, visible=total > 0)

    def advance(self, done: int, /) -> None:
        """`done` more bytes of the phase are there."""
        self._bars.advance(self._task, done)

    def message(self, message: str, /) -> None:
        """A phase of unknown length begins."""
        err.print(message)
        self._bars.update(self._task, visible=False)


@contextmanager
def engine_progress() -> Iterator[_Bar]:
    """A bar for the download of the engine."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bars:
        yield _Bar(bars)


Rows = Callable[[], tuple[int, int]]
"""How many rows are read, and how many there are; 0 where that is not known."""


def no_rows() -> tuple[int, int]:
    """Nothing is known of rows."""
    return 0, 0


@contextmanager
def load_progress(rows: Rows = no_rows) -> Iterator[Progressed]:
    """A bar for the reading of `rows` and the writing of claims, nodes and edges, with the time that is left."""
    columns = TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True) as bars:
        task, shown = bars.add_task("", total=None), ""

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if stage != shown:
                bars.reset(task)
                shown = stage
            if stage == "Claim" and not total:
                done, total = rows()
            bars.update(
                task, description=text("cli.writing", stage=stage), completed=done, total=total or None
            )

        yield progress
