"""The claim: one fact, stated by one source, at one place in it. The only input of the graph."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationInfo,
    model_validator,
)

from graphmodel.domain.codes import CurrencyCode, Id, Money, Number, Okved2
from graphmodel.domain.dates import UNDATED, Edtf
from graphmodel.domain.ids import claim_id
from graphmodel.domain.names import Name, Names
from graphmodel.domain.references import (
    ClusterRef,
    EnterpriseRef,
    EventRef,
    LocatedRef,
    PartyRef,
    Place,
    ProductRef,
    Ref,
)

Status = Literal["announced", "signed", "active", "ended"]
Bound = Literal["exact", "at_least", "about", "at_most"]
Necessity = Literal["required", "option", "alternative", "variant"]
RegistryNumber = Annotated[str, StringConstraints(strip_whitespace=True, pattern="^[0-9A-Za-z]{1,30}$")]


class Source(BaseModel):
    """Where claims come from: a page, a file, a registry. `date` is its own date of publication."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    title: str = Field(min_length=1)
    address: str | None = None
    date: Edtf = UNDATED
    note: str | None = None


class ClaimBase(BaseModel):
    """What every claim has.

    `locator` is the place in the source (`char=412,803` RFC 5147, `row=5` RFC 7111, `Лист1!C17`, a JSON pointer);
    `span` counts Unicode code points; `asserted` is the date for which the source states the fact; `recorded` is when
    the claim was written down; `confidence` runs from 0 to 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    source: Id
    locator: str = Field(min_length=1)
    quote: str | None = None
    span: tuple[int, int] | None = None
    asserted: Edtf = UNDATED
    recorded: AwareDatetime | None = None
    status: Status
    confidence: float = Field(ge=0, le=1)
    note: str | None = None
    synthetic: bool = False

    @model_validator(mode="after")
    def _span_runs_forward(self) -> Self:
        if self.span and not 0 <= self.span[0] <= self.span[1]:
            raise ValueError(f"a span runs from its start to its end, not {self.span}")
        return self

    @model_validator(mode="after")
    def _id_from_content(self, info: ValidationInfo) -> Self:
        known = info.context and info.context["id"]
        object.__setattr__(self, "id", known or claim_id(self.content()))
        return self

    def content(self) -> dict[str, Any]:
        """All that the claim says, without its id and without when it was written down."""
        return self.model_dump(mode="json", exclude={"id", "recorded"}, exclude_defaults=True)


class EnterpriseClaim(ClaimBase):
    """An enterprise exists and is called so; `enterprise` is its id where the name and `place` are not to give it.

    `industries` are its activities by OKVED2, the main one first.
    """

    kind: Literal["enterprise"]
    name: Name
    names: Names = Names()
    identifiers: dict[Literal["inn", "ogrn", "stir", "lei", "okpo"], RegistryNumber] = {}
    placeholder: bool = False
    enterprise: Id | None = None
    place: Place | None = None
    industries: tuple[Okved2, ...] = ()


class LocatedInClaim(ClaimBase):
    """An enterprise lies in a region, or in a country where the source names no region."""

    kind: Literal["located_in"]
    subject: LocatedRef
    place: Place


class ProducesClaim(ClaimBase):
    """An enterprise makes a product."""

    kind: Literal["produces"]
    enterprise: EnterpriseRef
    product: ProductRef


class RequiresClaim(ClaimBase):
    """A product needs an input; `points` weigh it by the localisation rules (Government decree 719)."""

    kind: Literal["requires"]
    product: ProductRef
    input: ProductRef
    points: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    necessity: Necessity = "required"
    condition: str | None = None


class SuppliesClaim(ClaimBase):
    """A supplier delivers to a buyer: one link of a cooperation chain."""

    kind: Literal["supplies"]
    supplier: EnterpriseRef
    buyer: EnterpriseRef
    product: ProductRef | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    volume: str | None = None
    value: Money | None = None


class AgreementClaim(ClaimBase):
    """Parties agreed on something. `founds` is the cluster that the agreement sets up."""

    kind: Literal["agreement"]
    agreement: Id | None = None
    agreement_kind: str
    parties: tuple[PartyRef, ...] = Field(min_length=1)
    signed: Edtf | None = None
    subject: str | None = None
    event: EventRef | None = None
    founds: ClusterRef | None = None


class MembershipClaim(ClaimBase):
    """An enterprise belongs to a cluster."""

    kind: Literal["membership"]
    member: EnterpriseRef
    cluster: ClusterRef
    role: str | None = None


class OwnershipClaim(ClaimBase):
    """An enterprise owns another; `share` runs from 0 to 1."""

    kind: Literal["ownership"]
    owner: EnterpriseRef
    owned: EnterpriseRef
    share: float | None = Field(default=None, ge=0, le=1)


class EventClaim(ClaimBase):
    """Something took place: an exhibition, a forum, a signing."""

    kind: Literal["event"]
    event: Id | None = None
    name: Name
    names: Names = Names()
    place: Place | None = None
    date: Edtf | None = None


class AggregateClaim(ClaimBase):
    """A number that a source gives about a region, event or cluster; never expanded into edges."""

    kind: Literal["aggregate"]
    about: Ref
    measure: str
    value: Number
    unit: str | None = None
    currency: CurrencyCode | None = None
    bound: Bound


Claim = Annotated[
    EnterpriseClaim
    | LocatedInClaim
    | ProducesClaim
    | RequiresClaim
    | SuppliesClaim
    | AgreementClaim
    | MembershipClaim
    | OwnershipClaim
    | EventClaim
    | AggregateClaim,
    Field(discriminator="kind"),
]
CLAIM: TypeAdapter[Claim] = TypeAdapter(Claim)


def stored_claim(key: str, body: str) -> Claim:
    """A claim from its JSON, whose id was computed when it was written."""
    return CLAIM.validate_json(body, context={"id": key})
