"""Sections of lines on the terminal."""

from collections.abc import Iterable

from rich.text import Text

from graphmodel.cli.output import out, print_evidence
from graphmodel.sections import Section
from graphmodel.store import View


def print_sections(sections: Iterable[Section], view: View, why: bool) -> None:
    """Every section with its lines; with `why`, under each line the claims that it rests on."""
    for section in sections:
        evidence = view.evidence(section.claims) if why else {}
        out.print(Text(f"\n{section.title}", style="bold"))
        for line in section.lines:
            out.print("  " * (line.indent + 1) + line.text)
            print_evidence(line.claims, evidence, line.indent + 1)
