"""Claims in, claims out; the graph follows."""

from collections.abc import Iterable
from datetime import UTC, datetime
from time import monotonic

from pydantic import BaseModel, ConfigDict

from graphmodel.domain.claims import CLAIM, AggregateClaim, Claim, Source
from graphmodel.errors import NotFoundError
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.journal import LEASE, Hold, Journal
from graphmodel.store.projector import BATCH, Progress, Projector, batches


class LoadResult(BaseModel):
    """What became of the claims of one load: the ids of the `new` ones; all others were known already."""

    model_config = ConfigDict(frozen=True)

    new: frozenset[str] = frozenset()


def _source_row(source: Source) -> Row:
    return source.model_dump(exclude_defaults=True)


def _telling(row: Row) -> tuple[int, list[tuple[str, str]]]:
    """Puts descriptions of one source in order, the fuller last; a title that repeats the id tells nothing."""
    told = sorted((name, value) for name, value in row.items() if name == "id" or value != row["id"])
    return len(told), told


def _claim_row(claim: Claim, now: datetime) -> Row:
    claim = claim if claim.recorded else claim.model_copy(update={"recorded": now})
    row = claim.model_dump(
        mode="json",
        include={
            "id",
            "kind",
            "source",
            "locator",
            "quote",
            "note",
            "asserted",
            "recorded",
            "status",
            "confidence",
        },
        exclude_none=True,
    )
    if isinstance(claim, AggregateClaim):
        row |= {"about": claim.about.key(claim.source), "measure": claim.measure, "bound": claim.bound}
        row |= {"value": float(claim.value), "unit": claim.currency or claim.unit or ""}
    return row | {"body": claim.model_dump_json(exclude_defaults=True)}


class Writer:
    """Writes claims and projects them. Safe to interrupt: see the journal."""

    def __init__(self, connection: Connection, progress: Progress = lambda *_: None) -> None:
        self._connection = connection
        self._journal = Journal(connection)
        self._progress = progress

    def prepare(self) -> None:
        """Constraints and indexes before the first row."""
        for statement in statements.PREPARE.values():
            self._connection.write((statement, {}))
        self._connection.read(statements.AWAIT_INDEXES)

    def recover(self) -> None:
        """Finish or undo what a crash interrupted, as the journal says."""
        with self._journal.interrupted() as phase:
            match phase:
                case "staging":
                    self._repeat(statements.DROP_PENDING)
                case "marking":
                    self._repeat(statements.SETTLE)
                case "projecting":
                    self._finish_load(self._pending(), self._progress)
                case "retracting":
                    self._finish_retraction(self._pending(), self._progress)
                case None:
                    return
            self._connection.write((statements.DROP_IDLE_SOURCES, {}))

    def load(self, sources: Iterable[Source], claims: Iterable[Claim]) -> LoadResult:
        """Add the claims that are not known yet, with their sources, and project them.

        A source is stored with its first claim; of two descriptions of one source, in any order, the fuller one stays.
        Raises DatabaseError where the database goes away or another load runs; nothing is lost then, the next call
        finishes or undoes it.
        """
        distinct = {claim.id: claim for claim in claims}
        described = [_source_row(source) for source in sources]
        self.recover()
        with self._journal.begin("staging") as hold:
            known = self._known(sorted(distinct))
            new = [distinct[key] for key in sorted(distinct.keys() - known)]
            self._stage(new, hold)
            hold.advance("projecting", (statements.DESCRIBE_SOURCES, {"rows": self._fuller(described)}))
            self._finish_load(new, self._touching(hold))
        return LoadResult(new=frozenset(claim.id for claim in new))

    def retract(self, source: str) -> int:
        """Take a source and all its claims out, and the nodes and edges that nothing else supports; their number.

        Raises NotFoundError where no such source is loaded.
        """
        self.recover()
        if not self._connection.read(statements.KNOWN_SOURCES, ids=[source]):
            raise NotFoundError("store.no_source", name=source)
        with self._journal.begin("marking") as hold:
            self._repeat(statements.MARK_SOURCE, source=source)
            hold.advance("retracting")
            claims = self._pending()
            self._finish_retraction(claims, self._touching(hold))
            self._connection.write((statements.DROP_IDLE_SOURCES, {}))
        return len(claims)

    def _stage(self, new: list[Claim], hold: Hold) -> None:
        sources = [_source_row(Source(id=key, title=key)) for key in sorted({claim.source for claim in new})]
        self._connection.write((statements.STAGE_SOURCES, {"rows": sources}))
        now, done, progress = datetime.now(UTC), 0, self._touching(hold)
        for batch in batches(new):
            rows = [_claim_row(claim, now) for claim in batch]
            self._connection.write((statements.STAGE_CLAIMS, {"rows": rows}))
            done += len(batch)
            progress("Claim", done, len(new))

    def _touching(self, hold: Hold) -> Progress:
        touched = monotonic()

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal touched
            if monotonic() - touched > LEASE / 10:
                hold.touch()
                touched = monotonic()
            self._progress(stage, done, total)

        return progress

    def _fuller(self, described: list[Row]) -> list[Row]:
        """The descriptions that tell more of a stored source than the graph does, one a source."""
        ids = sorted({row["id"] for row in described})
        known = [row["source"] for row in self._connection.read(statements.KNOWN_SOURCES, ids=ids)]
        best = {row["id"]: row for row in sorted([*described, *known], key=_telling)}
        return [best[row["id"]] for row in known if best[row["id"]] != row]

    def _known(self, ids: list[str]) -> set[str]:
        return {
            row["id"]
            for batch in batches(ids)
            for row in self._connection.read(statements.KNOWN_CLAIMS, ids=batch)
        }

    def _pending(self) -> list[Claim]:
        return [CLAIM.validate_json(row["body"]) for row in self._connection.read(statements.PENDING)]

    def _finish_load(self, claims: list[Claim], progress: Progress) -> None:
        Projector(self._connection, progress).add(claims)
        self._repeat(statements.SETTLE)

    def _finish_retraction(self, claims: list[Claim], progress: Progress) -> None:
        Projector(self._connection, progress).remove(claims)
        self._repeat(statements.DROP_PENDING)

    def _repeat(self, statement: str, **parameters: object) -> None:
        """Run a statement that changes one batch at a time until it has nothing left to change."""
        while self._connection.change(statement, batch=BATCH, **parameters):
            pass
