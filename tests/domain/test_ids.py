"""Ids say the same of the same thing, in every run and on every machine."""

import pytest

from graphmodel.domain.ids import agreement_id, enterprise_id, named_id, placeholder_id
from graphmodel.domain.references import Ref
from tests.domain.samples import claim, place, ref


def test_pinned() -> None:
    """Ids are stored in databases and files: a change of these is a change of format."""
    assert enterprise_id("ООО «АТИСС»", "RU-KDA") == "ent-8a19e9b050b4acbc"
    assert named_id("product", "Плуг") == named_id("product", "«плуг»") == "product-a1ae9360f1cf0c37"
    assert claim("enterprise", name="АТИСС").id == "clm-94aab8836d63fae9"


@pytest.mark.parametrize(
    ("registry", "number", "expected"),
    [
        ("inn", "2302054321", "ru-inn-2302054321"),
        ("stir", "301234567", "uz-stir-301234567"),
        ("lei", "253400XYZ", "lei-253400xyz"),
        ("ogrn", "1022300000000", "ru-ogrn-1022300000000"),
    ],
)
def test_registry_number_before_hash(registry: str, number: str, expected: str) -> None:
    assert enterprise_id("АТИСС", "RU", {registry: number}) == expected


def test_spellings_share_an_id_and_places_do_not() -> None:
    assert enterprise_id("ООО «АТИСС»", "RU") == enterprise_id("Атисс", "RU") != enterprise_id("АТИСС", "UZ")


def test_the_unnamed_of_two_sources_are_two() -> None:
    unnamed = Ref(type="enterprise", name="башкирские заводы", placeholder=True)

    assert unnamed.key("A") != unnamed.key("B")
    assert unnamed.key("A") == placeholder_id("A", "башкирские заводы")


def test_order_of_parties_does_not_matter() -> None:
    assert agreement_id("memorandum", ["a", "b"], "2025") == agreement_id("memorandum", ["b", "a"], "2025")
    assert agreement_id("memorandum", ["a", "b"], "2025") != agreement_id("memorandum", ["a", "b"], "2024")


def test_parts_do_not_run_together() -> None:
    assert placeholder_id("ab", "c") != placeholder_id("a", "bc")


def test_an_enterprise_and_its_mention_share_an_id() -> None:
    told = claim("enterprise", name="АТИСС", place=place("RU-KDA"))
    mention = Ref.model_validate(ref("ООО «АТИСС»", place=place("RU-KDA")))

    assert told.kind == "enterprise"
    assert mention.key("B") == enterprise_id(told.name, "RU-KDA")
