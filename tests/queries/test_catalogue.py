"""How question files are read, and what every one of them must look like. Nothing here needs a database."""

import re
from importlib import resources

import pytest

from graphmodel.domain.schema import COMMON, EDGE_KINDS, NODE_KINDS, PLACEHOLDER, PROVENANCE_EDGES
from graphmodel.errors import BadInputError, NotFoundError, UsageError
from graphmodel.store.view import ROW_LIMIT
from queries import GROUPS, Question, catalogue, question, search
from queries.catalogue import FOLDERS, parse

LABELS = {kind.label for kind in NODE_KINDS} | {PLACEHOLDER}
EDGE_TYPES = {kind.type for kind in (*EDGE_KINDS, *PROVENANCE_EDGES)}
PROPERTIES = {kind.key for kind in NODE_KINDS} | {
    declared.name
    for owner in (*NODE_KINDS, *EDGE_KINDS, *PROVENANCE_EDGES)
    for declared in (*owner.properties, *COMMON)
}
HEADER = """/*
name: who
title: {ru: Кто, en: Who}
explanation: {ru: Кто есть, en: Who there is}
group: who
parameters:
  tiers:
    type: integer
    meaning: {ru: сколько, en: how many}
    default: 2
    example: 1
  share:
    type: number
    meaning: {ru: доля, en: share}
    example: 0.5
columns:
  id: {meaning: {ru: код, en: id}}
*/
MATCH (e:Enterprise) RETURN e.id AS id LIMIT $tiers
"""

every_question = pytest.mark.parametrize("asked", catalogue().values(), ids=lambda asked: asked.name)


def bare(asked: Question) -> str:
    """The statement without the strings in it."""
    return re.sub(r"'[^']*'", "''", asked.statement)


def broken(old: str, new: str) -> BadInputError:
    """The error for the header above with `new` in the place of `old`."""
    assert old in HEADER
    with pytest.raises(BadInputError) as caught:
        parse(HEADER.replace(old, new), "queries/lookup/who.cypher")
    return caught.value


def test_every_file_is_in_the_catalogue() -> None:
    folders = (resources.files("queries") / folder for folder in FOLDERS)
    stems = [
        file.name.removesuffix(".cypher")
        for folder in folders
        for file in folder.iterdir()
        if file.name.endswith(".cypher")
    ]
    assert sorted(stems) == sorted(catalogue())
    assert len(stems) >= 40


@every_question
def test_a_question_is_called_as_its_file(asked: Question) -> None:
    assert asked.file in [f"queries/{folder}/{asked.name}.cypher" for folder in FOLDERS]


def test_every_group_has_questions() -> None:
    assert {asked.group for asked in catalogue().values()} == set(GROUPS)


@every_question
def test_every_text_is_in_the_language_that_it_is_for(asked: Question) -> None:
    told = [asked.title, asked.explanation, *(column.meaning for column in asked.columns.values())]
    told += [parameter.meaning for parameter in asked.parameters.values()]
    told += [text for text in (asked.cost, asked.empty) if text]
    assert all(text.en.isascii() or "→" in text.en for text in told)
    assert all(re.search("(?i)[а-яё]", text.ru) or text.ru == text.en for text in told)


@every_question
def test_variable_length_paths_are_bounded(asked: Question) -> None:
    assert not re.search(r"\*(?!\d*\.\.[1-6]\b)[\d.]*\]", bare(asked))
    assert not re.search(r"\)[+*{]", bare(asked))


@every_question
def test_a_statement_can_be_pasted_by_hand(asked: Question) -> None:
    assert ";" not in asked.statement
    assert "//" not in bare(asked)


@every_question
def test_declared_parameters_are_those_used(asked: Question) -> None:
    assert set(asked.parameters) == set(re.findall(r"\$(\w+)", bare(asked)))


@every_question
def test_examples_and_defaults_have_the_type_of_their_parameter(asked: Question) -> None:
    examples = {name: parameter.example for name, parameter in asked.parameters.items()}
    assert asked.bind(examples) == examples
    defaults = {
        name: parameter.default
        for name, parameter in asked.parameters.items()
        if parameter.default is not None
    }
    assert asked.bind(examples | defaults) == examples | defaults


