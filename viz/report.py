"""The leaflet of a cluster: members, hubs, gaps, rules, and the sources behind them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from graphmodel import analysis, sections
from graphmodel.domain import wording
from graphmodel.domain.evidence import Evidence
from graphmodel.sections import Line, Section
from graphmodel.store import View
from graphmodel.texts import Language, text
from viz.leaflet import CitedSource, Leaflet, Part, Statement

ENTRIES: Final = 9
"""Entries of a part; what is beyond them the page counts."""
MARKS: Final = 2
"""Sources that a line names; the view names all."""
HUBS: Final = 2
Source = tuple[str, str]


def leaflet(view: View, cluster: str, on: date, lang: Language) -> Leaflet:
    """The leaflet of a cluster as of a day."""
    words = sections.Words(view.cluster(cluster, on), lang)
    parts = list(_sections(view, words, cluster, on))
    evidence = view.evidence(claim for part in parts for claim in part.claims)
    numbers: dict[Source, int] = {}
    told = tuple(_part(part, evidence, numbers) for part in parts)
    published = {(one.title, one.address or ""): one.published for one in evidence.values()}
    sources = (
        CitedSource(title, wording.date(published[title, at], lang), at or None) for title, at in numbers
    )
    return Leaflet(
        words.name(("Cluster", cluster)), lang, wording.date(on.isoformat(), lang), told, tuple(sources)
    )


def _sections(view: View, words: sections.Words, cluster: str, on: date) -> Iterator[Section]:
    """The sections under headings of their own; of gaps and rules each entry with its first further line."""
    lang, everything = words.lang, view.graph(on)
    numbers = view.aggregates(analysis.member_records(everything, cluster), on)
    book = analysis.russian()
    members = sections.members(words, cluster)
    gaps = sections.gaps(analysis.gaps(everything, cluster), lang)
    rules = sections.rules(analysis.rules(everything, cluster, on, book, numbers), lang)
    yield Section(text("sections.leaflet_members", lang), members.lines)
    yield sections.hubs(analysis.hubs(words.graph), lang, HUBS)
    yield Section(text("sections.leaflet_gaps", lang), _brief(gaps.lines))
    yield Section(text("sections.leaflet_rules", lang), _brief(rules.lines))


def _brief(lines: Sequence[Line]) -> list[Line]:
    """Each entry with the first of its indented lines."""
    before = [None, *lines]
    return [
        line
        for line, last in zip(lines, before, strict=False)
        if not line.indent or not (last and last.indent)
    ]


def _part(section: Section, evidence: Mapping[str, Evidence], numbers: dict[Source, int]) -> Part:
    """The first entries of a section; `numbers` takes up the sources that they name."""
    entries = [place for place, line in enumerate(section.lines) if not line.indent]
    shown = section.lines[: entries[ENTRIES]] if len(entries) > ENTRIES else section.lines
    statements = (Statement(line.text, _marks(line.claims, evidence, numbers), line.indent) for line in shown)
    return Part(section.title, tuple(statements), max(len(entries) - ENTRIES, 0))


def _marks(
    claims: tuple[str, ...], evidence: Mapping[str, Evidence], numbers: dict[Source, int]
) -> tuple[int, ...]:
    found = dict.fromkeys((one.title, one.address or "") for c in claims if (one := evidence.get(c)))
    known_first = sorted(found, key=lambda source: numbers.get(source, len(numbers) + 1))
    return tuple(sorted(numbers.setdefault(source, len(numbers) + 1) for source in known_first[:MARKS]))
