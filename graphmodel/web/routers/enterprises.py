"""The card of an enterprise."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from graphmodel.api.answers import of_enterprise
from graphmodel.api.dependencies import Graph, Shots
from graphmodel.api.parameters import Number
from graphmodel.store import View
from graphmodel.web.card import SHOWN, Card, Line
from graphmodel.web.notes import Notes
from graphmodel.web.pages import language, page
from graphmodel.web.words import Words

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class _Told:
    """All that stands on the page."""

    name: str
    key: str
    placeholder: bool
    synthetic: bool
    facts: list[Line]
    clusters: list[Line]
    relations: list[tuple[str, list[Line]]]
    agreements: list[Line]
    numbers: list[Line]
    notes: Notes


@router.get("/enterprises/{id}", operation_id="page_enterprise")
async def enterprise(request: Request, graph: Graph, shots: Shots, number: Number) -> HTMLResponse:
    """Who it is, with whom it deals, what it signed, and on whose word all this is known."""
    row = await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key))
    told = await shots.read(lambda view: _told(view, row["id"], Words(language(request))))
    return page(request, "enterprise.html", told=told, shown=SHOWN)


def _told(view: View, key: str, words: Words) -> _Told:
    card = Card(view.neighbourhood(key), key, words)
    facts, clusters, agreements = card.facts(), card.clusters(), card.agreements()
    relations, numbers = card.relations(), card.numbers(view.aggregates([key]))
    groups = (facts, numbers, clusters, *(lines for _, lines in relations), agreements)
    claims = [*card.enterprise.claims, *_claims(groups)]
    return _Told(
        name=card.name,
        key=key,
        placeholder=card.enterprise.placeholder,
        synthetic=bool(card.enterprise.properties.get("synthetic")),
        facts=facts,
        clusters=clusters,
        relations=relations,
        agreements=agreements,
        numbers=numbers,
        notes=Notes(claims, view.evidence(claims)),
    )


def _claims(groups: tuple[list[Line], ...]) -> Iterator[str]:
    """The claims of the lines that are shown, in their order."""
    for lines in groups:
        for line in lines[:SHOWN]:
            yield from line.claims
