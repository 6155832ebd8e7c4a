"""Reads every question file: a header in YAML between `/*` and `*/`, then Cypher."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

import yaml
from pydantic import ValidationError

from graphmodel.errors import BadInputError, NotFoundError
from queries.question import Question

GROUPS: Final = ("planner", "lookup", "quality")


def parse(text: str, group: str, file: str) -> Question:
    """The question that a file holds. Raises BadInputError, with file and line, where it is not one."""
    head, mark, statement = text.partition("*/")
    if not text.startswith("/*") or not mark:
        raise BadInputError("queries.no_header", file=file)
    try:
        header = yaml.safe_load(head.removeprefix("/*"))
        return Question(**header, group=group, file=file, statement=statement.strip())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadInputError("queries.bad_header", file=f"{file}:{line}", reason=error.problem) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        line = _line(head.removeprefix("/*"), first["loc"])
        reason = f"{where}: {first['msg']}"
        raise BadInputError("queries.bad_header", file=f"{file}:{line}", reason=reason) from error
    except (yaml.YAMLError, TypeError) as error:
        raise BadInputError("queries.bad_header", file=f"{file}:1", reason=str(error)) from error


def _line(header: str, place: tuple[int | str, ...]) -> int:
    """The line of the header that comes nearest to a place in it, counted from 1."""
    node, line = yaml.compose(header, yaml.SafeLoader), 1
    for part in place:
        found = [pair for pair in getattr(node, "value", []) if pair[0].value == part]
        if not found:
            break
        key, node = found[0]
        line = key.start_mark.line + 1
    return line


def _files() -> Iterator[tuple[str, Traversable]]:
    for group in GROUPS:
        folder = resources.files("queries") / group
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".cypher"):
                yield group, file


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by name, group by group."""
    found: dict[str, Question] = {}
    for group, file in _files():
        asked = parse(file.read_text(encoding="utf-8"), group, f"queries/{group}/{file.name}")
        found[asked.name] = asked
    return found


def question(name: str) -> Question:
    """The question of this name. Raises NotFoundError, with the names there are, for any other."""
    if name not in catalogue():
        raise NotFoundError("queries.unknown_question", name=name, known=", ".join(catalogue()))
    return catalogue()[name]
