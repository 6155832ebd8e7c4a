"""The card of an enterprise."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from graphmodel.api.answers import of_enterprise
from graphmodel.api.dependencies import Graph, Shots
from graphmodel.api.parameters import Number
from graphmodel.domain.graph import Node
from graphmodel.store import View
from graphmodel.web.card import Card
from graphmodel.web.lines import Group, claims_of
from graphmodel.web.notes import Notes
from graphmodel.web.pages import page
from graphmodel.web.words import Words

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class _Told:
    """All that stands on the page."""

    enterprise: Node
    facts: Group
    partners: list[Group]
    agreements: Group
    notes: Notes


@router.get("/enterprises/{id}", operation_id="page_enterprise")
async def enterprise(request: Request, graph: Graph, shots: Shots, number: Number) -> HTMLResponse:
    """Who it is, with whom it deals, what it signed, and on whose word all this is known."""
    row = await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key))
    told = await shots.read(lambda view: _told(view, row["id"], Words.of(request)))
    return page(request, "enterprise.html", told=told)


def _told(view: View, key: str, words: Words) -> _Told:
    card = Card(view.neighbourhood(key), key, words)
    facts = Group(words.say("facts"), (*card.facts(), *card.numbers(view.aggregates([key]))))
    clusters = Group(words.say("memberships"), tuple(card.clusters()))
    partners = [group for group in (*card.relations(), clusters) if group.lines]
    agreements = Group(words.say("agreements_signed"), tuple(card.agreements()))
    claims = [*card.enterprise.claims, *claims_of((facts, *partners, agreements))]
    return _Told(card.enterprise, facts, partners, agreements, Notes(claims, view.evidence(claims)))
