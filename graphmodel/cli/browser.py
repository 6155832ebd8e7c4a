"""The questions for other Neo4j tools: scripts for cypher-shell, and an archive of favourites for Neo4j Browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graphmodel.texts import Language, text
from queries import Question, catalogue

ARCHIVE: Final = "favourites.zip"
_DAY_ONE: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive, so that the same questions give the same bytes."""


def script(asked: Question, lang: Language) -> str:
    """A file for `cypher-shell --file`, for a favourite of Neo4j Browser and for pasting by hand.

    Its first line is the title, for Browser calls a favourite by it; parameters are set to their examples.
    """
    return "\n".join([f"// {asked.title(lang)}", *_told(asked, lang), f"{asked.statement};", ""])


def _told(asked: Question, lang: Language) -> Iterator[str]:
    yield f"// {' '.join(asked.explanation(lang).split())}"
    values = asked.bind({name: parameter.example for name, parameter in asked.parameters.items()})
    for name, parameter in asked.parameters.items():
        yield f"// {name}: {parameter.meaning(lang)}"
    for name, value in values.items():
        yield f":param {name} => {json.dumps(value, ensure_ascii=False)};"


def write_scripts(folder: Path, lang: Language) -> Path:
    """A script a question in a folder a group, and all of them in `favourites.zip`. Gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(folder / ARCHIVE, "w", ZIP_DEFLATED) as archive:
        for asked in catalogue().values():
            group, content = text(f"words.group_{asked.group}", lang), script(asked, lang)
            archive.writestr(ZipInfo(f"{group}/{asked.name}.cypher", _DAY_ONE), content)
            file = folder / asked.group / f"{asked.name}.cypher"
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
    return folder
