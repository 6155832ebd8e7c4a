"""What pages are made of: statements, each with its claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graphmodel.domain.graph import Node

SHOWN: Final = 100
"""Lines of one group on a page."""
_PAGES: Final = {"Enterprise": "/enterprises/", "Cluster": "/clusters/"}


@dataclass(frozen=True)
class Line:
    """One statement: what it is about, what it says, where more of it is, its claims, and what stands below it."""

    title: str
    told: str
    claims: tuple[str, ...] = ()
    link: str = ""
    synthetic: bool = False
    further: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Group:
    """Statements under one heading."""

    title: str
    lines: tuple[Line, ...]


def address(label: str, key: str) -> str:
    """The page of a thing, where it has one."""
    return f"{_PAGES[label]}{key}" if label in _PAGES else ""


def address_of(node: Node) -> str:
    """The same of a node."""
    return address(node.label, node.key)


def joined(*told: str) -> str:
    """What is told, side by side."""
    return " · ".join(filter(None, told))


def claims_of(groups: Iterable[Group]) -> Iterator[str]:
    """The claims of the lines that are shown, in their order."""
    for group in groups:
        for line in group.lines[:SHOWN]:
            yield from line.claims
            for below in line.further:
                yield from below.claims
