"""What routers are given. All of it is made in the event loop: what is not would be sent to a thread, each time."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Depends, Request

from graphmodel.api.cursors import Cursors
from graphmodel.api.database import Database
from graphmodel.api.language import COOKIE, negotiated
from graphmodel.api.parameters import Page
from graphmodel.api.snapshots import Snapshots
from graphmodel.store import Found
from graphmodel.texts import LANGUAGES, VIEW_LANGUAGES, Language, ViewLanguage


async def database(request: Request) -> Database:
    """The database of the application; not touched yet, so that a wrong call is told so even while it is away."""
    found: Database = request.app.state.database
    return found


async def snapshots(request: Request) -> Snapshots:
    """The graphs that analyses go through."""
    found: Snapshots = request.app.state.snapshots
    return found


def wish(request: Request) -> str:
    """The languages that this caller wants: the one chosen on a page, else those of `Accept-Language`."""
    return request.cookies.get(COOKIE) or request.headers.get("accept-language", "")


def language(request: Request) -> Language:
    """The language of this caller, of those in which there is every text."""
    return negotiated(wish(request), request.app.state.language, LANGUAGES)


def view_language(request: Request) -> ViewLanguage:
    """The language of this caller, of those too in which there are names, messages, pages and views alone."""
    return negotiated(wish(request), request.app.state.language, VIEW_LANGUAGES)


async def tongue(request: Request) -> Language:
    """`language`, for routers."""
    return language(request)


async def view_tongue(request: Request) -> ViewLanguage:
    """`view_language`, for routers."""
    return view_language(request)


class Turner:
    """Makes pages of lists and the cursors to the next ones."""

    def __init__(self, cursors: Cursors) -> None:
        self._cursors = cursors

    def page(self, page: Page, found: Found) -> dict[str, Any]:
        """The fields of a list: what was found, and where the rest begins."""
        return {"items": tuple(found.rows), "next": self._after(page, found.more)}

    def cut(self, page: Page, rows: Sequence[Any]) -> dict[str, Any]:
        """The fields of a list that is whole: its page."""
        end = page.skipped + page.limit
        more = [end] if end < len(rows) else None
        return {"items": tuple(rows[page.skipped : end]), "next": self._after(page, more)}

    def _after(self, page: Page, more: list[Any] | None) -> str | None:
        return None if more is None else self._cursors.after(page.place, more)


async def turner(request: Request) -> Turner:
    """The one of the application."""
    return Turner(request.app.state.cursors)


Graph = Annotated[Database, Depends(database)]
Shots = Annotated[Snapshots, Depends(snapshots)]
Tongue = Annotated[Language, Depends(tongue)]
ViewTongue = Annotated[ViewLanguage, Depends(view_tongue)]
Pages = Annotated[Turner, Depends(turner)]
