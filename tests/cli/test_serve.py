"""`graphmodel serve` opens its page where somebody sits before a screen."""

import os
import pty
import signal
import subprocess
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from tests.command import GRAPHMODEL


@pytest.mark.parametrize("options", [[], ["--no-browser"]])
def test_the_page_is_opened(
    settings: dict[str, str], closed_port: int, tmp_path: Path, options: list[str]
) -> None:
    opened, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n', encoding="utf-8")
    browser.chmod(0o755)
    ours, theirs = pty.openpty()
    address = f"http://127.0.0.1:{closed_port}/"
    process = subprocess.Popen(
        [GRAPHMODEL, "serve", "--port", str(closed_port), *options],
        stderr=theirs,
        cwd=tmp_path,
        env=settings | {"BROWSER": f"{browser} %s", "DISPLAY": ":99"},
    )
    try:
        page = _answer(address)
        until = monotonic() + 20
        while not options and not opened.exists() and monotonic() < until:
            sleep(0.1)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        os.close(ours)
        os.close(theirs)

    assert 'role="search"' in page
    assert opened.exists() == (not options)
    assert options or opened.read_text(encoding="utf-8") == address


def _answer(address: str) -> str:
    until = monotonic() + 60
    while True:
        try:
            return httpx.get(address, headers={"Accept": "text/html"}, timeout=30).text
        except httpx.ConnectError:
            assert monotonic() < until
            sleep(0.2)
