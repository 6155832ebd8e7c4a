"""Writes the reference pages and tables from the code: `python -m docs.generate`, or `make docs`."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from docs.claim_fields import claims_page
from docs.markdown import table
from docs.question_pages import question_pages
from docs.typed_questions import ask_module
from graphmodel.api import create_app
from graphmodel.domain.schema import (
    COMMON,
    EDGE_KINDS,
    NODE_KINDS,
    PLACEHOLDER,
    PROVENANCE_EDGES,
    EdgeKind,
    NodeKind,
    Property,
)
from graphmodel.settings import Settings

FOLDER: Final = Path(__file__).parent
HEADER: Final = (
    "<!-- Written by `python -m docs.generate`; change the code it comes from, not this page. -->\n\n"
)
_TABLE: Final = re.compile(r"(<!-- settings -->\n).*?(<!-- /settings -->)", re.DOTALL)
SETTINGS_RU: Final = {
    "neo4j_uri": "адрес вашего Neo4j: bolt:// или neo4j://",
    "neo4j_username": "имя пользователя в нём",
    "neo4j_password": "пароль в нём",
    "neo4j_database": "база данных в нём; если не задана, основная",
    "graphmodel_deadline": "сколько секунд может занять ответ",
    "graphmodel_data": "папка собственного Neo4j программы",
    "graphmodel_java": "ваша Java 17 или 21",
    "graphmodel_mirror": "адрес зеркала Maven, с которого скачивать Neo4j",
    "graphmodel_rate": "сколько раз можно обратиться к службе с одним ключом",
    "graphmodel_lang": "язык вывода: ru или en",
}


def _properties(properties: Iterable[Property]) -> str:
    cells = ((f"`{p.name}`", p.type, p.meaning) for p in properties)
    return table(("property", "type", "meaning"), cells)


def _node(kind: NodeKind) -> str:
    key = Property(kind.key, "string", "its key, unique")
    return f"### {kind.label}\n\n{_sentence(kind.meaning)}\n\n{_properties((key, *kind.properties))}"


def _sentence(meaning: str) -> str:
    return f"{meaning[0].upper()}{meaning[1:]}."


def _edge(kind: EdgeKind) -> str:
    ends = f"({' | '.join(kind.starts)}) → ({' | '.join(kind.ends)})"
    rules = [
        "A start has one such edge; where claims disagree, it leads to the winner's end." * kind.exclusive,
        "All its properties come from the winning claim." * kind.whole,
    ]
    told = " ".join(rule for rule in (_sentence(kind.meaning), *rules) if rule)
    properties = f"\n{_properties(kind.properties)}" if kind.properties else ""
    return f"### {kind.type}\n\n{ends}\n\n{told}\n{properties}"


def schema_page() -> str:
    """The labels, edge types and properties of the graph."""
    return HEADER + "\n".join(
        (
            "# Graph schema\n",
            "The names that you type in Cypher. Dates are EDTF (ISO 8601-2), such as `2025-04-28/2025-04-30`, `2014~`",
            "or `2023-04`; `XXXX` is the date of what no source dates.\n",
            "Every node and edge, except sources, claims and the two edges of provenance, also has:\n",
            _properties(COMMON),
            f"A node with the further label `{PLACEHOLDER}` is an enterprise that its source does not name.\n",
            "## Nodes\n",
            *map(_node, NODE_KINDS),
            "## Edges\n",
            *map(_edge, EDGE_KINDS),
            "## Provenance\n",
            *map(_edge, PROVENANCE_EDGES),
        )
    )


def _default(field: FieldInfo, own_folder: str) -> str:
    if field.default_factory is not None:
        return own_folder
    value: Any = field.default
    empty = value is None or (isinstance(value, SecretStr) and not value.get_secret_value())
    return "—" if empty else f"`{value}`"


def settings_table(lang: str) -> str:
    """Every setting with its name in the environment, its meaning and its default."""
    russian = lang == "ru"
    head = (
        ("переменная", "что задаёт", "по умолчанию") if russian else ("variable", "what it sets", "default")
    )
    own_folder = "папка данных пользователя" if russian else "the user's data folder"
    return table(
        head,
        (
            (
                f"`{name.upper()}`",
                SETTINGS_RU[name] if russian else field.description or "",
                _default(field, own_folder),
            )
            for name, field in Settings.model_fields.items()
        ),
    )


def settings_page() -> str:
    """Where settings come from, and all of them."""
    return HEADER + "\n".join(
        (
            "# Settings\n",
            "Flags of the command line win over the environment, the environment over a file `.env`, and that over",
            "`graphmodel.toml`, both in the folder in which you call `graphmodel`. `graphmodel.toml` has the same",
            'names in small letters: `graphmodel_lang = "ru"`. Without `NEO4J_URI` the managed local Neo4j is used.\n',
            settings_table("en"),
        )
    )


def openapi_document() -> str:
    """The document that the service gives, as other systems may keep it."""
    document = create_app(Settings(neo4j_uri=None)).openapi()
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _guide(lang: str) -> str:
    page = (FOLDER / f"guide.{lang}.md").read_text(encoding="utf-8")
    return _TABLE.sub(lambda found: f"{found[1]}{settings_table(lang)}{found[2]}", page)


def pages() -> dict[Path, str]:
    """Every page that has generated parts, with the content it must have."""
    return {
        FOLDER / "schema.md": schema_page(),
        FOLDER / "settings.md": settings_page(),
        FOLDER / "openapi.json": openapi_document(),
        FOLDER / "claims.md": HEADER + claims_page(),
        FOLDER / "guide.ru.md": _guide("ru"),
        FOLDER / "guide.en.md": _guide("en"),
        FOLDER.parent / "queries" / "ask.py": ask_module(),
        **question_pages(HEADER),
    }


def main() -> None:
    """Write them."""
    for file, content in pages().items():
        file.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
