"""`graphmodel report` on the reference data set."""

import html
from pathlib import Path

import pytest

from tests.command import Run

pytestmark = pytest.mark.usefixtures("reference_loaded")


def test_the_leaflet_has_members_hubs_gaps_rules_and_sources(run: Run, tmp_path: Path) -> None:
    done = run("report", "-o", "out/leaflet.html")
    assert done.returncode == 0, done.stderr
    told = html.unescape((tmp_path / "out" / "leaflet.html").read_text(encoding="utf-8"))
    for part in ("ПромАгроТехнологии", "Поставщики", "карданная передача", "№ 779", "Источники"):
        assert part in told
    assert told.count("<section") == 5
    assert "<script" not in told and "href=" not in told and "src=" not in told
