"""The contract of claims as JSON, and what is refused."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from graphmodel.domain.claims import CLAIM, Claim
from graphmodel.domain.codes import Money
from graphmodel.domain.facts import facts
from tests.domain.samples import EVERY_KIND, claim, claims, place, ref


@pytest.mark.parametrize("one", EVERY_KIND, ids=lambda one: one.kind)
def test_round_trip(one: Claim) -> None:
    again = CLAIM.validate_json(one.model_dump_json())

    assert again == one
    assert again.id == one.id
    assert CLAIM.validate_json(one.model_dump_json(exclude_defaults=True)) == one


def test_every_kind_has_a_sample() -> None:
    kinds = {option["properties"]["kind"]["const"] for option in CLAIM.json_schema()["$defs"].values()
             if "kind" in option.get("properties", {})}  # fmt: skip

    assert {one.kind for one in EVERY_KIND} == kinds


@given(claims)
def test_any_claim_comes_back(one: Claim) -> None:
    assert CLAIM.validate_json(one.model_dump_json()) == one


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_amount_comes_back_or_is_refused(amount: Any) -> None:
    try:
        money = Money(amount=amount, currency="RUB")
    except ValidationError:
        assert abs(amount) > 10**15
        return
    assert Money.model_validate_json(money.model_dump_json()) == money
    assert math.isclose(money.amount, amount, rel_tol=1e-12)


def test_json_contract() -> None:
    told = json.loads(EVERY_KIND[0].model_dump_json(exclude_none=True))

    assert told["span"] == [3, 31]
    assert told["recorded"] == "2025-05-01T10:00:00+03:00"
    assert told["names"] == {"ru": "ПромАгро", "en": "PromAgro", "aliases": ["ООО «ПромАгро»"]}
    assert json.loads(EVERY_KIND[-1].model_dump_json())["value"] == 462_200_000


def test_the_id_follows_the_content() -> None:
    base = claim("enterprise", name="АТИСС")

    assert claim("enterprise", name="АТИСС", recorded="2025-05-01T10:00:00Z").id == base.id
    assert claim("enterprise", name="АТИСС", id="clm-forged").id == base.id
    assert claim("enterprise", name="АТИСС", quote=None).id == base.id
    for change in ({"source": "B"}, {"locator": "row=3"}, {"confidence": 0.8}, {"name": "Атисс"}):
        assert claim("enterprise", **{"name": "АТИСС", **change}).id != base.id


X, Y = ref("x"), ref("y", "product")
WRONG: list[dict[str, Any]] = [
    {"kind": "enterprise", "name": ""},
    {"kind": "enterprise", "name": "«»!"},
    {"kind": "enterprise", "name": "x", "colour": "red"},
    {"kind": "enterprise", "name": "x", "source": ""},
    {"kind": "enterprise", "name": "x", "source": "s" * 201},
    {"kind": "enterprise", "name": "x", "enterprise": "e" * 10_000},
    {"kind": "enterprise", "name": "x", "identifiers": {"inn": ""}},
    {"kind": "enterprise", "name": "x", "identifiers": {"vat": "1"}},
    {"kind": "enterprise", "name": "x", "confidence": 1.01},
    {"kind": "enterprise", "name": "x", "confidence": "nan"},
    {"kind": "enterprise", "name": "x", "status": "done"},
    {"kind": "enterprise", "name": "x", "asserted": "30.04.2025"},
    {"kind": "enterprise", "name": "x", "recorded": "2025-05-01T10:00:00"},
    {"kind": "enterprise", "name": "x", "span": [5, 1]},
    {"kind": "enterprise", "name": "x", "span": [-1, 1]},
    {"kind": "enterprise", "name": "x\ud800"},
    {"kind": "enterprise", "name": "x", "place": {"country": "ZZ"}},
    {"kind": "enterprise", "name": "x", "place": {"country": "ru"}},
    {"kind": "enterprise", "name": "x", "place": {"country": "UZ", "code": "RU-KDA"}},
    {"kind": "enterprise", "name": "x", "place": {"country": "RU", "code": "RU_KDA"}},
    {"kind": "located_in", "subject": ref("x", "region", id="RU-KDA"), "place": {"country": "RU"}},
    {"kind": "supplies", "supplier": X, "buyer": Y},
    {"kind": "supplies", "supplier": X, "buyer": X, "value": {"amount": "1e400", "currency": "RUB"}},
    {"kind": "supplies", "supplier": X, "buyer": X, "value": {"amount": 1, "currency": "rub"}},
    {"kind": "produces", "enterprise": X, "product": X},
    {"kind": "produces", "enterprise": X, "product": ref("y", "product", okpd2=["28,30"])},
    {"kind": "requires", "product": Y, "input": Y, "points": "inf"},
    {"kind": "agreement", "agreement_kind": "memorandum", "parties": []},
    {"kind": "agreement", "agreement_kind": "memorandum", "parties": [Y]},
    {"kind": "membership", "member": X, "cluster": X},
    {"kind": "ownership", "owner": X, "owned": X, "share": 25},
    {"kind": "aggregate", "about": ref("x", "region"), "measure": "m", "value": 1, "bound": "exact"},
    {"kind": "aggregate", "about": ref("x", "region", id="K"), "measure": "m", "value": 1, "bound": "exact"},
    {
        "kind": "aggregate",
        "about": ref("x", "region", id="QX-A"),
        "measure": "m",
        "value": 1,
        "bound": "exact",
    },
    {
        "kind": "aggregate",
        "about": ref("x", "country", id="Russia"),
        "measure": "m",
        "value": 1,
        "bound": "exact",
    },
    {"kind": "aggregate", "about": X, "measure": "m", "value": "nan", "bound": "exact"},
    {"kind": "rumour"},
    {},
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: json.dumps(wrong)[:60])
def test_refused(wrong: dict[str, Any]) -> None:
    usual = {"source": "A", "locator": "row=2", "status": "active", "confidence": 0.9}

    with pytest.raises(ValidationError):
        CLAIM.validate_python(usual | wrong)


@given(claims)
def test_an_accepted_claim_always_has_facts(one: Claim) -> None:
    """What is stored can be projected: a claim without facts would stop every later load."""
    assert facts(one)


def test_place_as_stated_may_differ() -> None:
    one = claim("located_in", subject=X, place=place("UA-43", country_as_stated="RU"))

    assert one.kind == "located_in"
    assert (one.place.country, one.place.country_as_stated) == ("UA", "RU")
