"""Records what the service answers to its example calls: `python -m docs.api_examples`, in a Neo4j of its own."""

import json
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx import Response

from benchmarks._server import server_in_a_folder
from graphmodel import api
from graphmodel.api.examples import CALLS, CLAIMS, Call
from graphmodel.keys import KeyFile
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


def _writings(client: TestClient) -> dict[str, Any]:
    """What is answered to what writes, and to the questions that come of it; the decision is about the first one."""
    load = client.post("/v1/claims", json=CLAIMS)
    review = answered(client, Call("/v1/review?limit=1"))
    one = {name: review["items"][0][name] for name in ("one", "other")}
    decide = client.post("/v1/review", json=one | {"answer": "later"})
    retract = client.delete(f"/v1/sources/{CLAIMS['source']['id']}")
    calls = {"load": load, "decide": decide, "retract": retract}
    return {name: answer.raise_for_status().json() for name, answer in calls.items()} | {"review": review}


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
            client.headers["Authorization"] = f"Bearer {KeyFile(folder).add('docs', 'editor')}"
            found |= _writings(client)
    told = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    FILE.write_text(told + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
