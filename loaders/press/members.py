"""Who belongs to a cluster: by words («вошли в кластер», «резидент кластера»), or by an agreement that founds one."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.domain.claims import Status
from loaders.press.belonging import belongings
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement
from loaders.press.language import Sentence
from loaders.press.modality import standing


@dataclass(frozen=True)
class Member:
    """One enterprise of one cluster."""

    actor: Actor
    cluster: str
    status: Status
    span: tuple[int, int]


def _product_of(cluster: str) -> str:
    """«сельскохозяйственной техники» of «Кластер производителей сельскохозяйственной техники»."""
    return cluster.partition("производителей ")[2]


def _specify(deal: Agreement) -> None:
    """Unnamed producers of a cluster of producers are producers of what it is a cluster of."""
    product = _product_of(deal.cluster or "")
    for party in deal.parties:
        if (
            isinstance(party, Actor)
            and party.placeholder
            and party.name.endswith(("производители", "производитель"))
        ):
            party.name = f"{party.name} {product}".strip()


def _founders(deal: Agreement) -> list[Member]:
    _specify(deal)
    if not deal.cluster:
        return []
    actors = [party for party in deal.parties if isinstance(party, Actor)]
    return [Member(actor, deal.cluster, "announced", deal.span) for actor in actors]


def _joined(cast: Cast, sentence: Sentence) -> Iterator[Member]:
    for one in belongings(cast, sentence):
        status = standing(sentence, cast.tree(sentence), one.node)
        status = "ended" if one.left else status
        for actor in one.actors if status else ():
            yield Member(
                actor, one.cluster, "active" if status in (None, "signed") else status, sentence.span
            )


def members(cast: Cast, deals: list[Agreement]) -> list[Member]:
    """Every membership, once."""
    founders = [member for deal in deals for member in _founders(deal)]
    taken = {deal.sentence.span for deal in deals if deal.cluster}
    joined = [
        member
        for sentence in cast.sentences
        if sentence.span not in taken
        for member in _joined(cast, sentence)
    ]
    unique = {(id(member.actor), member.cluster): member for member in reversed([*founders, *joined])}
    return list(reversed(unique.values()))
