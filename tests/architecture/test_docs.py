"""Every command, option, setting and question is documented, and what the documents show is true."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from docs import generate
from graphmodel.domain.facts import facts
from graphmodel.settings import Settings
from loaders import read, reference
from queries import catalogue
from tests.architecture.project import ROOT

DOCS = ROOT / "docs"
GUIDES = ("guide.ru.md", "guide.en.md")
EXAMPLE = re.compile(r"```(csv|yaml|json)\n(.*?)```", re.DOTALL)
ASKED = re.compile(r"graphmodel ask ([a-z][a-z-]*)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def _commands(command: object, name: str) -> Iterator[tuple[str, TyperCommand]]:
    """Every command that does something, with the words that call it."""
    if isinstance(command, TyperGroup):
        for word, part in command.commands.items():
            yield from _commands(part, f"{name} {word}")
    elif isinstance(command, TyperCommand) and not command.hidden:
        yield name, command


@pytest.fixture(scope="module")
def commands() -> dict[str, TyperCommand]:
    from graphmodel.cli.app import commands as built  # noqa: PLC0415  where it fails, these tests fail and no others

    return dict(_commands(typer.main.get_command(built()), "graphmodel"))


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_is_in_the_guide(guide: str, commands: dict[str, TyperCommand]) -> None:
    assert len(commands) > 10
    assert not [name for name in commands if name not in _page(guide)]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_option_is_in_the_guide(guide: str, commands: dict[str, TyperCommand]) -> None:
    parameters = [parameter for command in commands.values() for parameter in command.params]
    options = {
        option
        for parameter in parameters
        if isinstance(parameter, TyperOption) and not parameter.hidden
        for option in parameter.opts
        if option.startswith("--")
    }

    assert options
    assert not sorted(option for option in options if option not in _page(guide))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_shows_commands_that_exist(guide: str, commands: dict[str, TyperCommand]) -> None:
    known = {name.split()[1] for name in commands}
    shown = set(re.findall(r"^graphmodel ([a-z]+)", _page(guide), re.MULTILINE))

    assert shown
    assert not shown - known


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting: str) -> None:
    assert all(f"`{setting.upper()}`" in _page(page) for page in ("settings.md", *GUIDES))


@pytest.mark.parametrize("page", generate.pages(), ids=lambda page: page.name)
def test_generated_pages_are_current(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == generate.pages()[page], "run make docs"


@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *DOCS.rglob("*.md")], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert not [target for target in targets if not (page.parent / target).exists()]


def test_every_decision_is_listed() -> None:
    listed = _page("index.md")

    assert not [page.name for page in (DOCS / "adr").glob("*.md") if f"adr/{page.name}" not in listed]


@pytest.mark.parametrize("guide", GUIDES)
def test_questions_in_the_guide_exist(guide: str) -> None:
    assert not set(ASKED.findall(_page(guide))) - set(catalogue())


@pytest.mark.parametrize("guide", GUIDES)
def test_examples_of_claims_load(guide: str, tmp_path: Path) -> None:
    examples = EXAMPLE.findall(_page(guide))
    for number, (ending, example) in enumerate(examples):
        name = "sources.csv" if example.startswith("id,title") else f"example-{number}.{ending}"
        (tmp_path / name).write_text(example, encoding="utf-8")

    reading = read([tmp_path])

    assert {ending for ending, _ in examples} == {"csv", "yaml"}
    assert reading.rows == len(reading.claims) == 2
    assert {claim.source for claim in reading.claims} == {source.id for source in reading.sources}


def test_the_example_file_loads() -> None:
    reading = read([DOCS / "example.csv"])

    assert reading.rows == len(reading.claims) > 0


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_names_what_the_api_answers(guide: str) -> None:
    from graphmodel.api import create_app  # noqa: PLC0415  as above

    paths = {path for path in create_app().openapi()["paths"] if path.startswith("/v1/")}

    assert paths
    assert not sorted(path for path in paths if f"`{path}`" not in _page(guide))


def test_examples_of_claims_speak_of_enterprises_of_the_data_set(tmp_path: Path) -> None:
    known = {fact.key for claim in reference().claims for fact in facts(claim)}
    for number, (ending, example) in enumerate(EXAMPLE.findall(_page("guide.en.md"))):
        if not example.startswith("id,title"):
            (tmp_path / f"example-{number}.{ending}").write_text(example, encoding="utf-8")

    shown = {fact.key for claim in read([tmp_path]).claims for fact in facts(claim) if len(fact.key) == 2}

    assert {key for key in shown if key[0] == "Enterprise"} <= known
