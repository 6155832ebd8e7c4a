"""Clusters and what the analyses say of them."""

from pydantic import Field

from graphmodel.analysis import Gap, Hub, Named, RuleVerdict, Sentence
from graphmodel.api.models.base import Answer, Next, meant
from graphmodel.api.models.base import Named as ByLanguage
from graphmodel.api.models.enterprises import Enterprise
from graphmodel.domain.claims import Status


class Cluster(ByLanguage):
    """An industrial cluster."""

    id: str = Field(description="its id")
    members: int = Field(description="how many enterprises are or were in it")
    asserted: str | None = meant("Cluster", "asserted")
    confidence: float = meant("Cluster", "confidence")
    synthetic: bool = meant("Cluster", "synthetic")
    claims: tuple[str, ...] = meant("Cluster", "claims")


class Clusters(Answer):
    """Clusters in the order of their ids."""

    items: tuple[Cluster, ...] = Field(description="the clusters of this page")
    next: Next


class Member(Answer):
    """A member of a cluster."""

    enterprise: Enterprise = Field(description="the enterprise")
    role: str | None = meant("MEMBER_OF", "role")
    status: Status | None = meant("MEMBER_OF", "status")
    asserted: str | None = meant("MEMBER_OF", "asserted")
    confidence: float = meant("MEMBER_OF", "confidence")
    claims: tuple[str, ...] = meant("MEMBER_OF", "claims")


class Members(Answer):
    """The members of a cluster in the order of their ids, those that have left too."""

    items: tuple[Member, ...] = Field(description="the members of this page")
    next: Next


class HubList(Answer):
    """The enterprises that hold a cluster together, role by role, the first ones of each role first."""

    samples: int = Field(description="so many networks were drawn to see how sure the ranks are")
    top: int = Field(description="a hub is among so many first in 95 % of the samples")
    items: tuple[Hub, ...] = Field(description="a row for each enterprise in each role")
    next: Next


class GapList(Answer):
    """The inputs of the products that members make, the heaviest first, with candidates."""

    cluster: Named = Field(description="the cluster")
    notes: tuple[Sentence, ...] = Field(description="what could not be judged")
    items: tuple[Gap, ...] = Field(description="a row for each input of each product")
    next: Next


class RuleList(Answer):
    """The rules of the act that apply on the day, in its order, each with a verdict."""

    cluster: Named = Field(description="the cluster")
    as_of: str = Field(description="the day, ISO 8601")
    act: Sentence = Field(description="the act that sets the rules")
    country: str = Field(description="the country of the act, ISO 3166-1 alpha-2")
    items: tuple[RuleVerdict, ...] = Field(description="a row for each rule")
    next: Next
