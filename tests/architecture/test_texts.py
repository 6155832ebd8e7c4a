"""Every user-visible text is in the catalogue, in both languages, and in use."""

from string import Formatter

import pytest

from graphmodel.texts import LANGUAGES, VIEW_LANGUAGES, catalogue
from tests.architecture import text_keys
from tests.architecture.project import modules

FREE_FIELDS = ("loaders.reason_", "loaders.fix_")
"""All of these are given the same fields, column, value and detail, and each takes those that it needs."""


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", catalogue())
def test_text_is_whole_in_both_languages(key: str) -> None:
    translations = catalogue()[key]

    assert set(translations) - {"uz"} == set(LANGUAGES)
    assert len({bool(text.strip()) for text in translations.values()}) == 1


@pytest.mark.parametrize("key", [key for key in catalogue() if not key.startswith(FREE_FIELDS)])
def test_languages_have_the_same_fields(key: str) -> None:
    told = [_fields(template) for template in catalogue()[key].values()]

    assert all(fields == told[0] for fields in told)


@pytest.mark.parametrize("key", [key for key in catalogue() if key.startswith(("viz.", "views.", "web."))])
def test_a_view_speaks_all_its_languages(key: str) -> None:
    assert set(catalogue()[key]) == set(VIEW_LANGUAGES)


@pytest.mark.parametrize("key", [key for key in catalogue() if key.startswith(FREE_FIELDS)])
def test_a_reason_uses_what_it_is_given(key: str) -> None:
    used = {field for lang in LANGUAGES for field in _fields(catalogue()[key][lang])}

    assert used <= {"column", "value", "detail"}


def test_the_code_names_texts() -> None:
    assert len(text_keys.asked()) > 20
    assert any(path.startswith("loaders/") for path in modules())


def test_every_key_in_the_code_has_a_text() -> None:
    assert not {key: place for key, place in text_keys.asked().items() if key not in catalogue()}


def test_every_text_is_used() -> None:
    assert not text_keys.unused()
