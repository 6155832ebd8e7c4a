"""Which records are of one enterprise: named traps, texts of reasons, and the labelled pairs."""

import pytest

from benchmarks.matching import SPLITS, figures, pairs, wrong
from graphmodel.domain.identity import Profile
from graphmodel.texts import LANGUAGES, Language, catalogue
from loaders.matching import OPEN, SAME, decide, decisions, told
from tests.loaders import held_out

INN, OTHER_INN = "9900000017", "9900000024"
OGRN, OTHER_OGRN = "1990000000010", "1990000000021"
STIR, OTHER_STIR = "300000001", "300000002"


def record(id_: str, name: str, place: str = "", **numbers: str) -> Profile:
    return Profile(id=id_, names=(name,), place=place, numbers=numbers)


def verdict(one: tuple[str, str], other: tuple[str, str]) -> str:
    decision = decide(record("a", *one), record("b", *other))
    return decision.verdict if decision else "apart"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("АТИСС", "RU-KDA"), ("ATISS", "")),
        (("ООО «ПромАгроТехнологии»", "RU-KDA"), ("PromAgroTekhnologii", "")),
        (("Тошкент трактор заводи", "UZ-TK"), ("Tashkent Tractor Plant", "UZ-TK")),
        (("Toshkent Traktor Zavodi", "UZ-TK"), ("Ташкентский тракторный завод", "UZ")),
        (("АО «Узагротехсаноатхолдинг»", "UZ"), ("“O‘zagrotexsanoatxolding” AJ", "UZ")),
        (("Общество с ограниченной ответственностью «Ёлкапром»", ""), ("ЕЛКАПРОМ, ООО", "")),
        (("Уйдирма масъулияти чекланган жамияти", ""), ("Uydirma MCHJ", "")),
        (("Ғалвагул агро", "UZ-SA"), ("G'alvagul-agro", "UZ")),
        (("Сказкин Мотор", ""), ("Мотор Сказкин", "")),
        (("Фантасмагорика", ""), ("Фантасмагроика", "")),
        (("Агросервис", "RU-KDA"), ("ООО Agroservis", "RU-KDA")),
        (("КЛААС Краснодар", "RU-KDA"), ("ООО «Клаас»", "RU-KDA")),
        (("Завод №5 «Тарабаркин»", ""), ("Тарабаркин, завод N 5", "")),
        (("Тарабаркин (Ташкент)", "UZ-TK"), ("Tarabarkin", "UZ-TK")),
        (("Ташкентский тракторный завод", "UZ-TK"), ("Ташкентский трактонрый завод", "UZ-TK")),
        (("Тарабаркинский механический завод", ""), ("Tarabarkinskiy mekhnicheskiy zavod", "RU")),
        (("Небылицын, Краснодар", "RU-KDA"), ("Небылицын, Краснодр", "RU-KDA")),
        (("Жарптичный завод", "RU-CHE"), ("Žarptičnyj zavod", "RU-CHE")),
        (("Қишлоқтарабар", "UZ"), ("Қishloқtarabar", "UZ")),
        (("Небылмашсервис", "RU-TA"), ("Небылмашсеврис", "RU-TA")),
        (
            ("Уйдирмачилар масъулияти чекланган жамияти", ""),
            ("Uydirmachilar mas’uliyati chekllangan jamiyati", ""),
        ),
        (("Двенадцатый Выдумский завод", "RU-KGN"), ("Выдумский з-д № 12", "RU-KGN")),
        (("Небылмотор (бывш. «Тарабармотор»)", "RU-YAR"), ("ООО «Тарабармотор»", "RU-YAR")),
        (("Придуманные технологии юга («ПриТехЮг»)", "RU-KDA"), ("ПриТехЮг", "RU-KDA")),
    ],
)
def test_one_enterprise(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert verdict(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("МТЗ", "BY"), ("Минский тракторный завод", "BY")),
        (("МТЗ (Мотовилинский завод)", "BY"), ("Мотовилинский завод", "BY")),
        (("Выдумкино-Агро", "RU-KDA"), ("Выдумкино-Агро", "RU-ROS")),
        (("CLAAS", "DE"), ("КЛААС Краснодар", "RU-KDA")),
        (("Агросервис", ""), ("Агросервис", "RU-KDA")),
        (("ООО «Абракадабра»", "RU-KDA"), ("АО «Абракадабра»", "RU-KDA")),
        (("Ростсельмаш", "RU-ROS"), ("Тракторный завод «Ростсельмаш»", "RU-ROS")),
        (("Холдинг «Небылмаш»", "RU-ROS"), ("Небылмаш", "RU-ROS")),
        (("Заводы Выдумова", "RU-KGN"), ("Завод Выдумова", "RU-KGN")),
        (("Небылмотор (бывш. «Мифомотор»)", "RU-YAR"), ("Сказмотор (бывш. «Мифомотор»)", "RU-YAR")),
        (("Небылин", "RU-KDA"), ("Небылкин", "RU-KDA")),
    ],
)
def test_a_question_for_a_person(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert verdict(one, other) == "open"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Армавирский механический завод", "RU-KDA"), ("Тихорецкий механический завод", "RU-KDA")),
        (("Тарабаршина (дилер «Небылмаш»)", "RU-TA"), ("Небылмаш", "RU-TA")),
        (("Азот", ""), ("Азов", "")),
        (("ООО «Азот»", "RU-KDA"), ("ООО «Азов»", "RU-KDA")),
        (("Завод №5", "RU-KDA"), ("Завод №7", "RU-KDA")),
        (("Первый выдумский завод", "RU-KDA"), ("2-й Выдумский завод", "RU-KDA")),
        (("Агросервис", "RU-KDA"), ("Агросервис", "RU-BA")),
        (("Механический завод", "RU-PNZ"), ("Mechanical Plant", "UZ-TK")),
        (("МТЗ-Татарстан", "RU-TA"), ("МТЗ-Северо-Запад", "RU-KDA")),
        (("Узагролизинг", "UZ"), ("Узагросервис", "UZ")),
        (("Проект: колёса (Ташкент)", "UZ-TK"), ("Проект: кабины (Ташкент)", "UZ-TK")),
        (("Тарабаркин (завод)", "RU-KDA"), ("Небылицын (завод)", "RU-KDA")),
        (("Тарабаркин (ООО)", "RU-KDA"), ("Небылицын (ООО)", "RU-KDA")),
        (("Тарабаркин (сельхозтехника)", "RU-KDA"), ("Небылицын (сельхозтехника)", "RU-KDA")),
        (
            ("Чирчиқ қишлоқ хўжалиги машинасозлиги кластери", "UZ-TO"),
            ("Chirchik chemical-industrial technopark", "UZ-TO"),
        ),
        (
            ("Армавирская металлургическая компания", "RU-KDA"),
            ("Armavir machine-building plant", "RU-KDA"),
        ),
    ],
)
def test_two_enterprises(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert verdict(one, other) == "apart"


@pytest.mark.parametrize("registry", ["inn", "ogrn", "stir"])
def test_one_number_is_one_enterprise(registry: str) -> None:
    number = {"inn": INN, "ogrn": OGRN, "stir": STIR}[registry]

    decision = decide(
        record("a", "Кот Баюн", **{registry: number}), record("b", "Сезам", **{registry: number})
    )

    assert decision
    assert (decision.verdict, decision.by, decision.score) == ("same", "number", 1)
    assert number in told(decision.reasons[0], "ru")


def test_another_registry_contradicts_a_shared_number() -> None:
    one, other = record("a", "Сезам", inn=INN, ogrn=OGRN), record("b", "Сезам", inn=INN, ogrn=OTHER_OGRN)

    assert decide(one, other) is None
    assert decisions([one, other]) == []


def test_a_number_that_cannot_be_says_nothing() -> None:
    one, other = record("a", "Тарабаркин", inn=INN), record("b", "Тарабаркин", inn="9900000018")

    decision = decide(one, other)

    assert decision and decision.by == "score" and decision.verdict == "same"


def test_the_points_of_the_reasons_add_up() -> None:
    decision = decide(record("a", "Агросервис", "RU"), record("b", "ООО Agroservis", "RU-KDA"))

    assert decision
    assert decision.score == pytest.approx(sum(reason.points for reason in decision.reasons))
    assert OPEN <= decision.score < SAME


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("split", SPLITS)
def test_every_reason_has_a_text(split: str, lang: Language) -> None:
    found = [decision for pair in pairs(split) if (decision := decide(pair.one, pair.other))]

    lines = [told(reason, lang) for decision in found for reason in decision.reasons]

    assert len(lines) > 100
    assert all(line.strip() for line in lines)
    assert {f"matching.reason_{r.code}" for d in found for r in d.reasons} <= set(catalogue())


@pytest.mark.parametrize("split", SPLITS)
def test_precision(split: str) -> None:
    assert figures(pairs(split)).precision >= 0.99, wrong(pairs(split))


def test_recall_of_spellings() -> None:
    labelled = [pair for split in SPLITS for pair in pairs(split) if pair.spelt]
    without_numbers = [pair for pair in labelled if not pair.by_number]

    assert figures(labelled).recall >= 0.90, wrong(labelled)
    assert figures(without_numbers).recall >= 0.90
    assert figures(without_numbers).precision >= 0.99


def test_the_pairs_are_many_and_mostly_of_two() -> None:
    labelled = [pair for split in SPLITS for pair in pairs(split)]

    assert len(labelled) >= 500
    assert sum(pair.same for pair in labelled) < len(labelled) / 2


def test_the_held_out_half_is_what_its_procedure_gives() -> None:
    assert [row for row in held_out.read() if row["split"] == "held-out"] == held_out.rows()


@pytest.mark.parametrize("split", SPLITS)
def test_blocking_loses_no_merger_of_the_pairs(split: str) -> None:
    for pair in pairs(split):
        alone = decide(pair.one, pair.other)
        if alone and alone.verdict == "same":
            assert decisions([pair.one, pair.other]) == [alone]
