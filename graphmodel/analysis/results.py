"""The results of the analyses: frozen, in the order a reader needs, each row with the claims that support it."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.domain.graph import Node
from graphmodel.texts import VIEW_LANGUAGES, ViewLanguage, text

Role = Literal["supplier", "buyer", "broker", "gateway"]
Status = Literal["announced", "signed", "active"]
Verdict = Literal["hub", "uncertain"]
GapKind = Literal["ok", "unlinked", "single_source", "outside_cluster", "cross_border_only", "no_producer"]
Necessity = Literal["required", "option", "alternative", "variant"]


class Result(BaseModel):
    """What all results share: they never change once given."""

    model_config = ConfigDict(frozen=True)


class Named(Result):
    """A thing by its id and the names to show. `placeholder`: no source names it; show it as unnamed."""

    id: str
    name_ru: str
    name_en: str
    name_uz: str = Field(default="", exclude=True)
    """For views alone: in no JSON, and empty where it was not asked for."""
    placeholder: bool = False

    @classmethod
    def of(cls, node: Node) -> Self:
        """The node as a reader is shown it."""
        return cls(
            id=node.key,
            name_ru=node.name("ru"),
            name_en=node.name("en"),
            name_uz=node.name("uz"),
            placeholder=node.placeholder,
        )


class Sentence(Result):
    """One statement in the languages of the text catalogue."""

    ru: str
    en: str
    uz: str = Field(default="", exclude=True)
    """For views alone, as `Named.name_uz`."""

    @classmethod
    def from_text(cls, key: str, /, **values: object) -> Self:
        """The text `key` in each language; a `Named` or `Sentence` among the values is put in its language."""
        told = {
            lang: text(key, lang, **{name: _worded(value, lang) for name, value in values.items()})
            for lang in VIEW_LANGUAGES
        }
        return cls(**told)


def _worded(value: object, lang: ViewLanguage) -> object:
    if isinstance(value, Named):
        return getattr(value, f"name_{lang}") or value.name_en
    return getattr(value, lang) or value.ru if isinstance(value, Sentence) else value


class Measure(Result):
    """One measure of one enterprise: its value, and its place among all that have the role (1 is the first)."""

    value: float
    rank: float


class Profile(Result):
    """What else the network says of an enterprise; it does not enter its rank.

    `buyers`, `suppliers` and `partners` are numbers of enterprises, `core` is the k of its k-core. `community` counts
    from the largest (0); `within_module_z` and `participation` say how it stands in and between communities.
    `brokerage` counts the open two-paths over it by role, the country being the group.
    """

    buyers: int
    suppliers: int
    partners: int
    core: int
    community: int
    within_module_z: float
    participation: float
    brokerage: Mapping[str, int]


class Hub(Result):
    """One enterprise in one role.

    `country`: ISO 3166-1, null where not known. `rank` is its place by the mean rank of its measures; those that tie
    share the mean of their places. `interval` is the 5th and 95th percentile of that rank over the samples, `in_top`
    the share of samples in which the enterprise is among the first; `verdict` is `hub` where that share is at least
    95 %. `inside`: it belongs to the scope asked for. `claims` are those of the links that make it a hub, and of a
    gateway those that say where it and its partners are.
    """

    enterprise: Named
    country: str | None
    role: Role
    rank: float
    interval: tuple[float, float]
    in_top: float
    measures: Mapping[str, Measure]
    profile: Profile
    verdict: Verdict
    inside: bool
    claims: tuple[str, ...]


class Hubs(Result):
    """The enterprises of each role, the first ones first; `samples` networks were drawn with `seed`.

    `sources`: betweenness is estimated from the shortest paths of so many enterprises drawn by lot; null where it is
    exact. `sampled_sources`: the same in the samples. `having`: how many have each role.
    """

    samples: int
    seed: int
    top: int
    sources: int | None
    sampled_sources: int | None
    having: Mapping[Role, int]
    rows: tuple[Hub, ...]


class Parts(Result):
    """What a candidate's score is made of, each from 0 to 1; null where nothing is known or too little is.

    `size` is the stated value of all that it delivers, as a share of the largest among the candidates of the gap.
    """

    product: float
    network: float | None
    place: float | None
    agreement: float
    confidence: float
    size: float | None


class Candidate(Result):
    """An enterprise that may fill a gap. `score` runs from 0 to 1, `path` says in one sentence why it is here."""

    enterprise: Named
    score: float
    parts: Parts
    path: Sentence
    claims: tuple[str, ...]


class Gap(Result):
    """One input of one product that members make.

    `weight` is the number of points of the localisation rules (Government decree 719), null where unknown. `makers`
    are the members that make the product, `suppliers` the enterprises that deliver the input to them (a maker that
    makes it itself among them). `planned`: all deliveries are only announced.
    """

    product: Named
    input: Named
    kind: GapKind
    weight: float | None
    necessity: Necessity
    condition: str | None
    makers: tuple[Named, ...]
    suppliers: tuple[Named, ...]
    planned: bool
    candidates: tuple[Candidate, ...]
    claims: tuple[str, ...] = Field(min_length=1)


class Gaps(Result):
    """All inputs of the products that members make, the heaviest first; `notes` say what could not be judged."""

    cluster: Named
    rows: tuple[Gap, ...]
    notes: tuple[Sentence, ...]


class MissingLink(Result):
    """A supply that no source states and that the others suggest.

    `score` is relative to the likeliest of the answer (1). `path` says in one sentence which supplies suggest it;
    `claims` are theirs.
    """

    supplier: Named
    buyer: Named
    score: float
    path: Sentence
    claims: tuple[str, ...] = Field(min_length=1)


class MissingLinks(Result):
    """The likeliest supplies that no source states, the likeliest first; `notes` say what could not be judged."""

    rows: tuple[MissingLink, ...]
    notes: tuple[Sentence, ...]
