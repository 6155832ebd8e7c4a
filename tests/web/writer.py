"""A planner who may write, and the tables that they send."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from fastapi.testclient import TestClient
from httpx import Response

from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from graphmodel.web import create_app
from loaders import resolve
from tests.api.service import near, store_of
from tests.web.conftest import HTML

OWN = {"Origin": "http://127.0.0.1"}
REGISTER = """Наименование;ИНН;Регион
ООО «Синтезпрогресс-Агро»;9900000017;Краснодарский край
АО «Небывальск-Деталь»;;Республика Башкортостан
"""
PARTNERS = """Наименование;Регион
Небывальск-Деталь, АО;Ростовская область
"""
BAD = "ООО «Неверный-Синтез»;9900000018;Краснодарский край\n"


@contextmanager
def writing(served: Settings, keys: KeyFile, role: str = "editor") -> Iterator[TestClient]:
    """A browser on the machine of the service with a key of this role."""
    secret = keys.add(f"test-{role}", role)  # type: ignore[arg-type]
    try:
        with near(create_app(served)) as client:
            client.headers.update(HTML | OWN)
            client.cookies.set("graphmodel_key", secret)
            yield client
    finally:
        keys.revoke(f"test-{role}")


def send(client: TestClient, name: str, content: str | bytes) -> Response:
    """Send a file; the page that comes of it."""
    return finished(client, client.post("/upload", files={"file": (name, content)}))


def load(client: TestClient, name: str, content: str) -> Response:
    """Send a file and load it."""
    checked = send(client, name, content)
    return finished(client, client.post(checked.url.path))


def finished(client: TestClient, answer: Response) -> Response:
    """The page when the work is done that it tells of."""
    until = monotonic() + 60
    while "<progress" in answer.text:
        assert monotonic() < until
        sleep(0.2)
        answer = client.get(answer.url.path)
    return answer


def clear(served: Settings) -> None:
    """Take out what was loaded from files and answered."""
    with store_of(served) as store:
        for source, _ in store.view().sources():
            if source.id.startswith("file-"):
                store.writer().retract(source.id)
        store.writer().answer([], [one.pair for one in store.view().decisions() if one.decided])
        resolve(store)
