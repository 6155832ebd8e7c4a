"""Who belongs to a cluster: by words («вошли в кластер», «резидент кластера»), or by an agreement that founds one."""

from dataclasses import dataclass

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.agreements import Agreement
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.modality import standing
from loaders.press.subjects import cluster_phrase


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


def _joins(mention: Mention) -> bool:
    return mention.preposition in ("", "с", "со") and mention.case != "Dat"


def _cluster(cast: Cast, sentence: Sentence) -> str | None:
    """The cluster that a sentence names, or where it says only «кластер», the last one named before."""
    index = cast.sentences.index(sentence)
    if not sentence.has(words.CLUSTERS):
        return None
    for other in reversed(cast.sentences[: index + 1]):
        named = cast.of(other, "cluster")
        if name := (f"Кластер «{named[0].name}»" if named else cluster_phrase(other, cast.text)):
            return name
    return None


def _belonging(cast: Cast, sentence: Sentence) -> list[Mention]:
    """The firms that a sentence counts among a cluster: after a colon those that stand there alone."""
    firms = [mention for mention in cast.firms(sentence) if _joins(mention)]
    role = next((n for n, t in enumerate(sentence.tokens) if t.lemma in words.ROLES), None)
    colon = next(
        (n for n, t in enumerate(sentence.tokens) if t.text == ":" and role is not None and n > role), None
    )
    listed = [mention for mention in firms if colon is not None and mention.first > colon]
    return listed or firms


def _joined(cast: Cast, sentence: Sentence) -> list[Member]:
    tree = cast.tree(sentence)
    told = next((n for n, t in enumerate(sentence.tokens) if n in tree.rels and t.lemma in words.JOIN | words.ROLES), None)
    cluster = _cluster(cast, sentence) if told is not None else None
    status = standing(sentence, tree, told) if told is not None else None
    if not cluster or status is None:
        return []
    status = "active" if status == "signed" else status
    return [
        Member(actor, cluster, status, sentence.span)
        for one in _belonging(cast, sentence)
        for actor in cast.whom(one)
    ]


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
