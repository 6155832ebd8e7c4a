"""The press-release loader on texts in our own words."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.press import SPLITS, Case, cases, found
from graphmodel.cli.app import commands
from graphmodel.domain.claims import (
    AgreementClaim,
    Claim,
    EnterpriseClaim,
    EventClaim,
    LocatedInClaim,
    Source,
    SuppliesClaim,
)
from loaders import read
from loaders.press import extract, parse
from loaders.press.dates import first_date

PRESS = Path(__file__).parents[1] / "data" / "press"
UNMET = frozenset(
    (
        "a1-abbrev a1-interview a1-relative-chain a1-roadmap-regions abbreviations agro-forum "
        "b1-cluster-registry b1-deal-later b1-joined-by-agreement b1-several-parties b1-switch-supplier "
        "b1-unnamed-two c1-agencies c1-cluster-founders c1-cluster-leave c1-cyr-uz c1-dealer-network "
        "c1-figures c1-participle-deal c1-quote-deal c1-subcontract chirchik-plans contracts-day "
        "d1-agro-cluster-member d1-dealer d1-jv d1-passive-supply d1-tatar-two d1-visit dealer-blog "
        "deere-background e1-anaphora-firm e1-brackets-nested e1-cluster-join e1-localisation-chain "
        "e1-ministry-three e1-neg-talks e1-participle-passive e1-quote-director e1-signing-between "
        "e1-two-deals-one-firm e1-unnamed-parties e2-cluster-agreement e2-contract-noun-parties "
        "e2-first-deliveries e2-joint-venture-plan e2-memo-list-official e2-replaced-supplier "
        "e2-tripartite-leasing e2-two-unnamed-regions ended-contract gomselmash-dry h-bash-list h-cluster "
        "h-kommersant h-komponenty h-plan interview k-abbreviations k-bearings-lead k-bekabad-lead "
        "k-chamber-mission k-chirchik-backwards k-claas-two-roads k-cluster-drop k-clusters-compared "
        "k-combine-inside k-company-news k-deere-walldorf k-digest k-far-apart k-interview-trailers "
        "k-karshi k-kuban-figures k-negative-clusters k-nested-dealer k-nobody-named k-nothing-signed "
        "k-shares-for-sale k-yug-support ls-mtron ministry-letter p2-jv p3-kovrov-plan p3-minister-quote "
        "p3-two-deals p4-kamaz-gas p4-newspaper-uz r-expo r-invest r-list-numbers r-local r-passive "
        "r-plan-jv r-spm r-supply-quotes r-talks-then r-uz-cyr s-kamaz s-uni supplier-phrase t-exporter "
        "t-fund t-joined t-project tractor-supply-chain u-anaphora-chain u-cluster u-jv u-neg-education "
        "u-official-titles u-passive u-quote-supply u-roadshow u-terminated unnamed-mix unnamed-parties "
        "uzbek-cyrillic v-engine-switch v-list v-neg-exhibit v-passive-long v-uz-gazeta w-anniversary "
        "w-coop-day w-cut w-price w-short w-uzholding x-andijan-krai x-engine-maker x-jv-plan "
        "x-localized-gear x-official x-regional-cluster x-supplier-award x-tender x-unnamed-roadmap "
        "y-belarus y-bryansk y-cluster-yug y-jizzax y-perm y-unnamed y-uzauto"
    ).split()
)
"""Texts that the loader does not read as their gold says; the benchmark lists what it misses."""
MET = [case for split in SPLITS for case in cases(split) if case.name not in UNMET]


def _extract(text: str) -> tuple[Claim, ...]:
    return extract(text, Source(id="S", title="S"))


@pytest.fixture(scope="module")
def retold() -> str:
    """The facts of the release of 30 April 2025 in our own words."""
    return (PRESS / "dev" / "release-retold.txt").read_text(encoding="utf-8")


def _agreements(text: str) -> list[AgreementClaim]:
    return [claim for claim in _extract(text) if isinstance(claim, AgreementClaim)]


def test_the_agreements_of_the_release_retold(retold: str) -> None:
    memorandum, cluster = _agreements(retold)

    assert memorandum.agreement_kind == "memorandum" and cluster.agreement_kind == "cluster_agreement"
    assert [party.name for party in memorandum.parties] == ["АТИСС", "Industrial Group Energy East"]
    assert [party.placeholder for party in cluster.parties] == [False, True, True]
    assert cluster.founds and cluster.founds.name.startswith("Межгосударственный промышленный кластер")
    for claim in (memorandum, cluster):
        assert claim.event and claim.event.name == "ИННОПРОМ. Центральная Азия"
        assert claim.subject and "роботизация и цифровизация" in claim.subject


def test_the_places_of_the_release_retold(retold: str) -> None:
    placed = {
        claim.subject.name: claim.place for claim in _extract(retold) if isinstance(claim, LocatedInClaim)
    }
    (event,) = (claim for claim in _extract(retold) if isinstance(claim, EventClaim) and not claim.note)

    assert placed["АТИСС"].code == placed["ПромАгроТехнологии"].code == "RU-KDA"
    assert placed["Industrial Group Energy East"].country == "UZ"
    assert event.place and event.place.code == "UZ-TK"


def test_the_industries_of_the_release_retold(retold: str) -> None:
    (shown,) = (claim.note for claim in _extract(retold) if isinstance(claim, EventClaim) and claim.note)

    assert "металлургия, станкостроение, машиностроение" in shown
    assert "фармацевтическая промышленность, медицинская промышленность" in shown


def test_every_claim_quotes_its_place(retold: str) -> None:
    for claim in _extract(retold):
        assert claim.span and claim.quote == retold[slice(*claim.span)]
        assert claim.locator == f"char={claim.span[0]},{claim.span[1]}"


@pytest.mark.parametrize("case", MET, ids=lambda case: case.name)
def test_gold(case: Case) -> None:
    assert found(case) == case.expected()


def test_the_texts_that_are_not_met_exist() -> None:
    assert {case.name for split in SPLITS for case in cases(split)} >= UNMET


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Завод «Пример» покупает оси. Кабины делает для него «Миф-Кабина», шины поставляет «Сон-Шина».",
            {("Миф-Кабина", "Пример"), ("Сон-Шина", "Пример")},
        ),
        (
            "Курский завод «Миф» и холдинг «Пример» заключили договор. Первую партию куряне отгрузят в мае.",
            {("Миф", "Пример")},
        ),
        (
            "Завод «Пример» заключил договор с лизинговой компанией «Мифлизинг» на поставку плугов.",
            {("Пример", "Мифлизинг")},
        ),
        ("Завод «Миф» поставляет машины в двадцать стран.", set()),
    ],
)
def test_who_plays_the_part_that_a_delivery_leaves_open(text: str, links: set[tuple[str, str]]) -> None:
    found = (claim for claim in _extract(text) if isinstance(claim, SuppliesClaim))

    assert {(claim.supplier.name, claim.buyer.name) for claim in found} == links


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("подписали в марте 2023 года", "2023-03"),
        ("24 апреля 2023 года", "2023-04-24"),
        ("в 2016 году", "2016"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert first_date(text) == date


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


def test_a_page_is_read_without_its_menus_and_other_news(tmp_path: Path) -> None:
    page = tmp_path / "news.html"
    page.write_text(
        "<body><div><a href='/'>ООО «Меню»</a> | <a href='/n'>Новости</a></div><p>Завод «Образец» выпустил плуг.</p>"
        "<h3>Другие новости</h3><p>Завод «Чужой» закрыт.</p></body>",
        encoding="utf-8",
    )

    assert [claim.name for claim in extract(*parse(page)) if isinstance(claim, EnterpriseClaim)] == [
        "Образец"
    ]


def test_a_release_is_loaded_claim_by_claim() -> None:
    reading = read([PRESS / "dev" / "release-retold.txt"])

    assert reading.rows == len(reading.claims) > 10
    assert {claim.source for claim in reading.claims} == {source.id for source in reading.sources}
    assert [claim.id for claim in reading.claims] == [one for row in reading.files[0].claims for one in row]


def test_the_command_prints_claims(tmp_path: Path) -> None:
    release = str(PRESS / "dev" / "release-retold.txt")
    shown = CliRunner().invoke(commands(), ["extract", release, "--json"])
    lines = CliRunner().invoke(commands(), ["extract", release])
    refused = CliRunner().invoke(commands(), ["extract", str(tmp_path / "release.pdf")])

    assert shown.exit_code == lines.exit_code == 0
    assert refused.exit_code != 0


def test_natasha_is_loaded_when_a_text_is_read_and_not_before() -> None:
    code = (
        "import sys; from graphmodel.cli.app import commands; commands(); sys.exit('natasha' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
