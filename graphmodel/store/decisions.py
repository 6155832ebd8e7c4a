"""The recorded decisions about which records are one enterprise."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.domain.identity import Decision, representatives
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import Progress, Step, batches


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


def revised(known: Iterable[Decision], judged: Judged) -> tuple[dict[str, Decision], list[str]]:
    """What is to be written, by key, and the keys of what is to go, so that the automatic decisions about the records
    that were compared are those made, and none is left about a record that is not among the current ones.

    What a person has decided stays.
    """
    old = {_key(one): one for one in known}
    new = {_key(one): one for one in judged.decisions if (was := old.get(_key(one))) is None or was.automatic}
    gone = [
        key
        for key, one in old.items()
        if one.automatic
        and key not in new
        and any(record in judged.compared or record not in judged.current for record in one.pair)
    ]
    kept = {key: _put_off(one, old.get(key)) for key, one in new.items()}
    return {key: one for key, one in kept.items() if old.get(key) != one}, gone


def _put_off(made: Decision, was: Decision | None) -> Decision:
    """A question stays put off."""
    return made.model_copy(update={"later": True}) if was and was.later and made.verdict == "open" else made


def _key(decision: Decision) -> str:
    return f"{decision.one}|{decision.other}"


def changes(written: Iterable[Decision], gone: Iterable[str]) -> Iterator[Step]:
    """The statements that write and remove decisions."""
    for part in batches(written):
        yield statements.SET_DECISIONS, {"rows": [_row(one) for one in part]}
    for ids in batches(gone):
        yield statements.DROP_DECISIONS, {"ids": ids}


def _row(decision: Decision) -> Row:
    told = decision.model_dump(include={"one", "other", "verdict", "by", "score"})
    return told | {"id": _key(decision), "body": decision.model_dump_json(exclude_defaults=True)}


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Step]:
    """The statements that mark every enterprise whose claims are to be linked anew."""
    records = {record for record in before.keys() | after.keys() if before.get(record) != after.get(record)}
    for keys in batches(sorted({before.get(record, record) for record in records})):
        yield statements.MARK_MOVED, {"keys": keys}
