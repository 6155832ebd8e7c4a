"""Files that hold a press release: plain text, or a web page of which the visible text counts."""

import re
from pathlib import Path
from typing import Final

from lxml import etree, html

from graphmodel.domain.claims import Source
from graphmodel.errors import BadInputError
from loaders.press.dates import first_date
from loaders.rows import content, own_source

ENDINGS: Final = (".txt", ".html", ".htm")
_HIDDEN: Final = (
    "//script|//style|//noscript|//template|//head|//nav|//footer|//aside|//form|//button|//comment()|//*[@hidden]"
    "|//header[not(.//h1)]"
)
_MENUS: Final = ("ul", "ol", "div", "section", "table", "p")
_LINKED: Final = 0.7
"""A block of which links are a larger part, by characters, is a menu."""
_BLOCKS: Final = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 br tr table section article header footer blockquote".split()
)


def visible_text(page: str) -> str:
    """The text that a reader of a page sees, blocks a blank line apart. Spans count its code points."""
    tree = html.document_fromstring(page)
    for node in tree.xpath(_HIDDEN):
        node.drop_tree()
    tree = _article(tree)
    for node in [node for node in tree.iter(*_MENUS) if _is_menu(node)]:
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.iter(*_BLOCKS):
        node.text = f"\n\n{node.text or ''}"
        node.tail = f"\n\n{node.tail or ''}"
    text = re.sub(r"[^\S\n]+", " ", str(tree.text_content()))
    return re.sub(r" ?\n[\s]*\n\s*", "\n\n", text).strip()


def _article(tree: html.HtmlElement) -> html.HtmlElement:
    """The only article of a page, or its main part, where the page marks one."""
    for name in ("article", "main"):
        found = list(tree.iter(name))
        if len(found) == 1 and found[0].text_content().strip():
            return found[0]
    return tree


def _is_menu(node: html.HtmlElement) -> bool:
    """Whether a block holds links and little else."""
    links = list(node.iter("a"))
    whole = len("".join(node.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in links)
    return bool(links) and linked > _LINKED * whole


def _text(file: Path) -> str:
    raw = content(file)
    if file.suffix.lower() == ".txt":
        return raw
    try:
        return visible_text(raw)
    except (etree.ParserError, ValueError) as error:
        raise BadInputError("press.no_text", file=file.name) from error


def _source(file: Path, text: str) -> Source:
    date = first_date(text)
    own = own_source(file.name)
    return own.model_copy(update={"date": date}) if date else own


def parse(file: Path) -> tuple[str, Source]:
    """The text of a file, and the file as a source; the first date of the text is that of the source.

    Raises BadInputError where it cannot be read or holds no text.
    """
    text = _text(file)
    if not text.strip():
        raise BadInputError("press.no_text", file=file.name)
    return text, _source(file, text)
