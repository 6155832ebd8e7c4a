"""The module `queries.ask`, written from the headers of the questions: a typed function each."""

from typing import Final

from queries import Parameter, Question, catalogue

_TYPES: Final = {"string": "str", "integer": "int", "number": "float", "date": "str", "enterprise": "str"}
_HEAD: Final = '''"""A typed function for each question of the catalogue: `view.ask(*ask.members(cluster="yug"))`.

Written by `python -m docs.generate` from the headers; change those, not this module. An enterprise is given by its id
or any of its names, a day as ISO 8601.
"""

from typing import Any, NamedTuple

from queries.catalogue import question
from queries.question import Question


class Asked(NamedTuple):
    """A question with the values of its parameters."""

    question: Question
    parameters: dict[str, Any]


def _asked(name: str, **parameters: Any) -> Asked:
    return Asked(question(name), parameters)
'''


def ask_module() -> str:
    """Its source."""
    return "\n\n".join([_HEAD, *(_function(catalogue()[name]) for name in sorted(catalogue()))])


def _function(asked: Question) -> str:
    needed = {name: one for name, one in asked.parameters.items() if one.default is None}
    ordered = needed | dict(asked.parameters)
    signature = ", ".join(_parameter(name, one) for name, one in ordered.items())
    passed = "".join(f", {name}={name}" for name in ordered)
    title = asked.title.en
    return (
        f"def {asked.name.replace('-', '_')}({signature}) -> Asked:\n"
        f'    """{title}."""\n'
        f'    return _asked("{asked.name}"{passed})\n'
    )


def _parameter(name: str, one: Parameter) -> str:
    default = "" if one.default is None else f" = {_literal(one.default)}"
    return f"{name}: {_TYPES[one.type]}{default}"


def _literal(value: str | float) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)
