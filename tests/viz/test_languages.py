"""A view speaks three languages, in all that it says of the reference data set."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import reduce

import pytest

from graphmodel import analysis
from graphmodel.domain.claims import Claim
from graphmodel.domain.graph import Graph
from graphmodel.texts import text
from loaders import reference
from tests.viz.factory import evidence_of, graph_of
from viz import build_scene, subgraphs
from viz.scene import Scene, Words

CLUSTER = "agromash-ru-uz"
CYRILLIC = re.compile("[А-Яа-яЁё]")


def said(thing: object) -> Iterator[Words]:
    """All texts within a scene."""
    if isinstance(thing, Words):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from said(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from said(getattr(thing, field.name))


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return list(reference().claims)


@pytest.fixture(scope="module")
def graph(claims: list[Claim]) -> Graph:
    return graph_of(claims)


@pytest.mark.parametrize("subject", ["map", "gaps", "changes"])
def test_no_word_falls_back_to_russian(graph: Graph, claims: list[Claim], subject: str) -> None:
    """What is told in English is told in Uzbek too; Cyrillic letters are those of a name that a source gives so."""
    names = sorted((node.properties.get("name_uz", "") for node in graph.nodes), key=len, reverse=True)
    texts = set(said(scene(graph, claims, subject)))

    def own(told: str) -> str:
        return reduce(lambda rest, name: rest.replace(name, "") if name else rest, names, told)

    assert len(texts) > 100
    assert not [words for words in texts if CYRILLIC.search(own(words.uz)) and not CYRILLIC.search(words.en)]


def scene(graph: Graph, claims: list[Claim], subject: str) -> Scene:
    gaps = analysis.gaps(graph, CLUSTER) if subject == "gaps" else None
    shown = subgraphs.changed(Graph(), graph) if subject == "changes" else graph
    title = Words(*(text("views.gaps", lang, name="x") for lang in ("ru", "en", "uz")))
    return build_scene(shown, evidence_of(claims), title=title, lang="uz", gaps=gaps)
