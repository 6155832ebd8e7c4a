"""Which records may be one enterprise: the open questions as a person reads them, and the last answer."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from graphmodel.domain.identity import Decision, Profile
from graphmodel.errors import NotFoundError
from graphmodel.store import Store, View
from graphmodel.web.notes import Notes
from graphmodel.web.words import Words
from loaders import by_id, by_pair, last_answered, pair_of, resolved, take_back
from loaders.matching import told
from loaders.places import place_of

SHOWN: Final = 10
"""Questions of one page."""


class Record(NamedTuple):
    """One of two that are compared; `names` is empty where no source has it now."""

    id: str
    names: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    place: str
    claims: tuple[str, ...]


class Doubt(NamedTuple):
    """A question: two records, how much speaks for their being one, and what."""

    decision: Decision
    records: tuple[Record, Record]
    reasons: tuple[str, ...]


class Doubts(NamedTuple):
    """The questions of a page of `all`, the one that a person answered last, and the claims behind them."""

    questions: tuple[Doubt, ...]
    all: int
    last: Doubt | None
    notes: Notes


def doubts(store: Store, first: int, words: Words) -> Doubts:
    """The open questions from `first` on: the likeliest first, those that were put off at the end."""
    view = store.view()
    open_ = sorted(resolved(store).questions, key=lambda one: one.later)
    names = by_id(view)
    shown = tuple(_doubt(one, view, names, words) for one in open_[first : first + SHOWN])
    last = last_answered(view.decisions())
    claims = [claim for one in shown for record in one.records for claim in record.claims]
    return Doubts(
        shown,
        len(open_),
        _doubt(last, view, names, words) if last else None,
        Notes(claims, view.evidence(claims)),
    )


def undo(store: Store, one: str, other: str) -> None:
    """Take a person's answer back. Raises NotFoundError where there is none."""
    pair = pair_of(one, other)
    known = by_pair(store.view()).get(pair)
    if known is None or known.automatic:
        raise NotFoundError("web.no_answer", one=pair[0], other=pair[1])
    take_back(store, pair)


def _doubt(decision: Decision, view: View, names: Mapping[str, Profile], words: Words) -> Doubt:
    one, other = (_record(key, view, names.get(key), words) for key in decision.pair)
    return Doubt(decision, (one, other), tuple(told(reason, words.spoken) for reason in decision.reasons))


def _record(key: str, view: View, known: Profile | None, words: Words) -> Record:
    if known is None:
        return Record(key, (), (), "", ())
    numbers = tuple((words.fact(registry), number) for registry, number in known.numbers.items())
    return Record(key, known.names, numbers, _place(known.place, words), _claims(key, view))


def _claims(key: str, view: View) -> tuple[str, ...]:
    """The claims about the enterprise that a record is now part of."""
    with suppress(NotFoundError):
        return view.enterprise(key).claims
    return ()


def _place(code: str, words: Words) -> str:
    """A region or country by its ISO 3166 code; of one that we do not know, the code."""
    found = place_of(code)
    name = getattr(found.names, words.spoken) if found and found.names else None
    return words.place(code, name or code, None) if code else ""
