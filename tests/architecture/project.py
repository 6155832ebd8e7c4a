"""What the tests of this folder read: the files of the project and the syntax trees of its packages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("graphmodel", "loaders", "queries", "viz")
VENDORED: Final = re.compile(r"\.min\.(js|css)$|/vendor/")


def _left_out() -> frozenset[str]:
    """The folders that version control ignores, and its own."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return frozenset({".git", *(line.strip("/") for line in lines if line.endswith("/"))})


def _walk(folder: Path, left_out: frozenset[str]) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and entry.name not in left_out:
            yield from _walk(entry, left_out)
        elif entry.is_file() and entry.suffix != ".pyc" and entry.name != ".env":
            yield entry


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project."""
    return tuple(_walk(ROOT, _left_out()))


def named(file: Path) -> str:
    """The path of a file from the root, with slashes."""
    return file.relative_to(ROOT).as_posix()


@cache
def texts() -> dict[str, str]:
    """The content of every file that is text, by path."""
    found = {}
    for file in files():
        try:
            found[named(file)] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@cache
def modules() -> dict[str, ast.Module]:
    """The syntax tree of every module of the four packages, by path."""
    return {
        path: ast.parse(text, path)
        for path, text in texts().items()
        if path.endswith(".py") and path.startswith(tuple(f"{package}/" for package in PACKAGES))
    }


def packaged_texts() -> dict[str, str]:
    """The text files of the four packages that are not Python, without vendored ones."""
    return {
        path: text
        for path, text in texts().items()
        if path.startswith(tuple(f"{package}/" for package in PACKAGES))
        and not path.endswith(".py")
        and not VENDORED.search(path)
    }
