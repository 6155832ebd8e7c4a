"""Questions of the library, and queries by example."""

from pydantic import Field, JsonValue

from graphmodel.api.models.base import Answer, Next
from graphmodel.api.models.enterprises import Enterprise, Relation
from queries import Group
from queries.question import ParameterType


class Parameter(Answer):
    """A value that a question needs."""

    name: str = Field(description="as the query string names it")
    type: ParameterType = Field(description="what is taken; an enterprise by id, number or any name")
    meaning: str = Field(description="what it is, in the language of Accept-Language")
    unit: str | None = Field(description="its unit")
    default: JsonValue = Field(description="what is taken where it is not given; null: it must be given")
    example: JsonValue = Field(description="a value to try")


class Column(Answer):
    """A column of the answer to a question."""

    name: str = Field(description="as the rows name it")
    meaning: str = Field(description="what stands in it, in the language of Accept-Language")


class Question(Answer):
    """A question of the library."""

    name: str = Field(description="its name: the last part of its address")
    title: str = Field(description="the question in words, in the language of Accept-Language")
    explanation: str = Field(description="how to read the answer")
    group: Group = Field(description="what it is about")
    tags: tuple[str, ...] = Field(description="words to find it by")
    parameters: tuple[Parameter, ...] = Field(description="what it needs")
    columns: tuple[Column, ...] = Field(description="what it answers")


class Questions(Answer):
    """The questions of the library, group by group."""

    items: tuple[Question, ...] = Field(description="the questions of this page")
    next: Next


class Linked(Answer):
    """A link that an enterprise is to have."""

    relation: Relation = Field(description="what the other side is to the enterprise")
    id: str | None = Field(
        default=None, max_length=200, description="id of the other side; any where none is given"
    )
    product: str | None = Field(
        default=None, max_length=200, description="code of the product that is supplied"
    )
    country: str | None = Field(default=None, max_length=2, description="country of the other side, alpha-2")


class Example(Answer):
    """An enterprise as it is to be; what is left out does not matter."""

    name: str | None = Field(default=None, max_length=200, description="a name, also mistyped")
    number: str | None = Field(default=None, max_length=30, description="a registry number")
    country: str | None = Field(default=None, max_length=2, description="ISO 3166-1 alpha-2")
    region: str | None = Field(default=None, max_length=6, description="ISO 3166-2")
    product: str | None = Field(
        default=None, max_length=200, description="code of a product it makes or supplies"
    )
    cluster: str | None = Field(
        default=None, max_length=200, description="id of a cluster that it is a member of"
    )
    links: tuple[Linked, ...] = Field(default=(), max_length=5, description="links that it has, all of them")


class Batch(Answer):
    """Queries by example, to be answered together."""

    queries: tuple[Example, ...] = Field(min_length=1, max_length=20, description="one enterprise each")
    limit: int = Field(default=5, ge=1, le=100, description="rows for each at most")


class Matches(Answer):
    """The enterprises that are as one of the examples."""

    items: tuple[Enterprise, ...] = Field(
        description="the nearest name first, else in the order of their ids"
    )
    truncated: bool = Field(description="whether there are more")


class MatchList(Answer):
    """The answers to the examples, in their order."""

    items: tuple[Matches, ...] = Field(description="one for each example")
    next: Next
