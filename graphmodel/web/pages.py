"""Pages from templates: every value is escaped, and none may be missing."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from graphmodel.texts import ViewLanguage
from graphmodel.web.files import by_name
from graphmodel.web.lines import SHOWN
from graphmodel.web.words import Words

SECTIONS: Final = (
    ("/", "search"),
    ("/clusters", "clusters"),
    ("/questions", "questions"),
    ("/upload", "upload"),
    ("/review", "review"),
)
"""What the head of every page leads to: address and name."""
LANGUAGES: Final[Mapping[ViewLanguage, str]] = {"ru": "Русский", "en": "English", "uz": "Oʻzbekcha"}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept-Language, Cookie",
}
"""Without a referrer of its own, a form of ours would not say where it comes from (`Origin`)."""
FRESH: Final = {"Cache-Control": "no-store"}
"""Of a page that depends on more than the graph, the address and the reader."""


@cache
def environment() -> Environment:
    """The templates."""
    return Environment(
        loader=PackageLoader("graphmodel.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page, or a part of one, in the language of the reader."""
    words = Words.of(request)
    path, query = request.url.path, request.url.query
    shown = (
        environment()
        .get_template(template)
        .render(
            words=words,
            say=words.say,
            files=by_name(),
            sections=SECTIONS,
            languages=LANGUAGES,
            shown=SHOWN,
            path=path,
            here=f"{path}?{query}" if query and request.method == "GET" else path,
            **values,
        )
    )
    return HTMLResponse(shown, status, {**_HEADERS, "Content-Language": words.lang, **(headers or {})})
