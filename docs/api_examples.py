"""Records what the service answers to its example calls: `python -m docs.api_examples`, in a Neo4j of its own."""

import json
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx import Response

from benchmarks._server import server_in_a_folder
from graphmodel import api
from graphmodel.api.examples import CALLS, Call
from graphmodel.settings import Settings
from graphmodel.store import Store
from loaders import reference

CURSOR: Final = "Yu04E9EiLehOcX0wWyJCRyJd"
FILE: Final = Path(api.__file__).parent / "examples.json"


def ask(client: TestClient, call: Call) -> Response:
    """The answer to an example call, in English."""
    told = {"Accept-Language": "en"}
    method = "GET" if call.body is None and call.form is None else "POST"
    answer: Response = client.request(method, call.address, json=call.body, data=call.form, headers=told)
    return answer


def answered(client: TestClient, call: Call) -> dict[str, Any]:
    """What is answered to an example call; a cursor, which is signed with a secret, is shown as one of any service."""
    told: dict[str, Any] = ask(client, call).raise_for_status().json()
    return told | ({"next": CURSOR} if told.get("next") else {})


def main() -> None:
    """Load the data set into a new database, call everything, write the file."""
    with server_in_a_folder() as (server, folder):
        account = (server.username, server.password)
        with Store(server.uri, *account) as store:
            reading = reference()
            store.writer().load(reading.sources, reading.claims)
        settings = Settings(
            neo4j_uri=server.uri,
            neo4j_username=account[0],
            neo4j_password=account[1],
            graphmodel_data=folder,
        )
        with TestClient(api.create_app(settings), "http://127.0.0.1", client=("127.0.0.1", 1)) as client:
            found = {name: answered(client, call) for name, call in CALLS.items()}
    told = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    FILE.write_text(told + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
