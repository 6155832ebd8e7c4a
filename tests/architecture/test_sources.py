"""What may stand in our files, and what may not."""

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest

from tests.architecture.project import ROOT, files, modules, named, packaged_texts, texts

CYPHER: Final = re.compile(
    r"\b(MATCH|MERGE|CREATE)\s*\(|\bUNWIND\s+\$|\bDETACH\s+DELETE\b|\bRETURN\s+count\(|\bCALL\s+(db|dbms)\."
)
CYPHER_ROOMS: Final = (
    "graphmodel/store/",
    "queries/",
    "graphmodel/engine/bolt.py",  # asks its own server whether it is whole; the engine may import neither of the two
)
MACHINE: Final = re.compile(r"(?<![\w.:/\-*])/(?:home|root|work|Users)/\w|[A-Z]:\\+Users\\+\w")
ADDRESS: Final = re.compile(r"https?://(?!www\.w3\.org/)[\w.-]+")
LARGEST: Final = 1_000_000
LARGE_DATA: Final[frozenset[str]] = frozenset()
"""Files of data, by path, that may be larger."""


def _own_page(path: str) -> bool:
    return path.startswith(("viz/", "graphmodel/web/")) and path.endswith(
        (".html", ".js", ".mjs", ".css", ".svg", ".jinja", ".j2")
    )


PAGES: Final = sorted(path for path in packaged_texts() if _own_page(path))


def _public(tree: ast.Module | ast.ClassDef, place: str) -> Iterator[tuple[str, ast.AST]]:
    """Every public class, function and method, with its name."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("_"):
                continue
            yield f"{place}:{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from _public(node, f"{place}:{node.name}")


@pytest.mark.parametrize("path", modules())
def test_everything_public_has_a_docstring(path: str) -> None:
    tree = modules()[path]
    public = [(path, tree), *_public(tree, path)]

    bare = [
        name
        for name, node in public
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not ast.get_docstring(node)
    ]

    assert not bare


@pytest.mark.parametrize("path", [path for path in modules() if not path.startswith(CYPHER_ROOMS)])
def test_no_cypher_outside_store_and_queries(path: str) -> None:
    strings = (node for node in ast.walk(modules()[path]) if isinstance(node, ast.Constant))

    found = [f"{path}:{s.lineno}" for s in strings if isinstance(s.value, str) and CYPHER.search(s.value)]

    assert not found


def test_the_cypher_rule_sees_cypher() -> None:
    strings = [
        node for node in ast.walk(modules()["graphmodel/store/lookups.py"]) if isinstance(node, ast.Constant)
    ]

    assert any(CYPHER.search(node.value) for node in strings if isinstance(node.value, str))


def test_no_cypher_in_json() -> None:
    assert not [p for p, text in packaged_texts().items() if p.endswith(".json") and CYPHER.search(text)]


@pytest.mark.parametrize("path", sorted({*PAGES, *(path for path in modules() if path.startswith("viz/"))}))
def test_no_inner_html(path: str) -> None:
    assert not re.search(r"(inner|outer)HTML|insertAdjacentHTML|document\.write", texts()[path])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fetches_nothing(path: str) -> None:
    assert not ADDRESS.findall(texts()[path])


def test_no_file_names_a_machine() -> None:
    assert not [path for path, text in texts().items() if MACHINE.search(text)]


def test_no_file_is_large() -> None:
    sizes = {named(file): file.stat().st_size for file in files()}

    assert not {path: size for path, size in sizes.items() if size > LARGEST and path not in LARGE_DATA}


def test_no_path_relative_to_the_working_directory() -> None:
    relative = re.compile(r"Path\(\s*['\"](graphmodel|loaders|queries|viz)/|os\.getcwd|Path\.cwd")

    assert not [path for path in modules() if relative.search((ROOT / path).read_text(encoding="utf-8"))]
