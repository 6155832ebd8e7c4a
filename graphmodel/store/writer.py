"""Claims in, claims out; the graph follows."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from time import monotonic
from typing import Final

from graphmodel.domain.claims import Claim, Source
from graphmodel.domain.identity import Decision, representatives
from graphmodel.errors import DatabaseError, DeadlineError, NotFoundError
from graphmodel.store import statements
from graphmodel.store.connection import Connection
from graphmodel.store.decisions import Changes, Decisions, Judge, moved, revised, steps
from graphmodel.store.journal import LEASE, Hold, Journal, Phase
from graphmodel.store.linking import relink
from graphmodel.store.notebook import Notebook
from graphmodel.store.projector import BATCH, Progress, Projector, batches, unheard
from graphmodel.store.staging import Staging, fuller, stated_by

DECISIONS_AT_ONCE: Final = 2_000


@dataclass(frozen=True)
class LoadResult:
    """What became of the claims of one load.

    `new` are the ids of those that were not known; `outdated` counts by source those that it no longer states,
    `withdrawn` those of them that were taken out; `resumed` counts those that an interrupted load had written already.
    """

    new: AbstractSet[str]
    outdated: Mapping[str, int]
    withdrawn: int
    resumed: int


class Writer:
    """Writes claims and projects them. Safe to interrupt: see the journal."""

    def __init__(self, connection: Connection, progress: Progress = unheard) -> None:
        self._connection = connection
        self._journal = Journal(connection)
        self._decisions = Decisions(connection)
        self._progress = progress

    def prepare(self) -> None:
        """Constraints and indexes before the first row; one that a crash left half made is made anew."""
        for row in self._connection.read(statements.ORPHANS):
            if row["name"] in statements.DROP_ORPHAN:
                self._connection.write((statements.DROP_ORPHAN[row["name"]], {}))
        for statement in statements.PREPARE.values():
            self._connection.write((statement, {}))
        self._connection.read(statements.AWAIT_INDEXES)

    def recover(self, resume: bool = False) -> None:
        """Finish or undo what a crash interrupted, as the journal says.

        With `resume`, claims that an interrupted load has staged are left for the next load to go on with. Raises
        BusyError while another load goes on.
        """
        with self._journal.interrupted(besides="staging" if resume else None) as phase:
            if phase == "staging":
                self._drop_staged()
            elif phase is not None:
                self._finish(phase, self._progress)

    def load(self, sources: Iterable[Source], claims: Iterable[Claim], replace: bool = False) -> LoadResult:
        """Add the claims that are not known yet, with their sources, and project them.

        `claims` are read once, batch by batch; where they raise an error, nothing is loaded. A source is stored with
        its first claim; of two descriptions of one source, in any order, the fuller one stays. With `replace`, the
        claims that these sources stated and no longer state are taken out. Raises BusyError while another load runs
        and DatabaseError where the database goes away; nothing is lost then, the next call finishes or undoes it, or
        goes on where it stopped.
        """
        described = list(sources)
        self.recover(resume=True)
        with self._journal.begin("staging") as hold:
            self._repeat(statements.KEEP_LEAVING, "Leaving")
            progress = self._touching(hold)
            staging = Staging(self._connection, progress, self._decisions.stands())
            try:
                staging.take(claims)
            except (DatabaseError, DeadlineError):
                raise
            except Exception:
                self._drop_staged()
                hold.end()
                raise
            outdated = staging.outdated(described)
            withdrawn = self._mark(staging.withdrawn(described)) if replace else 0
            rows = fuller(self._connection, described)
            hold.advance("projecting", (statements.DESCRIBE_SOURCES, {"rows": rows}))
            self._finish("projecting", progress, staging.notebook)
        return LoadResult(staging.new, outdated, withdrawn, staging.resumed)

    def retract(self, source: str) -> int:
        """Take a source and all its claims out, and the nodes and edges that nothing else supports; their number.

        Raises NotFoundError where no such source is loaded.
        """
        self.recover()
        if not self._connection.read(statements.KNOWN_SOURCES, ids=[source]):
            raise NotFoundError("store.no_source", name=source)
        with self._journal.begin("staging") as hold:
            claims = self._mark(stated_by(self._connection, source))
            hold.advance("projecting")
            self._finish("projecting", self._touching(hold))
        return claims

    def decide(self, judge: Judge) -> None:
        """Record what is judged of the records, and merge or part the enterprises that it speaks of.

        While it is judged no load may change the records. The automatic decisions about those that were compared
        become those made; none is left about a record that is not there. What a person has decided stays. Raises
        BusyError while a load goes on.
        """
        self.recover()
        with self._journal.begin("staging") as hold:
            judged = judge(self._touching(hold))
            known = self._decisions.all()
            self._record(hold, known, revised(known, judged))
            for keys in batches(sorted(judged.compared)):
                self._connection.write((statements.COMPARED, {"keys": keys}))

    def answer(self, decisions: Iterable[Decision], withdrawn: Iterable[tuple[str, str]] = ()) -> None:
        """Record what a person has decided, in place of what was recorded of these pairs, and take back some."""
        self.recover()
        taken_back: Changes = {"|".join(pair): None for pair in withdrawn}
        with self._journal.begin("staging") as hold:
            changes = taken_back | {one.key: one for one in decisions}
            self._record(hold, self._decisions.all(), changes)

    def _record(self, hold: Hold, known: Iterable[Decision], changes: Changes) -> None:
        """Write decisions and bring the graph up to date, some at a time, each time all or none of it."""
        stand: Changes = {one.key: one for one in known}
        before = representatives(one for one in stand.values() if one)
        for part in batches(changes.items(), DECISIONS_AT_ONCE):
            stand |= dict(part)
            after = representatives(one for one in stand.values() if one)
            hold.advance("merging", *steps(dict(part)), moved(before, after))
            self._finish("merging", self._touching(hold))
            before = after

    def _mark(self, ids: Iterable[str]) -> int:
        """Mark claims that are to be taken out; their number."""
        count = 0
        for batch in batches(ids):
            self._connection.write((statements.MARK_LEAVING, {"ids": batch}))
            count += len(batch)
        return count

    def _drop_staged(self) -> None:
        self._repeat(statements.KEEP_LEAVING, "Leaving")
        self._repeat(statements.DROP_STAGED, "Pending")
        self._connection.write((statements.DROP_IDLE_SOURCES, {}))

    def _finish(self, phase: Phase, progress: Progress, notebook: Notebook | None = None) -> None:
        """All that is left to do once it is known what the graph is to hold; may be done twice."""
        stands = self._decisions.stands()
        self._repeat(statements.TAKE_OUT, "Leaving", progress)
        relink(self._connection, stands)
        self._repeat(statements.LINK, "Pending", progress)
        Projector(self._connection, progress, stands, phase == "projecting", notebook or Notebook()).run()
        self._connection.write((statements.DROP_IDLE_SOURCES, {}))

    def _touching(self, hold: Hold) -> Progress:
        touched = monotonic()

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal touched
            if monotonic() - touched > LEASE / 10:
                hold.touch()
                touched = monotonic()
            self._progress(stage, done, total)

        return progress

    def _repeat(self, statement: str, mark: str, progress: Progress = unheard) -> None:
        """Run a statement that takes a mark from one batch of nodes at a time, until none has it."""
        (counted,) = self._connection.read(statements.count_marked(mark))
        total = counted["nodes"]
        for done in range(BATCH, total + BATCH, BATCH):
            self._connection.write((statement, {"batch": BATCH}))
            progress("ABOUT", min(done, total), total)
