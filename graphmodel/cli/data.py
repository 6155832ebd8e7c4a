"""Claims in and out: load, sources, retract."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import typer
from rich.text import Text

from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, load_progress, out, print_json
from graphmodel.cli.storing import settle, stored
from graphmodel.domain import wording
from graphmodel.domain.claims import Claim
from graphmodel.errors import BadInputError, UsageError
from graphmodel.store import Progress
from graphmodel.texts import default_language, text
from loaders import (
    Account,
    Reading,
    Stream,
    account,
    beside,
    expected_rows,
    held_back,
    read,
    write_quarantine,
)

STEP = 1_000
"""Claims between two steps of the bar."""

Paths = Annotated[list[Path], typer.Argument(help=help_text("arg_paths"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=help_text("opt_dry_run"))]
Report = Annotated[Path | None, typer.Option("--report", help=help_text("opt_report"))]
MaxRejects = Annotated[str, typer.Option("--max-rejects", help=help_text("opt_max_rejects"))]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help=help_text("opt_mapping"))]
SaveMapping = Annotated[bool, typer.Option("--save-mapping", help=help_text("opt_save_mapping"))]
Quarantine = Annotated[Path | None, typer.Option("--quarantine", help=help_text("opt_quarantine"))]
Replace = Annotated[bool, typer.Option("--replace", help=help_text("opt_replace"))]
SourceId = Annotated[str, typer.Argument(help=help_text("arg_source"))]


def load(  # noqa: PLR0913, PLR0917  every option of a command is a parameter
    paths: Paths,
    mapping: MappingFile = None,
    save_mapping: SaveMapping = False,
    dry_run: DryRun = False,
    report: Report = None,
    quarantine: Quarantine = None,
    max_rejects: MaxRejects = "10%",
    replace: Replace = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Load sources and say what became of every row. Exit code 1 where rows were rejected."""
    reading = read(paths, mapping)
    limit = Limit.read(max_rejects)
    tell(reading, save_mapping)
    stream = Stream(reading)
    claims = guarded(stream, limit, Ways(report, quarantine, as_json))
    expected = expected_rows(paths)
    if dry_run:
        accounts = account(stream, passed(claims, stream, expected))
        err.print(text("cli.dry_run"))
    else:
        with open_store(resume=True) as store:
            new = stored(store, reading.sources, claims, lambda: (stream.passed, expected), replace)
            accounts = account(stream, new)
            del new
            settle(store)
    answer(accounts, report, as_json, "cli.rows_checked" if dry_run else "cli.rows_in")
    raise typer.Exit(1 if stream.rejected else 0)


@dataclass(frozen=True)
class Limit:
    """How many rows may be rejected: a number, or a percentage of all rows."""

    told: str

    @classmethod
    def read(cls, told: str) -> Self:
        """A limit as its user gives it: `10%`, `5`. Raises UsageError for anything else."""
        if not told.removesuffix("%").isdecimal():
            raise UsageError("cli.bad_max_rejects", value=told)
        return cls(told)

    def check(self, stream: Stream) -> None:
        """Raise BadInputError where more rows are rejected."""
        number = int(self.told.removesuffix("%"))
        most = stream.rows * number / 100 if self.told.endswith("%") else number
        if stream.rejected > most:
            told = {"rejected": stream.rejected, "rows": stream.rows, "limit": self.told}
            raise BadInputError("loaders.too_many_rejects", **told)


@dataclass(frozen=True)
class Ways:
    """Where a load tells what became of the rows."""

    report: Path | None
    quarantine: Path | None
    as_json: bool


def guarded(stream: Stream, limit: Limit, ways: Ways) -> Iterator[Claim]:
    """Every claim; after the last one, tell what was noticed and keep the rejected rows.

    Raises BadInputError at the end where too many rows are rejected, so that nothing is loaded.
    """
    yield from stream.claims()
    for note in stream.notes:
        err.print(Text(note.say(default_language())))
    if ways.quarantine and stream.rejected:
        rows = write_quarantine(stream, ways.quarantine, default_language())
        err.print(text("cli.quarantined", rows=rows, file=ways.quarantine))
    try:
        limit.check(stream)
    except BadInputError:
        answer(held_back(stream), ways.report, ways.as_json)
        raise


def passed(claims: Iterator[Claim], stream: Stream, expected: int) -> frozenset[str]:
    """The ids of all claims that are read, of which nothing else is kept."""
    with load_progress(lambda: (stream.passed, expected)) as progress:
        return frozenset(_reported(claims, progress))


def _reported(claims: Iterator[Claim], progress: Progress) -> Iterator[str]:
    for number, claim in enumerate(claims):
        if number % STEP == 0:
            progress("Claim", number, 0)
        yield claim.id


def tell(reading: Reading, save: bool) -> None:
    """Say what was noticed about the files, and which columns were taken for what; keep that where it is asked for."""
    for note in reading.noticed:
        err.print(Text(note.say(default_language())))
    for proposal in reading.proposals:
        err.print(text("cli.proposed", file=proposal.file.name))
        err.print(Text(proposal.mapping))
        if save:
            saved = beside(proposal.file)
            saved.write_text(proposal.mapping, encoding="utf-8")
            err.print(text("cli.mapping_saved", file=saved))


def answer(
    accounts: tuple[Account, ...], report: Path | None, as_json: bool, key: str = "cli.rows_in"
) -> None:
    """What became of every row: as a report, and as JSON or in words, the sums by the text `key`."""
    told = {"files": [one.as_report(default_language()) for one in accounts]}
    if report:
        report.write_text(json.dumps(told, ensure_ascii=False, indent=2), encoding="utf-8")
    if as_json:
        print_json(told)
    else:
        print_accounts(accounts, key)


def print_accounts(accounts: tuple[Account, ...], key: str = "cli.rows_in") -> None:
    """rows in = loaded + merged + rejected, or = held back + rejected, in all and with every rejected row."""
    for one in accounts:
        for row in one.rejected:
            told = {"file": one.file, "place": wording.place_in_source(row.locator, default_language())}
            reason, fix = row.reason(default_language()), row.fix(default_language())
            err.print(Text(text("cli.rejected_row", **told, reason=reason, fix=fix)))
    held = [one.held_back for one in accounts if one.held_back is not None]
    sums = {
        "rows": sum(one.rows for one in accounts),
        "loaded": sum(one.loaded for one in accounts),
        "merged": sum(one.merged for one in accounts),
        "rejected": sum(len(one.rejected) for one in accounts),
    }
    out.print(text("cli.rows_held_back" if held else key, **sums, held_back=sum(held)))


def sources(as_json: AsJson = False, lang: Lang = None) -> None:
    """List the sources with the number of their claims."""
    with open_store() as store:
        found = store.view().sources()
    if as_json:
        print_json([source.model_dump() | {"claims": claims} for source, claims in found])
        return
    if not found:
        err.print(text("cli.no_sources"))
    for source, claims in found:
        date = wording.date(source.date, default_language())
        out.print(text("cli.source", id=source.id, title=source.title, date=date, claims=claims))


def retract(source: SourceId, as_json: AsJson = False, lang: Lang = None) -> None:
    """Take a source out with all that it alone supports."""
    with open_store() as store:
        claims = store.writer().retract(source)
        settle(store)
    if as_json:
        print_json({"source": source, "claims": claims})
    else:
        out.print(text("cli.retracted", source=source, claims=claims))
