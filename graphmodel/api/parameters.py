"""The parameters that several operations take."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from graphmodel.domain.claims import Status
from graphmodel.domain.dates import last_day
from graphmodel.store import Wanted
from graphmodel.store.reading.wanted import KINDS, Direction, Kind

LIMIT: Final = 500
DAY_LENGTH: Final = 10
EXAMPLE: Final = "ent-8a19e9b050b4acbc"
OTHER: Final = "ent-73459d4302063269"
CLUSTER: Final = "agromash-ru-uz"


def _day(given: str) -> date:
    """The last day that an EDTF date of no interval can mean. Raises PydanticCustomError where it names none."""
    try:
        if len(given) <= DAY_LENGTH:
            return last_day(given)
    except ValueError:
        pass
    raise PydanticCustomError("day", "not a date")


Number = Annotated[
    str,
    Path(
        alias="id",
        max_length=200,
        description="id or registry number (INN, OGRN, STIR, LEI); for names there is the search",
        examples=[EXAMPLE],
    ),
]
Id = Annotated[str, Path(alias="id", max_length=200, description="its id", examples=[CLUSTER])]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Query(max_length=200, description="a name, in any script; mistyped or shortened too", examples=["АТИСС"]),
]
CountryCode = Annotated[
    str | None,
    Query(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code of a country", examples=["UZ"]),
]
RegionCode = Annotated[
    str | None,
    Query(pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$", description="ISO 3166-2 code of a region", examples=["RU-KDA"]),
]
Key = Annotated[str | None, Query(max_length=200, description="only those with this id or code")]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "maxLength": DAY_LENGTH})]
AsOf = Annotated[
    Day | None, Query(description="as it was on this day (EDTF); of a year or month on its last day")
]
Statuses = Annotated[
    tuple[Status, ...], Query(alias="status", max_length=4, description="only links of one of these states")
]
Kinds = Annotated[
    tuple[Kind, ...], Query(alias="kind", max_length=3, description="kinds of links; all where none is given")
]
Confidence = Annotated[float, Query(ge=0, le=1, description="only links that are known with this confidence")]
Runs = Annotated[
    Direction,
    Query(description="in: suppliers and owners; out: buyers and owned; agreements run both ways"),
]


async def wanted(
    kinds: Kinds = (),
    direction: Runs = "any",
    country: CountryCode = None,
    region: RegionCode = None,
    product: Annotated[str | None, Query(max_length=200, description="only supplies of this product")] = None,
    statuses: Statuses = (),
    min_confidence: Confidence = 0,
) -> Wanted:
    """Which links, and partners where, a caller wants."""
    return Wanted(kinds or KINDS, direction, country, region, product, statuses, min_confidence)


@dataclass(frozen=True)
class Sought:
    """Which enterprises a caller looks for."""

    q: str
    number: str | None
    cluster: str | None
    wanted: Wanted


async def sought(
    q: Words = "",
    number: Annotated[str | None, Query(max_length=30, description="INN, OGRN, OKPO, STIR or LEI")] = None,
    country: CountryCode = None,
    region: RegionCode = None,
    product: Annotated[str | None, Query(max_length=200, description="made or supplied, by its code")] = None,
    cluster: Annotated[
        str | None, Query(max_length=200, description="of which it is a member, by id")
    ] = None,
) -> Sought:
    """The enterprises that a caller looks for."""
    return Sought(q, number, cluster, Wanted(country=country, region=region, product=product))


@dataclass(frozen=True)
class Page:
    """So many rows after a position in the list at `place`; an empty position is its beginning."""

    place: str
    limit: int
    after: list[Any]

    @property
    def key(self) -> str:
        """The position in a list that is ordered by one key."""
        return str(self.after[0]) if self.after else ""

    @property
    def skipped(self) -> int:
        """The position in a list that is counted through."""
        return int(self.after[0]) if self.after else 0


async def page(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=LIMIT, description="rows a page")] = 100,
    cursor: Annotated[
        str, Query(max_length=2_000, description="`next` of the page before; none for the first page")
    ] = "",
) -> Page:
    """The page that a caller wants. Raises RequestValidationError for a cursor that is not of this list."""
    place = request.url.path
    try:
        after = request.app.state.cursors.before(place, cursor) if cursor else []
    except ValueError as error:
        wrong = {"loc": ("query", "cursor"), "type": "cursor", "msg": "", "input": cursor}
        raise RequestValidationError([wrong]) from error
    return Page(place, limit, after)


Paged = Annotated[Page, Depends(page)]
Links = Annotated[Wanted, Depends(wanted)]
Search = Annotated[Sought, Depends(sought)]
