"""The two classifications are whole, and a claim takes no code that they lack."""

import csv
from importlib import resources

import pytest
from pydantic import ValidationError

from graphmodel.domain.classifications import hs_name, is_hs, is_okved, okved_name
from tests.domain.samples import claim, ref


def codes(name: str) -> list[str]:
    text = (resources.files("graphmodel.domain") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return [row["code"] for row in csv.DictReader(text.splitlines())]


def above(code: str) -> str:
    """The next coarser code of OKVED2: `28.30` of `28.30.5`, `28` of `28.3`."""
    return code[:-2] if code[-2] == "." else code[:-1]


def test_no_code_of_okved_lacks_what_it_is_part_of() -> None:
    listed = codes("okved2")

    assert len(listed) == len(set(listed)) == 2_916
    assert not [code for code in listed if len(code) > 2 and above(code) not in listed]


def test_every_group_of_okved_has_a_class() -> None:
    listed = codes("okved2")
    groups = {code[:4] for code in listed if len(code) == 5}

    assert not [code for code in listed if len(code) == 4 and code not in groups]


def test_no_code_of_the_harmonized_system_lacks_its_heading() -> None:
    listed = codes("hs")

    assert len(listed) == len(set(listed)) == 6_939
    assert not [code for code in listed if len(code) > 2 and code[:-2] not in listed]


def test_names() -> None:
    assert okved_name("28.30.51") == "Производство зерноуборочных комбайнов"
    assert hs_name("843210") == hs_name("8432100000") == "Ploughs; for soil preparation"


@pytest.mark.parametrize("code", ["84", "8432", "843210", "84321000", "8432100000"])
def test_codes_of_goods(code: str) -> None:
    assert is_hs(code)


@pytest.mark.parametrize("code", ["", "843", "84321", "843299", "7799", "77"])
def test_no_codes_of_goods(code: str) -> None:
    assert not is_hs(code)


@pytest.mark.parametrize(("code", "known"), [("28.30", True), ("C", True), ("74.84", False), ("2830", False)])
def test_codes_of_industries(code: str, known: bool) -> None:
    assert is_okved(code) is known


def test_a_claim_takes_no_code_that_does_not_exist() -> None:
    with pytest.raises(ValidationError) as goods:
        claim("produces", enterprise=ref("АТИСС"), product=ref("диск", "product", hs=["843299"]))
    with pytest.raises(ValidationError) as industry:
        claim("enterprise", name="АТИСС", industries=["74.84"])

    assert goods.value.errors()[0]["type"] == "unknown_hs"
    assert industry.value.errors()[0]["type"] == "unknown_okved"
