"""Claims in, claims out; the graph follows."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict

from graphmodel.domain.claims import CLAIM, AggregateClaim, Claim, Source
from graphmodel.errors import NotFoundError
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.journal import Journal
from graphmodel.store.projector import BATCH, Progress, Projector, batches


class LoadResult(BaseModel):
    """What became of the claims of one load: the ids of the `new` ones; all others were known already."""

    model_config = ConfigDict(frozen=True)

    new: frozenset[str] = frozenset()


def _source_row(source: Source) -> Row:
    return source.model_dump(exclude_none=True)


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
        self._projector = Projector(connection, progress)
        self._progress = progress

    def prepare(self) -> None:
        """Constraints and indexes before the first row, then whatever a crash left open."""
        for statement in statements.PREPARE:
            self._connection.write((statement, {}))
        self._connection.read(statements.AWAIT_INDEXES)
        self.recover()

    def recover(self) -> None:
        """Finish or undo what a crash interrupted, as the journal says."""
        match self._journal.interrupted():
            case "staging":
                self._repeat(statements.DROP_PENDING)
            case "marking":
                self._repeat(statements.SETTLE)
            case "projecting":
                self._finish_load(self._pending())
            case "retracting":
                self._finish_retraction(self._pending())
            case None:
                return
        self._connection.write((statements.DROP_IDLE_SOURCES, {}))
        self._journal.end()

    def load(self, sources: Iterable[Source], claims: Iterable[Claim]) -> LoadResult:
        """Add the claims that are not known yet, with their sources, and project them.

        Raises DatabaseError where the database goes away or another load runs; nothing is lost then, the next call
        finishes or undoes it.
        """
        distinct = {claim.id: claim for claim in claims}
        new = [distinct[key] for key in sorted(distinct.keys() - self._known(sorted(distinct)))]
        if new:
            self._load({source.id: source for source in sources}, new)
        return LoadResult(new=frozenset(claim.id for claim in new))

    def retract(self, source: str) -> int:
        """Take a source and all its claims out, and the nodes and edges that nothing else supports; their number.

        Raises NotFoundError where no such source is loaded.
        """
        if not self._connection.read(statements.KNOWN_SOURCES, ids=[source]):
            raise NotFoundError("store.no_source", name=source)
        self.recover()
        self._journal.begin("marking")
        self._repeat(statements.MARK_SOURCE, source=source)
        self._journal.advance("retracting")
        claims = self._pending()
        self._finish_retraction(claims)
        self._connection.write((statements.DROP_IDLE_SOURCES, {}))
        self._journal.end()
        return len(claims)

    def _load(self, sources: dict[str, Source], new: list[Claim]) -> None:
        used = {claim.source for claim in new}
        self.recover()
        self._journal.begin("staging")
        rows = [_source_row(sources.get(key) or Source(id=key, title=key)) for key in sorted(used)]
        self._connection.write((statements.STAGE_SOURCES, {"rows": self._agreed(rows)}))
        now, done = datetime.now(UTC), 0
        for batch in batches(new):
            rows = [_claim_row(claim, now) for claim in batch]
            self._connection.write((statements.STAGE_CLAIMS, {"rows": rows}))
            done += len(batch)
            self._progress("Claim", done, len(new))
        self._journal.advance("projecting")
        self._finish_load(new)
        self._journal.end()

    def _agreed(self, rows: list[Row]) -> list[Row]:
        """The description of each source: of two, in any order, the fuller one, else the greater one."""
        known = self._connection.read(statements.KNOWN_SOURCES, ids=[row["id"] for row in rows])
        stored = {row["source"]["id"]: row["source"] for row in known}
        return [
            max((row, stored.get(row["id"], row)), key=lambda r: (len(r), sorted(r.items()))) for row in rows
        ]

    def _known(self, ids: list[str]) -> set[str]:
        return {
            row["id"]
            for batch in batches(ids)
            for row in self._connection.read(statements.KNOWN_CLAIMS, ids=batch)
        }

    def _pending(self) -> list[Claim]:
        return [CLAIM.validate_json(row["body"]) for row in self._connection.read(statements.PENDING)]

    def _finish_load(self, claims: list[Claim]) -> None:
        self._projector.add(claims)
        self._repeat(statements.SETTLE)

    def _finish_retraction(self, claims: list[Claim]) -> None:
        self._projector.remove(claims)
        self._repeat(statements.DROP_PENDING)

    def _repeat(self, statement: str, **parameters: object) -> None:
        """Run a statement that changes one batch at a time until it has nothing left to change."""
        while self._connection.change(statement, batch=BATCH, **parameters):
            pass
