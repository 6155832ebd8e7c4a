"""The state of the service, and Cypher of the caller's own."""

from typing import Literal

from pydantic import Field, JsonValue

from graphmodel.api.models.base import Answer


class Health(Answer):
    """The state of the service."""

    status: Literal["alive", "ready"] = Field(description="alive: the process; ready: the database too")


class Statement(Answer):
    """A statement of the caller's own."""

    statement: str = Field(description="Cypher that reads the graph")
    parameters: dict[str, JsonValue] = Field(
        default_factory=dict, description="values of its parameters, by name without the $"
    )


class Table(Answer):
    """The answer to a statement."""

    columns: tuple[str, ...] = Field(description="names of the columns, in order")
    rows: tuple[dict[str, JsonValue], ...] = Field(
        description="a row for each record, by column; nodes, relationships, paths, dates and points as plain JSON"
    )
    truncated: bool = Field(description="whether there are more rows than the thousand that are shown")
