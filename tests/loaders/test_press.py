"""The press-release loader on texts in our own words."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.press import Case, cases, found
from graphmodel.cli.app import app
from graphmodel.domain.claims import (
    AgreementClaim,
    Claim,
    EnterpriseClaim,
    Source,
)
from loaders.press import extract, parse

PRESS = Path(__file__).parents[1] / "data" / "press"
UNMET = frozenset(
    "assembly-starominskaya bearings claas negative-words release-retold samarkand-unnamed shchekino"
    " uzbek-holding weichai".split()
)
"""Texts that the loader does not read as their gold says; the benchmark lists what it misses."""
MET = [case for split in ("dev", "held-out") for case in cases(split) if case.name not in UNMET]


def _extract(text: str) -> tuple[Claim, ...]:
    return extract(text, Source(id="S", title="S"))


@pytest.fixture(scope="module")
def retold() -> str:
    """The facts of the release of 30 April 2025 in our own words."""
    return (PRESS / "held-out" / "release-retold.txt").read_text(encoding="utf-8")


def test_the_memorandum_of_the_release_retold(retold: str) -> None:
    (memorandum,) = (claim for claim in _extract(retold) if isinstance(claim, AgreementClaim))

    assert memorandum.agreement_kind == "memorandum"
    assert [party.name for party in memorandum.parties] == ["АТИСС", "Industrial Group Energy East"]
    assert memorandum.event and memorandum.event.name == "ИННОПРОМ. Центральная Азия"


def test_every_claim_quotes_its_place(retold: str) -> None:
    for claim in _extract(retold):
        assert claim.span and claim.quote == retold[slice(*claim.span)]
        assert claim.locator == f"char={claim.span[0]},{claim.span[1]}"


@pytest.mark.parametrize("case", MET, ids=lambda case: case.name)
def test_gold(case: Case) -> None:
    assert found(case) == case.expected()


def test_the_texts_that_are_not_met_exist() -> None:
    assert {case.name for split in ("dev", "held-out") for case in cases(split)} >= UNMET


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "«", "«»", "«« »", "10", "Да.", "\x00", "«АТИСС", "(МТЗ)", "— № 5"]
)
def test_odd_texts_are_read(text: str) -> None:
    for claim in _extract(text):
        assert claim.span and claim.quote == text[slice(*claim.span)]


def test_a_page_is_read_as_its_reader_sees_it(tmp_path: Path) -> None:
    page = tmp_path / "release.html"
    page.write_text(
        "<html><head><title>Завод «Чужой»</title><script>«X» поставляет «Y»</script></head><body><nav>Меню</nav>"
        "<p>Компания &laquo;Агротехсервис&raquo;<br>поставила тракторы.</p><p hidden>Завод «Скрытый»</p></body></html>",
        encoding="utf-8",
    )

    text, source = parse(page)
    (claim,) = extract(text, source)

    assert "Скрытый" not in text and "Чужой" not in text
    assert isinstance(claim, EnterpriseClaim) and claim.name == "Агротехсервис"
    assert claim.span and text[slice(*claim.span)] == claim.quote


def test_the_command_prints_claims(tmp_path: Path) -> None:
    release = str(PRESS / "held-out" / "release-retold.txt")
    shown = CliRunner().invoke(app, ["extract", release, "--json"])
    lines = CliRunner().invoke(app, ["extract", release])
    refused = CliRunner().invoke(app, ["extract", str(tmp_path / "release.pdf")])

    assert shown.exit_code == lines.exit_code == 0
    assert refused.exit_code != 0


def test_natasha_is_loaded_when_a_text_is_read_and_not_before() -> None:
    code = "import sys, loaders, graphmodel.cli.app; sys.exit('natasha' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
