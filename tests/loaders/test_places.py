"""Which region or country some words name."""

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.places import City, PlaceEntry, cities, place_of, places

SEVERAL = {"Алтай", "Altai"}
"""Names of two regions at once."""
REGIONS = [entry for entry in places() if entry.code[:3] in ("RU-", "UZ-", "BY-", "KZ-")]


def code_of(words: str) -> str | None:
    place = place_of(words)
    return (place.code or place.country) if place else None


@pytest.mark.parametrize("country", ["RU", "UZ", "BY"])
def test_every_region_of_iso_stands_there_once(country: str) -> None:
    iso = sorted(region.code for region in pycountry.subdivisions if region.country_code == country)

    assert sorted(entry.code for entry in REGIONS if entry.code.startswith(country)) == iso


def test_every_country_of_iso_is_known() -> None:
    codes = [entry.code for entry in places()]

    assert len(codes) == len(set(codes))
    assert {country.alpha_2 for country in pycountry.countries} <= set(codes)


@pytest.mark.parametrize("entry", REGIONS, ids=lambda entry: entry.code)
def test_every_name_finds_its_own_region(entry: PlaceEntry) -> None:
    assert entry.names.ru
    assert entry.names.en
    assert entry.names.uz or not entry.code.startswith("UZ")
    for name in {*entry.spellings(), *entry.capital} - SEVERAL:
        for written in (name, name.upper(), f" «{name}». "):
            assert code_of(written) == entry.code, written
    for stem in entry.adjectives:
        for ending in ("ий", "ая", "ое", "ие", "ого", "ой", "им", "их"):
            assert code_of(stem + ending) == entry.code
    assert code_of(entry.code) == code_of(entry.code.lower()) == entry.code


def test_every_region_of_the_table_is_one_of_iso() -> None:
    iso = {region.code for region in pycountry.subdivisions}

    assert {entry.code for entry in places() if not entry.is_country} | {
        city.code for city in cities()
    } <= iso


@pytest.mark.parametrize("city", cities(), ids=lambda city: city.names[0])
def test_every_city_is_a_settlement_of_its_region(city: City) -> None:
    for name in (*city.names, f"город {city.names[0]}", *(f"{stem}ого" for stem in city.adjectives)):
        place = place_of(name)
        assert place and (place.code, place.settlement) == (city.code, city.names[0]), name


