"""Which texts of the catalogue the code names: literally, through a wrapper of its own, or as a family.

A wrapper is a function that uses `f"room.{key}"` with one of its parameters: `worded("summary")` in viz names
`viz.summary`. A family is an f-string with a fixed beginning: `f"words.status_{value}"`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from graphmodel.texts import catalogue
from tests.architecture.project import modules, packaged_texts

FAMILIES: Final = (
    "loaders.reason_",  # loaders.accounting: by the code of a validation error of pydantic
    "loaders.fix_",
)
Wrapper = tuple[str, int]
ROOMS: Final = frozenset(key.split(".")[0] for key in catalogue())
_KEY: Final = re.compile(rf"({'|'.join(sorted(ROOMS))})\.([a-z][a-z0-9_]*)")


def _literal(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _template(node: ast.JoinedStr) -> str:
    """An f-string with `{}` for each hole."""
    return "".join(_literal(part) or "{}" for part in node.values)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _strings(tree: ast.AST) -> Iterator[str]:
    return (value for node in ast.walk(tree) if (value := _literal(node)) is not None)


def _templates(tree: ast.AST) -> Iterator[str]:
    return (_template(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))


def _room_of(path: str) -> str:
    return path.rpartition("/")[0]


def _parameters(function: ast.FunctionDef) -> list[str]:
    arguments = (*function.args.posonlyargs, *function.args.args)
    return [argument.arg for argument in arguments if argument.arg != "self"]


def _wrapped(function: ast.FunctionDef) -> Wrapper | None:
    """The room of the texts that a function names by one of its parameters, and which one; None for any other."""
    names = _parameters(function)
    for node in ast.walk(function):
        match node:
            case ast.JoinedStr(
                values=[ast.Constant(value=str(head)), ast.FormattedValue(value=ast.Name(id=name))]
            ):
                if name in names and head.endswith(".") and head[:-1] in ROOMS:
                    return head[:-1], names.index(name)
    return None


def _bound(node: ast.AST, known: dict[str, Wrapper]) -> tuple[str, Wrapper] | None:
    """The name and the wrapper where one is kept with its first values given: `self.say = partial(_say, lang)`."""
    match node:
        case ast.Assign(
            targets=[ast.Name(id=name) | ast.Attribute(attr=name)],
            value=ast.Call(func=ast.Name(id="partial"), args=[ast.Name(id=inner), *given]),
        ) if inner in known:
            return name, (known[inner][0], known[inner][1] - len(given))
    return None


@cache
def wrappers() -> dict[tuple[str, str], Wrapper]:
    """Each wrapper, by its folder and name."""
    nodes = [(_room_of(path), node) for path, tree in modules().items() for node in ast.walk(tree)]
    functions = [(room, node) for room, node in nodes if isinstance(node, ast.FunctionDef)]
    first = {(room, f.name): wrapper for room, f in functions if (wrapper := _wrapped(f))}
    by_room = {room: {name: known for (of, name), known in first.items() if of == room} for room, _ in first}
    bound = {
        (room, found[0]): found[1] for room, node in nodes if (found := _bound(node, by_room.get(room, {})))
    }
    return bound | first


def _wrapped_key(node: ast.Call, room: str) -> tuple[str, ast.expr] | None:
    """The room and the expression of the key where a call is one of a wrapper."""
    prefix, position = wrappers().get((room, _called(node)), ("", 0))
    return (prefix, node.args[position]) if prefix and len(node.args) > position else None


def _asked_by(node: ast.Call, room: str) -> str | None:
    if wrapped := _wrapped_key(node, room):
        prefix, expression = wrapped
        return f"{prefix}.{key}" if (key := _literal(expression)) else None
    first = _literal(node.args[0]) if node.args else None
    named = _called(node) == "text" or _called(node).endswith("Error")
    return first if first and named and re.fullmatch(r"[a-z]+\.[a-z0-9_]+", first) else None


@cache
def asked() -> dict[str, str]:
    """Every key that a call names, with the file and line of one such call."""
    return {
        key: f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (key := _asked_by(node, _room_of(path)))
    }


def _family(node: ast.Call, room: str) -> Iterator[str]:
    """The beginning of the keys that a call names: `code("status", …)` and `worded(f"date_{doubt}")`."""
    if _called(node) == "code" and node.args and (family := _literal(node.args[0])):
        yield from (f"{known}.{family}_" for known in ROOMS)
    match _wrapped_key(node, room):
        case (prefix, ast.JoinedStr() as template) if head := _template(template).partition("{}")[0]:
            yield f"{prefix}.{head}"


def _families_of_scripts() -> Iterator[str]:
    """Template literals in the scripts of the views: say(`fact_${name}`)."""
    for path, text in packaged_texts().items():
        if path.endswith((".js", ".html")):
            yield from (f"viz.{head}" for head in re.findall(r"`([a-z]+_)\$\{", text))


def _families() -> tuple[str, ...]:
    calls = (
        head
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for head in _family(node, _room_of(path))
    )
    templates = (template for tree in modules().values() for template in _templates(tree))
    heads = (template.partition("{}")[0] for template in templates if "{}" in template)
    return (*FAMILIES, *_families_of_scripts(), *calls, *(head for head in heads if _KEY.fullmatch(head)))


def unused() -> list[str]:
    """The keys of the catalogue that no code, template or script names."""
    literals = {value for tree in modules().values() for value in _strings(tree)}
    pages = (text for path, text in packaged_texts().items() if not path.startswith("graphmodel/texts/"))
    words = {word for text in pages for word in re.findall(r"[a-z][a-z0-9_]+", text)}
    families = _families()
    return [
        key
        for key in catalogue()
        if key not in literals
        and key not in asked()
        and not key.startswith(families)
        and key.split(".")[1] not in literals | words
    ]
