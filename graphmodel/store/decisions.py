"""The recorded decisions about which records are one enterprise."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from graphmodel.domain.identity import Decision, representatives
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import Step


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


def revised(
    known: Iterable[Decision],
    made: Iterable[Decision],
    current: Collection[str],
    compared: Collection[str],
) -> Changes:
    """What changes so that the automatic decisions about the records `compared` are those `made`.

    None is left about a record that is not among the `current` ones. What a person has decided stays.
    """
    old = {one.key: one for one in known}
    new = {one.key: one for one in made if (was := old.get(one.key)) is None or was.automatic}
    changes: Changes = {
        key: None for key, one in old.items() if key not in new and _is_over(one, current, compared)
    }
    kept = {key: _put_off(one, old.get(key)) for key, one in new.items()}
    return changes | {key: one for key, one in kept.items() if old.get(key) != one}


def _is_over(decision: Decision, current: Collection[str], compared: Collection[str]) -> bool:
    return decision.automatic and any(r in compared or r not in current for r in decision.pair)


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