@pytest.mark.parametrize("entry", [one for one in places() if one.is_country], ids=lambda entry: entry.code)
def test_every_name_finds_its_own_country(entry: PlaceEntry) -> None:
    for name in {*entry.spellings()} - {"Того"}:
        assert code_of(name) == entry.code, name


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Москва", "RU-MOW"),
        ("город Москва", "RU-MOW"),
        ("г. Москве", "RU-MOW"),
        ("Московская область", "RU-MOS"),
        ("Московской обл.", "RU-MOS"),
        ("Moscow", "RU-MOW"),
        ("Moscow Region", "RU-MOS"),
        ("Ташкент", "UZ-TK"),
        ("г. Ташкент", "UZ-TK"),
        ("Tashkent city", "UZ-TK"),
        ("Тошкент шаҳри", "UZ-TK"),
        ("Toshkent shahrida", "UZ-TK"),
        ("ташкентский", "UZ-TK"),
        ("Ташкентской области", "UZ-TO"),
        ("Toshkent viloyati", "UZ-TO"),
        ("Тошкент вилоятида", "UZ-TO"),
        ("Tashkent region", "UZ-TO"),
        ("Санкт-Петербурга", "RU-SPE"),
        ("Ленинградской области", "RU-LEN"),
    ],
)
def test_a_city_and_the_region_around_it(words: str, code: str) -> None:
    assert code_of(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Кубани", "RU-KDA"),
        ("КУБАНЬЮ", "RU-KDA"),
        ("краснодарского края", "RU-KDA"),
        ("башкирские", "RU-BA"),
        ("Башкирии", "RU-BA"),
        ("Башкортостаном", "RU-BA"),
        ("РЕСПУБЛИКА БАШКОРТОСТАН", "RU-BA"),
        ("Башкортостан респ.", "RU-BA"),
        ("Татарии", "RU-TA"),
        ("Нижнем Новгороде", "RU-NIZ"),
        ("Ростове-на-Дону", "RU-ROS"),
        ("Чебоксарах", "RU-CU"),
        ("Орел", "RU-ORL"),
        ("Ямало-Ненецкий АО", "RU-YAN"),
        ("САХА /ЯКУТИЯ/ РЕСПУБЛИКА", "RU-SA"),
        ("ХАНТЫ-МАНСИЙСКИЙ АВТОНОМНЫЙ ОКРУГ - ЮГРА", "RU-KHM"),
        ("Rostov region", "RU-ROS"),
        ("Krasnodarskiy kray", "RU-KDA"),
        ("Fargʻona viloyati", "UZ-FA"),
        ("Farg'ona", "UZ-FA"),
        ("Қорақалпоғистон", "UZ-QR"),
        ("Каракалпакстане", "UZ-QR"),
        ("узбекской", "UZ"),
        ("Узбекистаном", "UZ"),
        ("Республики Узбекистан", "UZ"),
        ("O‘zbekistonda", "UZ"),
        ("Ўзбекистон Республикаси", "UZ"),
        ("UZ", "UZ"),
        ("России", "RU"),
        ("США", "US"),
        ("Соединённые Штаты", "US"),
        ("Белоруссии", "BY"),
        ("казахстанского", "KZ"),
        ("таджикская", "TJ"),
        ("кыргызских", "KG"),
        ("туркменским", "TM"),
        ("немецкое", "DE"),
        ("китайскую", "CN"),
        ("турецкая", "TR"),
        ("КРЫМ РЕСПУБЛИКА", "UA-43"),
        ("ДНР", "UA-14"),
    ],
)
def test_as_sources_write_it(words: str, code: str) -> None:
    assert code_of(words) == code


@pytest.mark.parametrize("words", sorted(SEVERAL | {"алтайский", "Того", "того"}))
def test_what_may_be_another_thing_is_no_place(words: str) -> None:
    assert place_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "\0",
        "«»",
        "-",
        "краевой",
        "край",
        "область",
        "республика",
        "г.",
        "автономный округ",
        "ООО «Кубань»",
        "Кубань Агро",
        "Краснодарская область",
        "Республика Ташкент",
        "Башкортостан республика область",
        "Ростов",
        "уральский",
        "ZZ",
        "RU-ZZZ",
        "ru",
        "in",
        "кубанский завод",
        "x" * 100_000,
        "Москва " * 20,
        "' OR 1=1 --",
        "💥",
    ],
)
def test_what_names_no_place(words: str) -> None:
    assert place_of(words) is None


@given(st.text())
def test_no_string_is_too_odd(words: str) -> None:
    place = place_of(words)

    assert place is None or place.name == words.strip()


def test_the_whole_place() -> None:
    region, capital, country = place_of(" Кубани "), place_of("Уфе"), place_of("узбекская")

    assert region
    assert (region.name, region.country, region.code, region.settlement) == ("Кубани", "RU", "RU-KDA", None)
    assert region.names
    assert (region.names.ru, region.names.en) == ("Краснодарский край", "Krasnodar Krai")
    assert capital
    assert (capital.code, capital.settlement) == ("RU-BA", "Уфа")
    assert country
    assert (country.country, country.code) == ("UZ", None)
    assert country.names
    assert country.names.uz == "Oʻzbekiston"


def test_codes_are_no_words_of_a_text() -> None:
    assert code_of("IT") == "IT"
    assert place_of("IT", codes=False) is None
    assert place_of("Ташкент", codes=False)
