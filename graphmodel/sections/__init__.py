"""Answers as sections of lines, each line with its claims: the same for the terminal and for the report."""

from graphmodel.sections.cluster import (
    Words,
    chains,
    conflicts,
    figure,
    gaps,
    hubs,
    links,
    members,
    memoranda,
    named,
    numbers,
    partners,
)
from graphmodel.sections.parts import Line, Section
from graphmodel.sections.scenarios import changes, rules, whatif

__all__ = [
    "Line",
    "Section",
    "Words",
    "chains",
    "changes",
    "conflicts",
    "figure",
    "gaps",
    "hubs",
    "links",
    "members",
    "memoranda",
    "named",
    "numbers",
    "partners",
    "rules",
    "whatif",
]