@every_question
def test_labels_types_and_properties_are_those_of_the_schema(asked: Question) -> None:
    statement = bare(asked)
    types = {name for found in re.findall(r"\[\w*:([\w|]+)", statement) for name in found.split("|")}
    nodes = re.sub(r"\[\w*:[\w|]+", "[", statement)
    labels = {
        name for found in re.findall(r"[\w(]:([A-Z][\w|:&]*)", nodes) for name in re.split(r"[|:&]", found)
    }
    properties = set(re.findall(r"\b[a-z]\w*\.([a-z]\w*)", statement))
    properties |= set(re.findall(r"[{,]\s*(\w+): ", statement))
    assert types <= EDGE_TYPES
    assert labels <= LABELS
    assert labels
    assert properties <= PROPERTIES
    assert properties


@every_question
def test_rows_come_with_their_claims_and_in_a_fixed_order(asked: Question) -> None:
    assert "claims" in asked.columns
    assert re.search(rf"\nORDER BY [^\n]+(\nLIMIT {ROW_LIMIT + 1})?$", asked.statement)


@every_question
def test_an_enterprise_is_shown_with_whether_it_is_named(asked: Question) -> None:
    for column in asked.columns:
        if column == "id" or column.endswith("_id"):
            assert column.removesuffix("id") + "unnamed" in asked.columns


def test_days_are_bound_as_the_first_day_that_a_date_can_mean() -> None:
    asked = question("signed-since")
    days = {"2025": "2025-01-01", "2025-04": "2025-04-01", "2025-04-28/2025-04-30": "2025-04-28", "": ""}
    assert {given: asked.bind({"since": given})["since"] for given in days} == days
    for wrong in ("yesterday", "XXXX", "2025-13-01", "30.04.2025"):
        with pytest.raises(UsageError, match=r"queries/planner/signed-since\.cypher:1"):
            asked.bind({"since": wrong})


def test_questions_are_found_by_words_of_either_language() -> None:
    assert "cycles" in {asked.name for asked in search("кольц")}
    assert "cycles" in {asked.name for asked in search("Rings SUPPLIES")}
    assert search("кольц соглашен no-such-word") == []
    assert search("") == list(catalogue().values())


def test_an_unknown_question_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFoundError) as caught:
        question("no-such")
    assert "no-such" in caught.value.render("en")
    assert "members" in caught.value.render("en")


def test_a_well_formed_file_is_read_whole() -> None:
    asked = parse(HEADER, "queries/lookup/who.cypher")
    assert (asked.name, asked.group, asked.title("ru"), asked.title("en")) == ("who", "who", "Кто", "Who")
    assert HEADER.splitlines()[asked.line - 1].startswith("MATCH")
    assert asked.statement == "MATCH (e:Enterprise) RETURN e.id AS id LIMIT $tiers"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("/*\nname", "name", 1),
        ("*/", "", 1),
        ("name: who\n", "", 1),
        ("name: who", "name: [who", 3),
        ("name: who", "name: Who?", 2),
        ("name: who", "name: who\nfile: x", 1),
        ("name: who", "name: \x07", 1),
        ("title: {ru: Кто, en: Who}", "title: {ru: Кто}", 3),
        ("group: who", "group: planner", 5),
        ("type: integer", "type: whole", 8),
        ("columns:", "colums:", 1),
    ],
)
def test_a_broken_header_is_refused_with_file_and_line(old: str, new: str, line: int) -> None:
    error = broken(old, new)
    assert f"queries/lookup/who.cypher:{line}:" in error.render("en")
    assert f"queries/lookup/who.cypher:{line}:" in error.render("ru")


def test_values_are_bound_with_their_types_and_defaults() -> None:
    asked = parse(HEADER, "queries/lookup/who.cypher")
    assert asked.bind({"share": "0.25"}) == {"tiers": 2, "share": 0.25}
    assert asked.bind({"share": 1, "tiers": "3"}) == {"tiers": 3, "share": 1.0}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"share": 1, "depth": 2}, "depth"),
        ({}, "share=0.5"),
        ({"share": "half"}, "half"),
        ({"share": 1, "tiers": "2.5"}, "2.5"),
    ],
)
def test_wrong_values_are_refused_in_words(given: dict[str, object], said: str) -> None:
    asked = parse(HEADER, "queries/lookup/who.cypher")
    with pytest.raises(UsageError) as caught:
        asked.bind(given)
    assert said in caught.value.render("en")
    assert said in caught.value.render("ru")
