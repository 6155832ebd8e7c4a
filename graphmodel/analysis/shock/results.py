"""What a cluster loses without some enterprises: frozen, each row with its claims."""

from graphmodel.analysis.results import Named, Necessity, Result

Lost = tuple[float, float]
"""The share that is lost, from 0 to 1, at least and at most. The two are the same where all values are known."""


class LostInput(Result):
    """One input of one member of which something is lost.

    `input` is null where no source says what is delivered. `products` are those of the member whose recipe asks for the
    input; where no recipe does, all that it makes. `direct`: a supplier of it is itself gone; else the loss comes along
    the chain, which `path` shows from an enterprise that is gone to the member. `planned`: all that is lost is only
    announced.
    """

    member: Named
    input: Named | None
    products: tuple[Named, ...]
    necessity: Necessity | None
    lost: Lost
    direct: bool
    suppliers_hit: tuple[Named, ...]
    suppliers_left: tuple[Named, ...]
    path: tuple[Named, ...]
    planned: bool
    claims: tuple[str, ...]


class Affected(Result):
    """An enterprise that is hit, `steps` supplies away from one that is gone, and what of its output is lost."""

    enterprise: Named
    member: bool
    steps: int
    lost: Lost
    path: tuple[Named, ...]
    claims: tuple[str, ...]


class SingleSource(Result):
    """An input that a member gets from one supplier alone, and does not make itself."""

    member: Named
    input: Named
    supplier: Named
    claims: tuple[str, ...]


class Articulation(Result):
    """An enterprise without which the supply network around the cluster falls apart; `parts`: into how many."""

    enterprise: Named
    member: bool
    parts: int
    claims: tuple[str, ...]


class WhatIf(Result):
    """What a cluster loses `without` some enterprises.

    `index` is the share of the members' output that is lost, members that are gone included: weighted by what they
    deliver in value where that is known of all (`weighted`), else each member counts the same. `single_sources` and
    `articulations` are those of today, with nobody gone.
    """

    cluster: Named
    without: tuple[Named, ...]
    index: Lost
    weighted: bool
    inputs: tuple[LostInput, ...]
    affected: tuple[Affected, ...]
    single_sources: tuple[SingleSource, ...]
    articulations: tuple[Articulation, ...]
