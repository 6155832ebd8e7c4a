"""Who may call what: keys, roles, limits, and the machine itself without a key."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphmodel.api import create_app
from graphmodel.api.layers.gate import LARGEST_BODY, LONGEST_URL
from graphmodel.errors import NotFoundError, UsageError
from graphmodel.keys import ROLES, KeyFile, Role
from graphmodel.settings import Settings
from tests.api.service import near

FAR = ("192.0.2.1", 50_000)


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys")


@pytest.fixture
def settings(served: Settings, keys: KeyFile) -> Settings:
    return served.model_copy(update={"graphmodel_data": keys.file.parent})


@pytest.fixture
def far(settings: Settings) -> Iterator[TestClient]:
    """A client on another machine."""
    with TestClient(create_app(settings), "http://service.example", client=FAR) as client:
        yield client


def _bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_secrets_are_shown_once_and_not_kept(keys: KeyFile) -> None:
    secret = keys.add("ministry", "reader")

    assert re.fullmatch("gm_[A-Za-z0-9_-]{43}", secret)
    assert secret not in keys.file.read_text(encoding="utf-8")
    assert keys.file.stat().st_mode & 0o077 == 0
    assert [(key.name, key.role) for key in keys.all()] == [("ministry", "reader")]


def test_names_of_keys(keys: KeyFile) -> None:
    assert keys.add("one", "reader") != keys.add("other", "reader")
    with pytest.raises(UsageError):
        keys.add("one", "editor")
    keys.revoke("one")
    assert [key.name for key in keys.all()] == ["other"]
    with pytest.raises(NotFoundError):
        keys.revoke("one")


@pytest.mark.parametrize(
    "address", ["/v1", "/v1/enterprises", "/v1/nowhere", "/reconcile", "/metrics", "/openapi.json"]
)
def test_from_elsewhere_a_key_is_needed(far: TestClient, keys: KeyFile, address: str) -> None:
    answer = far.get(address)

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorised")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert far.get(address, headers=_bearer(keys.add("x", "reader"))).status_code in (200, 404)


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_watcher_needs_none(far: TestClient, address: str) -> None:
    assert far.get(address).status_code == 200


@pytest.mark.parametrize("given", ["Bearer gm_wrong", "Bearer", "Basic Og==", "gm_wrong", "", "Bearer \xff"])
def test_a_wrong_key_is_none_even_near(settings: Settings, given: str) -> None:
    with near(create_app(settings)) as client:
        answer = client.get("/v1/sources", headers={"Authorization": given.encode("latin-1")})

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorised")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"X-Forwarded-For": "192.0.2.1"},
        {"Forwarded": "for=192.0.2.1"},
    ],
)
def test_a_proxy_or_a_page_elsewhere_is_not_the_machine_itself(
    settings: Settings, headers: dict[str, str]
) -> None:
    with near(create_app(settings)) as client:
        assert client.get("/v1/sources", headers=headers).status_code == 401
        assert client.get("/v1/sources").status_code == 200


def test_a_revoked_key_is_none(settings: Settings, keys: KeyFile) -> None:
    secret = keys.add("x", "reader")
    keys.revoke("x")

    with near(create_app(settings)) as client:
        assert client.get("/v1/sources", headers=_bearer(secret)).status_code == 401


CALLS: list[tuple[Role, str, str, Any]] = [
    ("reader", "GET", "/v1/sources", None),
    ("reader", "POST", "/v1/match", {"queries": [{"name": "x"}]}),
    ("planner", "POST", "/v1/cypher", {"statement": "RETURN 1 AS one"}),
    ("editor", "DELETE", "/v1/sources/nothing", None),
    ("editor", "POST", "/v1/claims", {"source": {"id": "x", "title": "x"}, "claims": "none"}),
    ("editor", "POST", "/v1/review", {"one": "x", "other": "y", "answer": "accept"}),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("needed", "method", "address", "body"), CALLS)
def test_roles(  # each is what it is asked for
    far: TestClient, keys: KeyFile, role: Role, needed: Role, method: str, address: str, body: Any
) -> None:
    answer = far.request(method, address, json=body, headers=_bearer(keys.add("x", role)))

    reaches = ROLES.index(role) >= ROLES.index(needed)
    assert (answer.status_code == 403) != reaches
    assert reaches or answer.json()["type"] == "/problems/forbidden"


@pytest.mark.parametrize(("method", "address"), [("DELETE", "/v1/sources/S001"), ("POST", "/v1/claims")])
def test_nobody_writes_without_a_key(client: TestClient, method: str, address: str) -> None:
    assert client.request(method, address, json={}).status_code == 401


def test_a_key_has_a_limit_of_its_own(settings: Settings, keys: KeyFile) -> None:
    limited = settings.model_copy(update={"graphmodel_rate": "3/hour"})
    first, second = (_bearer(keys.add(name, "reader")) for name in ("first", "second"))
    with near(create_app(limited)) as client:
        statuses = [client.get("/healthz", headers=first).status_code for _ in range(5)]
        answer = client.get("/healthz", headers=first)

        assert statuses == [200, 200, 200, 429, 429]
        assert answer.json()["type"] == "/problems/limited"
        assert 0 < int(answer.headers["retry-after"]) <= 3_600
        assert client.get("/healthz", headers=second).status_code == 200


def test_too_large(client: TestClient) -> None:
    address = client.get("/v1/sources?x=" + "x" * LONGEST_URL)
    declared = client.post("/v1/match", content=b"x", headers={"Content-Length": str(LARGEST_BODY + 1)})
    sent = client.post("/v1/match", content=(b" " * 2**20 for _ in range(LARGEST_BODY // 2**20 + 1)))

    for answer in (address, declared, sent):
        assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


def test_other_sites_are_told_nothing(client: TestClient) -> None:
    asked = client.options(
        "/v1/sources", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
    )
    answer = client.get("/v1/sources", headers={"Origin": "https://evil.example"})

    assert not [
        name for each in (asked, answer) for name in each.headers if name.startswith("access-control")
    ]


@pytest.mark.parametrize("address", ["/v1", "/v1/sources", "/v1/nowhere", "/healthz", "/problems/limited"])
def test_security_headers(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert re.fullmatch("[0-9a-f]{16}", answer.headers["x-request-id"])


def test_the_log_tells_no_secrets(
    settings: Settings, keys: KeyFile, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = keys.add("ministry", "reader")
    with near(create_app(settings)) as client:
        client.get(
            "/v1/enterprises/0000000000?q=Иванов", headers=_bearer(secret) | {"X-Request-Id": "mine-1"}
        )

    line = next(json.loads(line) for line in capfd.readouterr().err.splitlines() if "mine-1" in line)
    assert (line["operation"], line["status"], line["key"]) == ("enterprise", 404, "ministry")
    assert not any(part in str(line) for part in (secret, "0000000000", "Иванов", "127.0.0.1"))


def test_a_foreign_request_id_is_not_taken(client: TestClient) -> None:
    answer = client.get("/healthz", headers={"X-Request-Id": "a\tb<script>"})

    assert re.fullmatch("[0-9a-f]{16}", answer.headers["x-request-id"])
