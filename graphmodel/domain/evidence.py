"""What stands behind an answer: the claim, its source, and the place in it."""

from pydantic import BaseModel, ConfigDict


class Evidence(BaseModel):
    """One claim with its source, as a reader is shown it."""

    model_config = ConfigDict(frozen=True)

    claim: str
    kind: str
    source: str
    title: str
    address: str | None
    published: str
    locator: str
    quote: str | None
    asserted: str
    status: str
    confidence: float
    note: str | None
