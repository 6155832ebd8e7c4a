"""The errors a user can meet.

    GraphModelError
    ├── UsageError              the call itself is wrong
    ├── NotFoundError           nothing has this name, number or id
    │   └── AmbiguousNameError  several things have it; the candidates are listed
    ├── BadInputError           a file, row or value that cannot be taken
    │   └── TooLargeError       a call of the service that is larger than it takes
    ├── UnauthorisedError       the service is called without a key, or with a wrong one
    ├── ForbiddenError          the role of the key does not reach
    ├── LimitedError            a key has asked for as much as it may
    ├── RefusedError            a user's own Cypher that is not run, or that ended in an error of its own
    ├── DatabaseError           the database cannot be reached or used
    │   ├── BusyError           another load goes on
    │   ├── CrowdedError        as many statements of users run as may
    │   ├── StatementError      the database refused a statement of ours
    │   └── EngineError         the managed local Neo4j cannot be fetched, started or stopped
    └── DeadlineError           an answer took longer than allowed

Each carries a key of the text catalogue that says what was wrong, where, and what to do. The exit code of the
command line and the status of an HTTP answer are looked up here and nowhere else.
"""

from typing import Final

from graphmodel.texts import ViewLanguage, text


class GraphModelError(Exception):
    """The root. `key` names the text, `values` fill its fields."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def render(self, lang: ViewLanguage | None = None) -> str:
        """What was wrong, where, and what to do, in one language."""
        return text(self.key, lang, **self.values)

    def __str__(self) -> str:
        return self.render()


class UsageError(GraphModelError):
    """The call itself is wrong."""


class NotFoundError(GraphModelError):
    """Nothing has this name, number or id."""


class AmbiguousNameError(NotFoundError):
    """Several things have this name; `values["candidates"]` lists them."""


class BadInputError(GraphModelError):
    """A file, row or value that cannot be taken."""


class TooLargeError(BadInputError):
    """A call of the service that is larger than it takes."""


class UnauthorisedError(GraphModelError):
    """The service is called without a key, or with a wrong one."""


class ForbiddenError(GraphModelError):
    """The role of the key does not reach."""


class LimitedError(GraphModelError):
    """A key has asked for as much as it may; `values["reset"]` is when it may ask again, in seconds since 1970."""


class RefusedError(GraphModelError):
    """A user's own Cypher that is not run, or that ended in an error of its own."""


class DatabaseError(GraphModelError):
    """The database cannot be reached or used."""


class BusyError(DatabaseError):
    """Another load goes on."""


class CrowdedError(DatabaseError):
    """As many statements of users run as may."""


class StatementError(DatabaseError):
    """The database refused a statement of ours."""


class EngineError(DatabaseError):
    """The managed local Neo4j cannot be fetched, started or stopped."""


class DeadlineError(GraphModelError):
    """An answer took longer than allowed."""


EXIT_CODES: Final[dict[type[GraphModelError], int]] = {
    UsageError: 2,
    NotFoundError: 3,
    AmbiguousNameError: 3,
    BadInputError: 3,
    TooLargeError: 3,
    UnauthorisedError: 3,
    ForbiddenError: 3,
    LimitedError: 3,
    RefusedError: 3,
    DatabaseError: 4,
    BusyError: 4,
    CrowdedError: 4,
    StatementError: 4,
    EngineError: 4,
    DeadlineError: 4,
}
HTTP_STATUS: Final[dict[type[GraphModelError], int]] = {
    UsageError: 400,
    NotFoundError: 404,
    AmbiguousNameError: 409,
    BadInputError: 422,
    TooLargeError: 413,
    UnauthorisedError: 401,
    ForbiddenError: 403,
    LimitedError: 429,
    RefusedError: 422,
    DatabaseError: 503,
    BusyError: 503,
    CrowdedError: 503,
    StatementError: 500,
    EngineError: 503,
    DeadlineError: 504,
}
