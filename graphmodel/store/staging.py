"""Claims are written batch by batch, unseen by readers, until all of a load are there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Final

from graphmodel.domain.claims import AggregateClaim, Claim, Source
from graphmodel.domain.facts import facts
from graphmodel.domain.ids import ClaimIds
from graphmodel.store import statements
from graphmodel.store.behind import Behind
from graphmodel.store.connection import Connection, Row
from graphmodel.store.linking import about
from graphmodel.store.notebook import Notebook
from graphmodel.store.projector import Progress, Step, batches, paged

_IDS_AT_ONCE: Final = 50_000
"""Each page of ids costs the database a walk through all of them."""


class Staging:
    """The claims of one load. `new` are the ids of those that the graph did not know before this load began."""

    def __init__(self, connection: Connection, progress: Progress, stands: Mapping[str, str]) -> None:
        self._connection = connection
        self._progress = progress
        self._stands = stands
        self._known = ClaimIds()
        self._stated: Counter[str] = Counter()
        self.new = ClaimIds()
        self.notebook = Notebook()
        self.resumed = 0

    def take(self, claims: Iterable[Claim]) -> None:
        """Write the claims that are not there; drop those of an interrupted load that this one does not have."""
        left = set(_ids(self._connection, statements.STAGED))
        done = 0
        with Behind() as behind:
            for batch in batches(claims):
                if steps := self._steps({claim.id: claim for claim in batch}, left):
                    behind.do(partial(self._connection.write, *steps))
                done += len(batch)
                self._progress("Claim", done, 0)
        for ids in batches(sorted(key for key in left if key not in self.new)):
            self._connection.write((statements.DROP_CLAIMS, {"ids": ids}))

    def _steps(self, batch: dict[str, Claim], left: set[str]) -> list[Step]:
        """What writes those claims of a batch that are not there; the batch before may still be under way."""
        unseen = {
            key: claim for key, claim in batch.items() if key not in self.new and key not in self._known
        }
        there = {row["id"] for row in self._connection.read(statements.KNOWN_CLAIMS, ids=list(unseen))}
        known = there - left
        self._known.update(known)
        self._stated.update(unseen[key].source for key in known)
        self.resumed += len(there & left)
        self.new.update(unseen.keys() - known)
        now = datetime.now(UTC)
        rows = [self._row(claim, now) for key, claim in unseen.items() if key not in known]
        missing = [row for row in rows if row["id"] not in there]
        if not missing:
            return []
        sources = [{"id": key, "title": key} for key in sorted({row["source"] for row in missing})]
        return [
            (statements.STAGE_SOURCES, {"rows": sources}),
            (statements.STAGE_CLAIMS, {"rows": missing}),
        ]

    def _row(self, claim: Claim, now: datetime) -> Row:
        claim = claim if claim.recorded else claim.model_copy(update={"recorded": now})
        told = facts(claim, self._stands)
        self.notebook.note(told)
        return claim_row(claim) | {"to": about(told)}

    def outdated(self, sources: Iterable[Source]) -> dict[str, int]:
        """How many claims each of these sources stated before and does not state in this load, by its id."""
        ids = [source.id for source in sources]
        rows = self._connection.read(statements.COUNT_OF_SOURCES, sources=ids)
        left = {row["source"]: row["claims"] - self._stated[row["source"]] for row in rows}
        return {source: claims for source, claims in left.items() if claims}

    def withdrawn(self, sources: Iterable[Source]) -> Iterator[str]:
        """The ids of the claims that these sources stated before and do not state in this load."""
        stated = (key for source in sources for key in stated_by(self._connection, source.id))
        return (key for key in stated if key not in self._known)


def stated_by(connection: Connection, source: str) -> Iterator[str]:
    """The ids of all claims of a source that are not of a load under way."""
    return _ids(connection, statements.CLAIMS_OF_SOURCE, source=source)


def _ids(connection: Connection, statement: str, **parameters: str) -> Iterator[str]:
    return (row["id"] for row in paged(connection, statement, _IDS_AT_ONCE, **parameters))


def claim_row(claim: Claim) -> Row:
    """A claim as the properties of its node."""
    row = {
        "id": claim.id,
        "kind": claim.kind,
        "source": claim.source,
        "locator": claim.locator,
        "quote": claim.quote,
        "note": claim.note,
        "asserted": claim.asserted,
        "recorded": claim.recorded.isoformat() if claim.recorded else None,
        "status": claim.status,
        "confidence": claim.confidence,
        "body": claim.model_dump_json(exclude_defaults=True),
    }
    if isinstance(claim, AggregateClaim):
        row |= {"about": claim.about.key(claim.source), "measure": claim.measure, "bound": claim.bound}
        row |= {"value": float(claim.value), "unit": claim.currency or claim.unit or ""}
    return {name: value for name, value in row.items() if value is not None}


def fuller(connection: Connection, described: Iterable[Source]) -> list[Row]:
    """The descriptions that tell more of a stored source than the graph does, one a source."""
    given = [source.model_dump(exclude_defaults=True) for source in described]
    ids = sorted({row["id"] for row in given})
    known = [row["source"] for row in connection.read(statements.KNOWN_SOURCES, ids=ids)]
    best = {row["id"]: row for row in sorted([*given, *known], key=_telling)}
    return [best[row["id"]] for row in known if best[row["id"]] != row]


def _telling(row: Row) -> tuple[int, list[tuple[str, str]]]:
    """Puts descriptions of one source in order, the fuller last; a title that repeats the id tells nothing."""
    told = sorted((name, value) for name, value in row.items() if name == "id" or value != row["id"])
    return len(told), told
