"""Who belongs to a cluster: by words («вошли в кластер», «резидент кластера»), or by an agreement that founds one."""

from dataclasses import dataclass

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.arguments import Argument, arguments
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement
from loaders.press.language import Sentence
from loaders.press.modality import standing
from loaders.press.subjects import cluster_phrase
from loaders.press.syntax import Tree


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


def _belonging(cast: Cast, sentence: Sentence, told: int) -> list[Actor]:
    """The firms that a sentence counts among a cluster: subjects, «вместе с X», those after a colon."""
    tokens, tree = sentence.tokens, cast.tree(sentence)
    found = arguments(cast, sentence)
    colon = next((n for n in range(told, len(tokens)) if tokens[n].text == ":"), None)
    if colon is not None:
        return [actor for one in found if one.mention.first > colon for actor in one.actors]
    if tree.preposition(told) == "среди":
        return [actor for one in found if one.mention.first > told and _is_free(one) for actor in one.actors]
    if tokens[told].pos == "NOUN" and not tree.predicative(told):
        return []
    joining = [actor for one in found if _joins(tree, told, one) for actor in one.actors]
    margin = (one for one in cast.firms(sentence) if one.preposition == "" and one.case != "Dat")
    return joining or [actor for one in margin for actor in cast.whom(one)]


def _is_free(argument: Argument) -> bool:
    return not argument.links or not argument.links[0].preposition


def _joins(tree: Tree, told: int, argument: Argument) -> bool:
    for verb in tree.clause(told):
        path = argument.up_to(verb)
        together = path and tree.tokens[path[0].governor].lemma == "вместе"
        if len(path) == 1 and path[0].slot in ("subj", "obj"):
            return True
        if together and verb == told:
            return True
    return False


def _joined(cast: Cast, sentence: Sentence) -> list[Member]:
    tree = cast.tree(sentence)
    joining = [
        n for lemmas in (words.JOIN, words.ROLES) for n in tree.rels if sentence.tokens[n].lemma in lemmas
    ]
    cluster = _cluster(cast, sentence) if joining else None
    return [one for told in joining if cluster for one in _by_word(cast, sentence, told, cluster)]


def _by_word(cast: Cast, sentence: Sentence, told: int, cluster: str) -> list[Member]:
    status = standing(sentence, cast.tree(sentence), told)
    if status is None:
        return []
    status = "active" if status == "signed" else status
    return [Member(actor, cluster, status, sentence.span) for actor in _belonging(cast, sentence, told)]


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
