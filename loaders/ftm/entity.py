"""One entity of FollowTheMoney, and what it says beside its schema's own properties."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from graphmodel.domain.dates import UNDATED
from graphmodel.domain.names import Names, language_of
from loaders.accounting import Rejected

ENTERPRISES: Final = frozenset({"Company", "Organization", "LegalEntity"})
"""The schemata of enterprises. A public body is none, a person neither."""
OWN_DATASET: Final = "graphmodel"
"""The data set of our own exports, whose ids are those of the graph."""
CLUSTER: Final = "cluster"
"""The classification of an organization that stands for a cluster."""
SYNTHETIC: Final = "synthetic"


def _texts(values: Any) -> tuple[str, ...]:
    """The values of a property; an entity that is written out in place of its id as that id."""
    given = values if isinstance(values, list | tuple) else [values]
    plain = (value.get("id") if isinstance(value, dict) else value for value in given)
    return tuple(str(value).strip() for value in plain if value is not None and str(value).strip())


class Entity(BaseModel):
    """An entity as its record gives it; `last_seen` is when its data set last had it."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    id: str = Field(min_length=1)
    schema_name: str = Field(alias="schema", min_length=1)
    properties: dict[str, Annotated[tuple[str, ...], BeforeValidator(_texts)]] = {}
    datasets: tuple[str, ...] = ()
    last_seen: str | None = None

    def all(self, *names: str) -> tuple[str, ...]:
        """The values of these properties in their order, each once."""
        return tuple(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))

    def first(self, *names: str) -> str:
        """The first value of the first of these properties that has one; empty where none has."""
        return next(iter(self.all(*names)), "")

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for a cluster, not for an enterprise."""
        return self.schema_name == "Organization" and CLUSTER in self.all("classification")

    def told(self, label: str) -> str:
        """What its description says after a label, where it is one of our own exports: `volume: 12`."""
        if OWN_DATASET not in self.datasets:
            return ""
        lines = (line.partition(": ") for line in self.all("description"))
        return next((value for name, _, value in lines if name == label), "")

    def asserted(self) -> str:
        """The date for which it is stated, as EDTF."""
        dated = self.first("modifiedAt", "retrievedAt") or self.last_seen or ""
        return self.told("asserted") or dated[:10] or UNDATED

    def citation(self) -> Iterator[str]:
        """Who published it, and where."""
        yield from self.all("publisher", "sourceUrl")


class EntityError(ValueError):
    """An entity that cannot become a claim, with what is told of it."""

    def __init__(self, locator: str, column: str, code: str, value: str = "") -> None:
        super().__init__(code)
        self.rejected = Rejected(locator=locator, column=column, code=code, value=value)


def names_of(spellings: tuple[str, ...], others: tuple[str, ...] = ()) -> Names:
    """The first Russian and the first Latin spelling by language, all further ones as aliases."""
    found: dict[str, str] = {}
    for spelling in spellings:
        found.setdefault(language_of(spelling), spelling)
    rest = (spelling for spelling in (*spellings, *others) if spelling not in found.values())
    return Names(**found, aliases=tuple(dict.fromkeys(rest)))
