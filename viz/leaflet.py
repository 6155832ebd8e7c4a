"""A leaflet: one page of HTML that prints to A4, its statements with the numbers of their sources."""

from dataclasses import dataclass

from markupsafe import Markup

from graphmodel.texts import Language, text
from viz.bundle import own_file
from viz.page import Page, environment, style_policy


@dataclass(frozen=True)
class Statement:
    """One line; `sources` are numbers in the list of sources, from 1."""

    text: str
    sources: tuple[int, ...] = ()
    indent: int = 0


@dataclass(frozen=True)
class Part:
    """A heading with its statements, of which `more` are left out."""

    title: str
    statements: tuple[Statement, ...]
    more: int = 0


@dataclass(frozen=True)
class CitedSource:
    """A source as the leaflet lists it. `address` is shown as text."""

    title: str
    published: str
    address: str | None


@dataclass(frozen=True)
class Leaflet:
    """All that stands on the page; `day` is the day of which it tells."""

    title: str
    lang: Language
    day: str
    parts: tuple[Part, ...]
    sources: tuple[CitedSource, ...]


def render(leaflet: Leaflet) -> str:
    """The HTML of `made`."""
    return made(leaflet).html


def made(leaflet: Leaflet) -> Page:
    """The leaflet as one page that runs nothing and fetches nothing."""
    styles = own_file("leaflet.css")
    policy = style_policy(styles)
    html = (
        environment()
        .get_template("leaflet.html")
        .render(
            leaflet=leaflet,
            policy=policy,
            sheet=Markup(styles),  # noqa: S704 - our own file
            text=lambda name, **values: text(f"viz.{name}", leaflet.lang, **values),
        )
    )
    return Page(html, policy)
