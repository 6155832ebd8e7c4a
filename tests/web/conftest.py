"""The pages over the session's own Neo4j with the reference data set: called in this process, and in a real Chromium.

Keys are in a folder of the tests' own.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from selenium.webdriver import Chrome

from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from graphmodel.texts import ViewLanguage
from graphmodel.web import create_app
from tests.api.service import near, running, settings_for
from tests.browser import AXE, Page
from tests.graph import load_reference

ATISS = "ent-8a19e9b050b4acbc"
CLUSTER = "agromash-ru-uz"
HTML = {"Accept": "text/html"}
PAGES = {
    "start": "/",
    "found": "/?q=%D0%90%D0%A2%D0%98%D0%A1%D0%A1",
    "card": f"/enterprises/{ATISS}",
    "clusters": "/clusters",
    "members": f"/clusters/{CLUSTER}",
    "hubs": f"/clusters/{CLUSTER}/hubs",
    "gaps": f"/clusters/{CLUSTER}/gaps",
    "rules": f"/clusters/{CLUSTER}/rules",
    "questions": "/questions",
    "form": "/questions/by-code",
    "answer": f"/questions/partners?enterprise={ATISS}",
    "key": "/key",
}


@pytest.fixture(scope="package")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyFile:
    return KeyFile(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="package")
def served(neo4j_server: Any, keys: KeyFile) -> Settings:
    """Settings of a database that holds the reference data set."""
    load_reference(neo4j_server)
    return settings_for(neo4j_server, graphmodel_data=keys.file.parent)


@pytest.fixture(scope="package")
def client(served: Settings) -> Iterator[TestClient]:
    with near(create_app(served)) as client:
        client.headers.update(HTML)
        yield client


@pytest.fixture(scope="package")
def address(served: Settings) -> Iterator[str]:
    """The address of a real server."""
    with running(served, create_app) as address:
        yield address


@pytest.fixture
def open_page(browser: Chrome, address: str) -> Callable[..., Page]:
    """Opens a page of the service in a language."""

    def opened(path: str, lang: ViewLanguage = "ru", width: int = 1280, height: int = 800) -> Page:
        page = Page(browser)
        browser.get(f"{address}/key")
        browser.add_cookie({"name": "graphmodel_lang", "value": lang})
        page.complaints(), page.requests()
        page.size(width, height)
        browser.get(f"{address}{path}")
        return page

    return opened


@pytest.fixture
def without_scripts(browser: Chrome) -> Iterator[None]:
    """The browser as one that runs no scripts."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what keeps people out."""
    return AXE
