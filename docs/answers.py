"""Records what the questions answer on the reference data set: `python -m docs.answers`, in a Neo4j of its own."""

import json
from typing import Any, Final

from benchmarks._server import server_in_a_folder
from docs.question_pages import ANSWERS
from graphmodel.store import Store, View
from loaders import reference
from queries import catalogue

SHOWN: Final = 3
"""Rows of each answer."""


def answers(view: View) -> dict[str, list[dict[str, Any]]]:
    """The first rows of the answer to each question at its example, with as many claims a row."""
    found = {}
    for asked in catalogue().values():
        given = {name: parameter.example for name, parameter in asked.parameters.items()}
        rows = view.ask(asked, given).rows[:SHOWN]
        found[asked.name] = [dict(row) | {"claims": sorted(row["claims"])[:SHOWN]} for row in rows]
    return found


def written(found: dict[str, list[dict[str, Any]]]) -> str:
    """As they stand in the file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Load the data set into a new database, ask everything, write the file."""
    with (
        server_in_a_folder() as (server, _),
        Store(server.uri, server.username, server.password) as store,
    ):
        reading = reference()
        store.writer().load(reading.sources, reading.claims)
        ANSWERS.write_text(written(answers(store.view())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
