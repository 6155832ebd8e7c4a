"""The few HTML pages: plain, without script, and nothing in them comes from elsewhere."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

from fastapi.responses import HTMLResponse

from graphmodel.api.problems import Kind
from graphmodel.texts import Language, text
from viz.page import style_policy

_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;"
    "background:#fff}dt{margin-top:1rem;overflow-wrap:anywhere}dd{margin:0 0 0 1rem}a{color:#0b57a4}"
)
SAFE: Final = {"X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Vary": "Accept-Language"}
"""Headers of every page, beside its Content-Security-Policy and what all answers have."""
FRAMED: Final = SAFE | {"X-Frame-Options": "SAMEORIGIN"}
"""The same of a page that other pages of this service show in a frame."""
_HEADERS: Final = SAFE | {"Content-Security-Policy": f"{style_policy(_STYLE)}; frame-ancestors 'none'"}


def start(document: dict[str, Any], lang: Language) -> HTMLResponse:
    """What is at this address: every operation of an OpenAPI document, with links where nothing is to be filled in."""
    operations = (
        (path, method, each) for path, item in document["paths"].items() for method, each in item.items()
    )
    listed = "".join(
        _operation(path, method, each["operationId"], _needs_nothing(path, method, each), lang)
        for path, method, each in operations
    )
    document_entry = _operation("/openapi.json", "get", "openapi", True, lang)
    intro = f"<p>{_text('start_intro', lang)}</p>"
    search = f'<p><a href="/v1/enterprises?q=АТИСС">{_text("start_search", lang)}</a></p>'
    return _page(_text("start_title", lang), [intro, search, f"<dl>{listed}{document_entry}</dl>"], lang)


def about(kind: Kind, lang: Language) -> HTMLResponse:
    """What a kind of problem means."""
    status = f"<p>HTTP {kind.status}, <code>{kind.type}</code></p>"
    back = f'<p><a href="/v1">{_text("start_title", lang)}</a></p>'
    return _page(escape(kind.title(lang)), [f"<p>{escape(kind.meaning(lang))}</p>", status, back], lang)


def _text(key: str, lang: Language) -> str:
    return escape(text(f"api.{key}", lang))


def _needs_nothing(path: str, method: str, operation: Mapping[str, Any]) -> bool:
    needed = any(each.get("required") for each in operation.get("parameters", ()))
    return method == "get" and "{" not in path and not needed


def _operation(path: str, method: str, name: str, link: bool, lang: Language) -> str:
    shown = f"<code>{escape(path if method == 'get' else f'{method.upper()} {path}')}</code>"
    linked = f'<a href="{escape(path)}">{shown}</a>' if link else shown
    return f"<dt>{linked}</dt><dd>{escape(text(f'api.op_{name}', lang))}</dd>"


def _page(title: str, parts: Iterable[str], lang: Language) -> HTMLResponse:
    head = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
    )
    body = f"<body><main><h1>{title}</h1>{''.join(parts)}</main></body></html>"
    return HTMLResponse(head + body, headers=_HEADERS | {"Content-Language": lang})
