"""How a claim refers to the things it speaks of."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from graphmodel.domain.codes import CountryCode, HsCode, Id, Okpd2, RegionCode, country_code, region_code
from graphmodel.domain.ids import enterprise_id, named_id, placeholder_id
from graphmodel.domain.names import Name, Names

RefType = Literal["enterprise", "region", "country", "product", "event", "cluster"]


class Place(BaseModel):
    """A place: the ISO codes of its region and country, and the words of the source.

    `country` is the country of the code under ISO 3166; `country_as_stated` is what the source says where it differs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    country: CountryCode
    code: RegionCode | None = None
    names: Names | None = None
    settlement: str | None = None
    country_as_stated: CountryCode | None = None

    @model_validator(mode="after")
    def _region_lies_in_country(self) -> Self:
        if self.code and self.code[:2] != self.country:
            raise ValueError(f"region {self.code} is not in country {self.country} under ISO 3166-2")
        return self


class Ref(BaseModel):
    """One thing that a claim speaks of. `role` is its part in an agreement, in the words of the source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: RefType
    name: Name
    id: Id | None = None
    placeholder: bool = False
    place: Place | None = None
    names: Names | None = None
    okpd2: tuple[Okpd2, ...] = ()
    hs: tuple[HsCode, ...] = ()
    role: str | None = None

    @model_validator(mode="after")
    def _a_place_has_its_code(self) -> Self:
        if self.type in ("region", "country") and not self.id:
            raise ValueError(f"the {self.type} {self.name!r} needs its ISO 3166 code as id")
        if self.id and self.type == "country":
            country_code(self.id)
        if self.id and self.type == "region":
            region_code(self.id)
        return self

    def key(self, source: str) -> str:
        """The id of the thing, given or derived; `source` tells the unnamed of one source from those of another."""
        if self.id:
            return self.id
        if self.placeholder:
            return placeholder_id(source, self.name)
        if self.type == "enterprise":
            return enterprise_id(self.name, (self.place.code or self.place.country) if self.place else "")
        return named_id(self.type, self.name)


def _only(*allowed: RefType) -> AfterValidator:
    def check(ref: Ref) -> Ref:
        if ref.type not in allowed:
            raise ValueError(
                f"{ref.name!r} is of type {ref.type}, but only {' or '.join(allowed)} can stand here"
            )
        return ref

    return AfterValidator(check)


EnterpriseRef = Annotated[Ref, _only("enterprise")]
ProductRef = Annotated[Ref, _only("product")]
EventRef = Annotated[Ref, _only("event")]
ClusterRef = Annotated[Ref, _only("cluster")]
PartyRef = Annotated[Ref, _only("enterprise", "region", "country")]
LocatedRef = Annotated[Ref, _only("enterprise", "event")]
