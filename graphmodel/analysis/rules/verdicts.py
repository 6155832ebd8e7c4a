"""Whether a cluster meets the rules of an act on a day: holds, fails or unknown, with what decides it."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import inf, isinf

from graphmodel.analysis.index import Index, claims_of
from graphmodel.analysis.results import Named, Sentence
from graphmodel.analysis.rules import contracts
from graphmodel.analysis.rules.checks import Case
from graphmodel.analysis.rules.cooperation import outputs
from graphmodel.analysis.rules.results import (
    Contract,
    Membership,
    Pair,
    Remedy,
    Supply,
    Verdict,
    Verdicts,
    Volume,
)
from graphmodel.analysis.rules.roster import MOST_OPEN, Deal, roster
from graphmodel.analysis.rules.rulebook import Rulebook
from graphmodel.domain.claims import AggregateClaim
from graphmodel.domain.graph import Edge, Graph
from graphmodel.errors import NotFoundError


def rules(
    graph: Graph, cluster_id: str, day: date, book: Rulebook, aggregates: Iterable[AggregateClaim] = ()
) -> Verdicts:
    """The verdict on every rule that applies on `day`; `graph` and `aggregates` are what was known on it.

    A rule holds if it does however what is open turns out, and fails if it does however that turns out. Open are: who
    of the announced or doubtful members is one; which doubtful agreements are contracts; what unnamed members have
    agreed on; and every value that no source gives. Announced contracts are none, ended ones are none any more, and
    what no source tells of is taken not to be.

    Raises NotFoundError for an unknown cluster.
    """
    index, made = Index(graph), outputs(graph, aggregates)
    node = index.nodes.get(("Cluster", cluster_id))
    if node is None:
        known = ", ".join(sorted(key for label, key in index.nodes if label == "Cluster"))
        raise NotFoundError(
            "analysis.no_cluster_on", name=cluster_id, day=day.isoformat(), known=known or "—"
        )
    found = (Case(rule, roster(index, cluster_id, rule), made) for rule in book.on(day))
    return Verdicts(
        cluster=Named.of(node),
        as_of=day.isoformat(),
        act=book.act,
        country=book.country,
        rows=tuple(_Telling(index, case).verdict(book.later(case.rule, day)) for case in found),
    )


def _known(bound: float) -> float | None:
    return None if isinf(bound) else bound


def _listing(key: str, things: Iterable[Named]) -> Sentence:
    """A text about several things, unnamed ones marked."""
    worded = [_worded(thing) for thing in things]
    return Sentence.from_text(
        key, names=Sentence(ru=", ".join(w.ru for w in worded), en=", ".join(w.en for w in worded))
    )


def _worded(thing: Named) -> Sentence:
    return Sentence.from_text("words.unnamed" if thing.placeholder else "analysis.named", name=thing)


class _Telling:
    """Puts one case into words and rows."""

    def __init__(self, index: Index, case: Case) -> None:
        self._index = index
        self._case = case
        self._roster = case.roster
        self._about_contracts = case.rule.check in ("contracts", "without_contracts")
        self._about_volumes = case.rule.check == "cooperation"

    def _named(self, key: str) -> Named:
        return Named.of(self._index.enterprise(key))

    def verdict(self, later: tuple[str, ...]) -> Verdict:
        """The row of the rule."""
        case, rule = self._case, self._case.rule
        low, high = case.measured
        members, agreed, volumes = self._members(), self._contracts(), tuple(self._volumes())
        rows: tuple[Membership | Contract | Volume, ...] = (*members, *agreed, *volumes)
        return Verdict(
            id=rule.id,
            check=rule.check,
            text=rule.worded,
            value=rule.value,
            unit=rule.unit,
            since=rule.since,
            later=later,
            sources=rule.sources,
            verdict=case.answer,
            measured=(None, None) if rule.check == "unmeasured" else (low, _known(high)),
            members=members,
            contracts=agreed,
            volumes=volumes,
            missing=tuple(self._missing()) if case.answer == "unknown" else (),
            remedy=self._remedy(),
            claims=tuple(sorted({claim for row in rows for claim in row.claims})),
        )

    def _members(self) -> tuple[Membership, ...]:
        if self._case.rule.check == "unmeasured":
            return ()
        return tuple(self._member(key, edge) for key, edge in sorted(self._roster.members.items()))

    def _member(self, key: str, edge: Edge) -> Membership:
        return Membership(
            enterprise=self._named(key),
            settled=key in self._roster.settled,
            contracts=self._counts(key) if self._about_contracts else None,
            claims=edge.claims,
        )

    def _counts(self, key: str) -> tuple[int | None, int | None]:
        everyone = self._roster.everyone
        counts = (count(self._roster, key, everyone) for count in (contracts.certain, contracts.possible))
        certain, possible = (None if count == inf else int(count) for count in counts)
        return certain, possible

    def _contracts(self) -> tuple[Contract, ...]:
        if not self._about_contracts:
            return ()
        return tuple(
            Contract(
                parties=tuple(map(self._named, sorted(deal.parties))),
                kind=deal.kind,
                certain=deal.certain,
                claims=claims_of(*deal.things),
            )
            for deal in (*self._roster.deals, *self._roster.instead)
        )

    def _volumes(self) -> Iterator[Volume]:
        if not self._about_volumes:
            return
        flows = self._case.cooperation
        for member in sorted(self._roster.members):
            given = self._case.outputs.get(member)
            low, high = flows.flow(member, self._roster.everyone).output
            yield Volume(
                enterprise=self._named(member),
                buyer=None,
                amount=(low or None, _known(high)),
                currency=flows.currency,
                claims=(given.claim,) if given else (),
            )
        for member, deliveries in flows.deliveries.items():
            for one in deliveries:
                if one.buyer in self._roster.members:
                    yield Volume(
                        enterprise=self._named(member),
                        buyer=self._named(one.buyer),
                        amount=(one.value, one.value),
                        currency=flows.currency,
                        claims=one.edge.claims,
                    )

    def _missing(self) -> Iterator[Sentence]:
        """What would have to be known for a verdict."""
        rule, say = self._case.rule, Sentence.from_text
        if rule.value is None:
            yield say("analysis.rule_no_value")
        elif rule.check == "unmeasured":
            yield say("analysis.rule_unmeasured")
        elif not self._roster.members:
            yield say("analysis.rule_no_members")
        else:
            points = list(self._open_points())
            if rule.relaxed is not None:
                points.append(say("analysis.rule_relaxed", relaxed=f"{rule.relaxed:g}"))
            yield from points or [say("analysis.rule_bounds_only")]

    def _open_points(self) -> Iterator[Sentence]:
        say = Sentence.from_text
        if len(self._roster.open) > MOST_OPEN:
            yield say("analysis.rule_many_open", number=len(self._roster.open), most=MOST_OPEN)
        if self._roster.open:
            yield _listing("analysis.rule_open_members", map(self._named, sorted(self._roster.open)))
        if self._roster.unnamed:
            yield _listing("analysis.rule_unnamed", map(self._named, sorted(self._roster.unnamed)))
        for deal in (*self._roster.deals, *self._roster.instead):
            if not deal.certain and self._case.rule.check != "members":
                yield _listing("analysis.rule_doubtful", map(self._named, sorted(deal.parties)))
        unknown = [volume for volume in self._volumes() if None in volume.amount]
        if silent := [volume.enterprise for volume in unknown if volume.buyer is None]:
            yield _listing("analysis.rule_no_output", silent)
        for volume in unknown:
            if volume.buyer is not None:
                yield say("analysis.rule_no_worth", supplier=volume.enterprise, buyer=volume.buyer)

    def _pair(self, deal: Deal) -> Pair:
        one, other = map(self._named, sorted(deal.parties))
        return Pair(one=one, other=other)

    def _remedy(self) -> Remedy | None:
        found = self._case.remedy()
        if found is None:
            return None
        deals, volumes = found
        currency = self._case.cooperation.currency or ""
        return Remedy(
            settle=tuple(map(self._named, sorted(self._roster.open))),
            contracts=tuple(map(self._pair, deals)),
            supplies=tuple(
                Supply(enterprise=self._named(k), amount=v, currency=currency) for k, v in volumes
            ),
        )
