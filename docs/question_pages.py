"""The pages of the planners' questions, a group and a language each, from the headers and the recorded answers.

The answers are those of the reference data set; `python -m docs.answers` records them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from docs.markdown import table
from graphmodel.texts import LANGUAGES, Language, text
from queries import GROUPS, Group, Question, catalogue

FOLDER: Final = Path(__file__).parent / "questions"
ANSWERS: Final = FOLDER / "answers.json"
_WIDEST: Final = 60
"""Characters of a cell of an example."""
_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "ru": {
        "parameters": "параметр|что это|тип|единица|по умолчанию|пример",
        "columns": "столбец|что в нём",
        "answer": "Ответ на справочном наборе, первые строки:",
        "empty": "Ответ на справочном наборе пуст.",
    },
    "en": {
        "parameters": "parameter|meaning|type|unit|default|example",
        "columns": "column|meaning",
        "answer": "The answer on the reference data set, first rows:",
        "empty": "On the reference data set the answer is empty.",
    },
}
Rows = Sequence[Mapping[str, Any]]


def recorded() -> dict[str, list[dict[str, Any]]]:
    """The first rows of the answer to each question at its example."""
    found: dict[str, list[dict[str, Any]]] = json.loads(ANSWERS.read_text(encoding="utf-8"))
    return found


def question_pages(header: str) -> dict[Path, str]:
    """Every page by its file."""
    answers = recorded()
    return {
        FOLDER / f"{group}.{lang}.md": header + _page(group, lang, answers)
        for group in GROUPS
        for lang in LANGUAGES
    }


def _page(group: Group, lang: Language, answers: Mapping[str, Rows]) -> str:
    members = [asked for asked in catalogue().values() if asked.group == group]
    parts = (part for asked in members for part in _question(asked, lang, answers[asked.name]))
    return "\n\n".join([f"# {text(f'words.group_{group}', lang)}", *parts]) + "\n"


def _question(asked: Question, lang: Language, rows: Rows) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"## {asked.title(lang)}"
    yield asked.explanation(lang).strip()
    yield f"```console\n{_command(asked)}\n```"
    if asked.parameters:
        yield table(words["parameters"].split("|"), _parameters(asked, lang)).rstrip()
    columns = ((f"`{name}`", column.meaning(lang)) for name, column in asked.columns.items())
    yield table(words["columns"].split("|"), columns).rstrip()
    if asked.cost:
        yield asked.cost(lang).strip()
    if asked.empty:
        yield f"{words['empty']} {asked.empty(lang).strip()}"
    else:
        yield words["answer"]
        yield _answer(rows)


def _command(asked: Question) -> str:
    given = (f" -p {name}={one.example}" for name, one in asked.parameters.items())
    return f"graphmodel ask {asked.name}{''.join(given)}"


def _parameters(asked: Question, lang: Language) -> Iterator[tuple[str, ...]]:
    for name, one in asked.parameters.items():
        default = "" if one.default is None else f"`{one.default}`" if one.default != "" else '`""`'
        yield f"`{name}`", one.meaning(lang), one.type, one.unit or "", default, f"`{one.example}`"


def _answer(rows: Rows) -> str:
    """Without the claims, and without columns that have nothing to show."""
    columns = [
        name
        for name in rows[0]
        if name != "claims" and any(row[name] not in (None, [], False) for row in rows)
    ]
    return table(columns, ([_cell(row[name]) for name in columns] for row in rows)).rstrip()


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    written = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    short = written if len(written) <= _WIDEST else f"{written[: _WIDEST - 1]}…"
    return " ".join(short.split()).replace("<", "&lt;")
