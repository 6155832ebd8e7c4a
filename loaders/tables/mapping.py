"""Which column of a table feeds which field of a claim: a YAML file that its user can correct."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graphmodel.domain.claims import Status
from graphmodel.domain.codes import CurrencyCode
from graphmodel.errors import BadInputError
from loaders.rows import content

ENDING: Final = ".mapping.yaml"
Heading = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EnterpriseColumns(_Strict):
    """The headings of a table of enterprises."""

    name: Heading
    name_en: Heading | None = None
    name_uz: Heading | None = None
    id: Heading | None = None
    inn: Heading | None = None
    stir: Heading | None = None
    ogrn: Heading | None = None
    lei: Heading | None = None
    okpo: Heading | None = None
    okved: Heading | None = None
    region: Heading | None = None
    products: Heading | None = None
    okpd2: Heading | None = None
    hs: Heading | None = None
    date: Heading | None = None
    status: Heading | None = None


class SupplyColumns(_Strict):
    """The headings of a table of supplies."""

    supplier: Heading
    supplier_id: Heading | None = None
    supplier_inn: Heading | None = None
    supplier_stir: Heading | None = None
    buyer: Heading
    buyer_id: Heading | None = None
    buyer_inn: Heading | None = None
    buyer_stir: Heading | None = None
    product: Heading | None = None
    okpd2: Heading | None = None
    hs: Heading | None = None
    volume: Heading | None = None
    value: Heading | None = None
    date: Heading | None = None
    status: Heading | None = None


class MembershipColumns(_Strict):
    """The headings of a table of members of clusters."""

    member: Heading
    member_id: Heading | None = None
    member_inn: Heading | None = None
    member_stir: Heading | None = None
    cluster: Heading
    role: Heading | None = None
    date: Heading | None = None
    status: Heading | None = None


class OwnershipColumns(_Strict):
    """The headings of a table of owners."""

    owner: Heading
    owner_id: Heading | None = None
    owner_inn: Heading | None = None
    owner_stir: Heading | None = None
    owned: Heading
    owned_id: Heading | None = None
    owned_inn: Heading | None = None
    owned_stir: Heading | None = None
    share: Heading | None = None
    date: Heading | None = None
    status: Heading | None = None


class _Table(_Strict):
    sheet: str | None = None
    id_prefix: Annotated[str, Field(pattern=r"^[\w.]*$", max_length=50)] = ""
    status: Status = "active"
    confidence: float = Field(default=0.9, ge=0, le=1)
    synthetic: bool = False


class EnterpriseTable(_Table):
    """One enterprise a row: its name, numbers, region, industries and products.

    Without `sheet`, every sheet with these headings is meant. The column `id` holds the code of the enterprise in the
    user's own register: the links of the same file may name it by that code. With an `id_prefix`, which tells this
    register from others, the code makes the id of an enterprise that has no registry number: `plants-17`.
    """

    shape: Literal["enterprises"]
    columns: EnterpriseColumns


class SupplyTable(_Table):
    """One supply a row. `multiplier` and `currency` hold for values, `volume_unit` for volumes, that give none.

    `listed` asks that every supplier stand in a table of enterprises of the same file.
    """

    shape: Literal["supplies"]
    columns: SupplyColumns
    currency: CurrencyCode = "RUB"
    multiplier: int = Field(default=1, ge=1)
    volume_unit: str = ""
    listed: bool = False


class MembershipTable(_Table):
    """One member of a cluster a row, with its role."""

    shape: Literal["memberships"]
    columns: MembershipColumns


class OwnershipTable(_Table):
    """One owner and one enterprise a row. `percent` says that the heading of the share asks for per cent."""

    shape: Literal["ownerships"]
    columns: OwnershipColumns
    percent: bool = False


LinkTable = SupplyTable | MembershipTable | OwnershipTable
TableMapping = Annotated[EnterpriseTable | LinkTable, Field(discriminator="shape")]


class Mapping(_Strict):
    """The tables of one file."""

    tables: tuple[TableMapping, ...] = Field(min_length=1)

    def as_yaml(self) -> str:
        """The mapping as its user edits it."""
        told: dict[str, Any] = self.model_dump(exclude_none=True)
        return yaml.safe_dump(told, allow_unicode=True, sort_keys=False)


def beside(file: Path) -> Path:
    """Where the mapping of a file is saved."""
    return file.with_name(file.name + ENDING)


def read_mapping(file: Path) -> Mapping:
    """A mapping from its file. Raises BadInputError where it is none."""
    try:
        return Mapping.model_validate(yaml.safe_load(content(file)))
    except (yaml.YAMLError, RecursionError) as error:
        raise BadInputError("loaders.not_yaml", file=file.name, reason=error) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadInputError("tables.bad_mapping", file=file.name, place=place, reason=first["msg"]) from error


def whole(scale: Decimal | None) -> int:
    """A scale as `multiplier` takes it."""
    return int(scale or 1)
