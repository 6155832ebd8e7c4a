"""The recorded decisions about which records are one enterprise."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.domain.identity import Decision, representatives
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import Progress, Step


class Judged(NamedTuple):
    """The automatic decisions about the records `compared`; `current` are all records that there are."""

    decisions: Iterable[Decision]
    current: Collection[str]
    compared: Collection[str] = ()


Judge = Callable[[Progress], Judged]
"""Compares records as they are stored, and says how far it is."""


class Decisions:
    """Those of one database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Decision]:
        """Every decision, by the ids of its records."""
        return self._read(statements.DECISIONS)

    def stands(self) -> dict[str, str]:
        """The id that stands for each merged record."""
        return representatives(self._read(statements.MERGES))

    def _read(self, statement: str) -> list[Decision]:
        return [Decision.model_validate_json(row["body"]) for row in self._connection.read(statement)]


Changes = dict[str, Decision | None]
"""Decisions to be written, by key; None where one is to go."""


def revised(known: Iterable[Decision], judged: Judged) -> Changes:
    """What changes so that the automatic decisions about the records that were compared are those made.

    None is left about a record that is not among the current ones. What a person has decided stays.
    """
    old = {one.key: one for one in known}
    made = {one.key: one for one in judged.decisions}
    new = {key: one for key, one in made.items() if key not in old or old[key].automatic}
    over: Changes = {key: None for key, one in old.items() if key not in new and _is_over(one, judged)}
    kept = {key: _put_off(one, old.get(key)) for key, one in new.items()}
    return over | {key: one for key, one in kept.items() if old.get(key) != one}


def _is_over(decision: Decision, judged: Judged) -> bool:
    changed = any(r in judged.compared or r not in judged.current for r in decision.pair)
    return decision.automatic and changed


def _put_off(made: Decision, was: Decision | None) -> Decision:
    """A question stays put off."""
    return made.model_copy(update={"later": True}) if was and was.later and made.verdict == "open" else made


def steps(changes: Changes) -> Iterator[Step]:
    """The statements that write and remove decisions."""
    yield statements.SET_DECISIONS, {"rows": [_row(one) for one in changes.values() if one]}
    yield statements.DROP_DECISIONS, {"ids": [key for key, one in changes.items() if one is None]}


def _row(decision: Decision) -> Row:
    told = decision.model_dump(include={"one", "other", "verdict", "by", "score"})
    return told | {"id": decision.key, "body": decision.model_dump_json(exclude_defaults=True)}


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> Step:
    """The statement that marks every enterprise whose claims are to be linked anew."""
    records = {record for record in before.keys() | after.keys() if before.get(record) != after.get(record)}
    return statements.MARK_MOVED, {"keys": sorted({before.get(record, record) for record in records})}
