"""The numbers behind the synthetic cluster: those of the reference data set by fact id, and our assumptions."""

from datetime import date
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

CUSTOMER_TAIL: Final = 1.0
"""X028 (Japan, 2008-2012): exponent of the cumulative distribution of customers per supplier."""
MEAN_PATH: Final = 4.3
"""X029 (Japan): mean shortest path, in links."""
ATTACHMENT: Final = 1.08
"""X034 (Hungary): a supplier with k customers wins the next one with a chance that grows as k to this power."""
WITHIN_REGION: Final = 0.475
"""X040 (Belgium): share of links that stay within a region."""
MEAN_VALUE: Final = 18e9 / 8700
"""X056 (Kuban fairs): roubles a contract, 18 bn over 8,700 contracts."""
MOST_DOMESTIC: Final = 0.47
"""X006: no type of component has a higher domestic share; the lowest is 0."""


class Segment(NamedTuple):
    """A type of component with its domestic share, from the lowest to the highest that the facts allow."""

    name: str
    facts: str
    lowest: float
    highest: float
    okpd2: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The middle of what the facts allow."""
        return (self.lowest + self.highest) / 2


SEGMENTS: Final = (
    Segment("brakes", "X001", 0, 0, inputs=("brakes",)),
    Segment("hydraulics", "X002", 0.09, 0.09, okpd2=("28.12",)),
    Segment("bearings", "X003, X005", 0.20, 0.28, okpd2=("28.15.10",)),
    Segment("electrics", "X004", 0.24, 0.24, okpd2=("26.51", "27.", "29.31")),
)
"""Which inputs a fact speaks of is read off their OKPD2 group; brakes share theirs with other parts of vehicles."""


class Assumptions(BaseModel):
    """Every number that no source gives; each is a guess, and says what it was chosen for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sources_per_need: float = Field(default=2.0, ge=1)
    """Suppliers of one input to one buyer, on average: two, for firms rarely hang on one. Sets the share of makers."""
    most_makers: float = Field(default=0.6, gt=0, lt=1)
    """Highest share of enterprises that make machines: the others are to supply them."""
    newcomer_pull: float = Field(default=20.0, gt=0)
    """A supplier without customers is found as if it had so many: X034 alone would leave it alone for ever. So chosen
    that the tail comes out as X028 says."""
    size_spread: float = Field(default=0.8, ge=0)
    """Sigma of the log-normal size of buyers; it shares out further suppliers. X036 says heavy tails, no number."""
    integrated: float = Field(default=0.2, ge=0, le=1)
    """Share of makers of machines that also sell a component: so chains are longer than one link."""
    further_products: float = Field(default=0.5, ge=0)
    """Mean number of further components of a maker of components (Poisson)."""
    optional_need: float = Field(default=0.5, ge=0, le=1)
    """Chance that a maker needs an input that its recipe calls an option, a variant or an alternative."""
    region_skew: float = Field(default=0.8, ge=0)
    """Exponent of Zipf's law for the sizes of regions; which region is large is drawn by lot."""
    region_size: int = Field(default=200, ge=1)
    """Enterprises a region, at least: a small cluster lies in few regions, or X040 could not hold."""
    start: float = Field(default=0.002, gt=0, le=1)
    """Share of the enterprises that are there at the beginning of the growth."""
    step: float = Field(default=0.03, gt=0)
    """Growth of the cluster between two looks at the customer counts; the smaller, the truer to X034, the slower."""
    value_spread: float = Field(default=1.0, ge=0)
    """Sigma of the log-normal value of a supply; its mean is a fact, X056."""
    first_day: date = date(2020, 1, 1)
    """The earliest date of a supply."""
    days: int = Field(default=2000, ge=1)
    """Supplies are dated evenly over so many days."""


DEFAULTS: Final = Assumptions()
"""The assumptions of the benchmarks."""
