"""What is sent to be written, and what became of it."""

from typing import Literal

from pydantic import Field, JsonValue

from graphmodel.api.models.base import Answer, Next
from graphmodel.domain.claims import Source


class Claims(Answer):
    """Claims with their source, as `graphmodel extract --json` prints them."""

    source: Source = Field(description="where they come from")
    claims: tuple[dict[str, JsonValue], ...] = Field(
        max_length=50_000, description="one object for each; docs/claims.md says what it holds"
    )


class RejectedClaim(Answer):
    """A claim that was not loaded."""

    locator: str = Field(description="JSON pointer to it")
    column: str | None = Field(default=None, description="the field at fault")
    value: JsonValue = Field(default=None, description="what stands in it")
    code: str = Field(description="the reason as a word")
    reason: str = Field(description="what is wrong, in the language of Accept-Language")
    fix: str = Field(description="what to do")


class Loaded(Answer):
    """What became of the claims: rows = loaded + merged + rejected."""

    rows: int = Field(description="how many were sent")
    loaded: int = Field(description="how many the graph did not have")
    merged: int = Field(description="how many it had already")
    rejected: tuple[RejectedClaim, ...] = Field(
        description="those that could not be taken; the others were loaded"
    )


class Retracted(Answer):
    """A source that was taken out."""

    source: str = Field(description="its id")
    claims: int = Field(description="how many claims went with it")


class Record(Answer):
    """A record of an enterprise, before anything is merged."""

    id: str = Field(description="its id")
    names: tuple[str, ...] = Field(description="as the sources spell them")
    numbers: dict[str, str] = Field(description="registry numbers")
    place: str = Field(description="ISO 3166 code; empty where no source says it")


class Review(Answer):
    """Whether two records are one enterprise."""

    one: str = Field(description="id of a record")
    other: str = Field(description="id of another")
    verdict: Literal["same", "different", "open"] = Field(description="what is decided")
    by: Literal["number", "score", "person"] = Field(description="who decided")
    score: float = Field(description="0 to 1: how much speaks for their being one")
    later: bool = Field(description="put off by a person")
    reasons: tuple[str, ...] = Field(description="what speaks for and against")
    records: tuple[Record, ...] = Field(description="what is known of both")


class Reviews(Answer):
    """The open questions, the likeliest first."""

    items: tuple[Review, ...] = Field(description="the questions of this page")
    next: Next


class Decision(Answer):
    """A person's answer."""

    one: str = Field(max_length=200, description="id of a record")
    other: str = Field(max_length=200, description="id of another")
    answer: Literal["accept", "reject", "later"] = Field(description="one enterprise, two, or not now")
