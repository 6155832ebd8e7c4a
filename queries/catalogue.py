"""Reads every question file: a header in YAML between `/*` and `*/`, then Cypher."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final, get_args

import yaml
from pydantic import ValidationError

from graphmodel.errors import BadInputError, NotFoundError
from queries.question import Group, Question

FOLDERS: Final = ("planner", "lookup", "quality")
GROUPS: Final[tuple[Group, ...]] = get_args(Group)


def parse(text: str, file: str) -> Question:
    """The question that a file holds. Raises BadInputError, with file and line, where it is not one."""
    head, mark, statement = text.partition("*/")
    if not text.startswith("/*") or not mark:
        raise BadInputError("queries.no_header", file=file)
    try:
        header = yaml.safe_load(head.removeprefix("/*"))
        line = head.count("\n") + 1 + _blank_lines(statement)
        return Question(**header, file=file, line=line, statement=statement.strip())
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


def _blank_lines(statement: str) -> int:
    """The lines before its first word."""
    return statement[: len(statement) - len(statement.lstrip())].count("\n")


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
    for name in FOLDERS:
        folder = resources.files("queries") / name
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".cypher"):
                yield f"queries/{name}/{file.name}", file


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by name, group by group. Raises BadInputError where two files have one name."""
    found: dict[str, Question] = {}
    for place, file in _files():
        asked = parse(file.read_text(encoding="utf-8"), place)
        if asked.name in found:
            other = found[asked.name].file
            raise BadInputError("queries.named_twice", file=place, name=asked.name, other=other)
        found[asked.name] = asked
    return dict(sorted(found.items(), key=lambda item: GROUPS.index(item[1].group)))


def search(words: str) -> list[Question]:
    """The questions whose title, explanation, name or tags have all these words or beginnings of words."""
    wanted = words.casefold().split()
    return [asked for asked in catalogue().values() if all(word in asked.words for word in wanted)]


def question(name: str) -> Question:
    """The question of this name. Raises NotFoundError, with the names there are, for any other."""
    if name not in catalogue():
        raise NotFoundError("queries.unknown_question", name=name, known=", ".join(catalogue()))
    return catalogue()[name]
