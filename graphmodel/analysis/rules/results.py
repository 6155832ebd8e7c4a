"""The verdicts on a cluster, rule by rule: frozen, each with what decides it."""

from typing import Literal

from graphmodel.analysis.results import Named, Result, Sentence
from graphmodel.analysis.rules.rulebook import Check

Answer = Literal["holds", "fails", "unknown"]


class Membership(Result):
    """One member. `settled` is false where it can still turn out not to be one; `contracts` are those that it surely
    has with other members and those that it may have at most, null where there is no telling or no limit (another kind
    of agreement stands in for them), and null as a whole where the rule is not about contracts.
    """

    enterprise: Named
    settled: bool
    contracts: tuple[int | None, int | None] | None
    claims: tuple[str, ...]


class Contract(Result):
    """A supply or agreement between members, or one that stands in for a contract of the member that is its party.

    `certain` is false where it may be none, or none in force.
    """

    parties: tuple[Named, ...]
    kind: str
    certain: bool
    claims: tuple[str, ...]


class Volume(Result):
    """What a member makes, or delivers to another (`buyer`), at least and at most in units of the currency.

    null where nobody says.
    """

    enterprise: Named
    buyer: Named | None
    amount: tuple[float | None, float | None]
    currency: str | None
    claims: tuple[str, ...]


class Pair(Result):
    """Two members that would have to conclude a contract."""

    one: Named
    other: Named


class Supply(Result):
    """What a member would have to deliver to other members in addition."""

    enterprise: Named
    amount: float
    currency: str


class Remedy(Result):
    """The smallest set of contracts, or of deliveries by value, that would make the rule hold.

    It is worked out with everyone who may be a member being one: `settle` are those whose membership is open.
    """

    settle: tuple[Named, ...]
    contracts: tuple[Pair, ...]
    supplies: tuple[Supply, ...]


class Verdict(Result):
    """One rule.

    `holds` where it holds however the open points turn out, `fails` where it fails however they do, else `unknown`.
    `measured` is the least and the most that what the rule limits can come to, in `unit` (for `contracts`, the number
    of members with fewer than they need); null where there is no telling. `since` is the edition the wording is from,
    null where no source says; `later` are editions of which nobody has confirmed that they left the rule as it is.
    `missing` says what leaves the verdict open. `remedy` is null where the rule holds or nothing of this kind helps.
    """

    id: str
    check: Check
    text: Sentence
    value: float | None
    unit: str | None
    since: str | None
    later: tuple[str, ...]
    sources: tuple[str, ...]
    verdict: Answer
    measured: tuple[float | None, float | None]
    members: tuple[Membership, ...]
    contracts: tuple[Contract, ...]
    volumes: tuple[Volume, ...]
    missing: tuple[Sentence, ...]
    remedy: Remedy | None
    claims: tuple[str, ...]


class Verdicts(Result):
    """All rules that apply on the day, in the order of the act."""

    cluster: Named
    as_of: str
    act: Sentence
    country: str
    rows: tuple[Verdict, ...]
