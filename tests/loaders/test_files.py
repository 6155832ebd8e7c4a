"""Which files are taken, and what is said of those that are not."""

import json
from pathlib import Path

import pytest

from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import read

HEADER = "kind,name,status,confidence\n"
ROW = "enterprise,АТИСС,active,0.9\n"
CLAIM = {"kind": "enterprise", "name": "АТИСС", "status": "active", "confidence": 0.9}


def write(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


BAD: list[tuple[str, str | bytes, str]] = [
    ("a.xyz", "", "unknown_kind"),
    ("a", "", "unknown_kind"),
    ("a.csv", HEADER, "no_kind"),
    ("a.csv", (HEADER + ROW).encode("cp1251"), "not_utf8"),
    ("a.csv", (HEADER + ROW).encode("utf-16"), "not_utf8"),
    ("a.csv", HEADER + 'enterprise,"АТИСС\n', "not_csv"),
    ("a.csv", HEADER + 'enterprise,"АТИСС"x,active,1\n', "not_csv"),
    ("a.csv", HEADER + "enterprise,АТИСС,active,0.9,лишнее\n", "too_many_fields"),
    ("a.csv", "kind,name,name\nenterprise,а,б\n", "column_twice"),
    ("sources.csv", "id,title,date\nS1,Релиз,вчера\n", "bad_source"),
    ("sources.csv", "id,title\nS1,\n", "bad_source"),
    ("a.json", "{", "not_yaml"),
    ("a.json", "[" * 100_000, "not_yaml"),
    ("a.json", '{"claims": [{"value": ' + "9" * 5_000 + "}]}", "not_yaml"),
    ("a.json", b"\xff", "not_utf8"),
    ("a.json", "[]", "not_claims"),
    ("a.json", '{"claims": ["x"]}', "not_claims"),
    ("a.json", '{"claims": [], "extra": 1}', "not_claims"),
    ("a.yaml", "", "not_claims"),
    ("a.yaml", "claims: [", "not_yaml"),
    ("a.yaml", "claims: !!python/object:os.system x", "not_yaml"),
    ("a.yml", "source: {id: S1}\nclaims: []", "not_claims"),
]


@pytest.mark.parametrize(("name", "content", "key"), BAD)
def test_a_bad_file_is_told(tmp_path: Path, name: str, content: str | bytes, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read([write(tmp_path, name, content)])
    assert caught.value.key == f"loaders.{key}"
    assert all(name in caught.value.render(lang) for lang in LANGUAGES)


def test_the_line_of_a_bad_row(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        read([write(tmp_path, "a.csv", HEADER + ROW + "\n" + ROW.strip() + ",лишнее\n")])
    assert caught.value.values["line"] == 4


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "folder.csv").mkdir()
    keys = []
    for path in (tmp_path / "none.csv", tmp_path / "empty", tmp_path / "odd", tmp_path / ("x" * 400)):
        with pytest.raises(BadInputError) as caught:
            read([path])
        keys.append(caught.value.key.removeprefix("loaders."))
        assert str(path) in caught.value.render("ru")
    assert keys == ["no_file", "empty_folder", "empty_folder", "unreadable"]


def test_a_folder_with_its_sources(tmp_path: Path) -> None:
    write(tmp_path, "b.csv", HEADER + ROW)
    write(tmp_path, "a.csv", f"source,{HEADER}S1,{ROW}")
    write(tmp_path, "sources.csv", "id,title,date\nS1,Релиз,2025-04-30\n")
    write(tmp_path, "readme.md", "")
    reading = read([tmp_path])

    assert [file.file for file in reading.files] == ["a.csv", "b.csv"]
    assert {source.id: source.title for source in reading.sources} == {"S1": "Релиз", "file-b.csv": "b.csv"}


def test_the_file_is_the_source_of_what_names_none(tmp_path: Path) -> None:
    content = json.dumps({"claims": [CLAIM]})
    files = [write(tmp_path, "a.csv", HEADER + ROW), write(tmp_path, "b.json", content)]
    reading = read(files)

    assert [(one.source, one.locator) for one in reading.claims] == [
        ("file-a.csv", "row=2"),
        ("file-b.json", "/claims/0"),
    ]
    assert {source.id for source in reading.sources} == {"file-a.csv", "file-b.json"}


def test_a_long_file_name_is_still_a_source(tmp_path: Path) -> None:
    reading = read([write(tmp_path, "a" * 240 + ".csv", HEADER + ROW)])

    assert reading.sources[0].id == reading.claims[0].source
    assert not reading.rejected


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    reading = read([write(tmp_path, "a.csv", HEADER + ROW + "\n,,,\n" + ROW)])

    assert [one.locator for one in reading.claims] == ["row=2", "row=5"]


def test_as_excel_saves_it(tmp_path: Path) -> None:
    windows = "\ufeff" + (" kind ,name,status,confidence,\n" + ROW.strip() + ",\n,,,,\n").replace(
        "\n", "\r\n"
    )

    assert len(read([write(tmp_path, "a.CSV", windows)]).claims) == 1


def test_source_and_sources_of_a_document(tmp_path: Path) -> None:
    told = {
        "source": {"id": "S1", "title": "Релиз"},
        "sources": [{"id": "S2", "title": "Газета"}],
        "claims": [CLAIM, CLAIM | {"source": "S2", "locator": "с. 3"}],
    }
    reading = read([write(tmp_path, "a.json", json.dumps(told, indent="\t").replace("/", "\\/"))])

    assert [one.source for one in reading.claims] == ["S1", "S2"]
    assert [source.id for source in reading.sources] == ["S1", "S2"]


def test_yaml_as_planners_write_it(tmp_path: Path) -> None:
    written = """
    source: {id: S1, title: Релиз, date: 2025-04-30}
    claims:
      - kind: enterprise
        name: Завод
        status: active
        confidence: .9
        asserted: 2025
        placeholder: no
        quote: null
        span: [1, 5]
        identifiers: {inn: 0277012345}
        place: {country: NO}
    """
    reading = read([write(tmp_path, "a.yaml", written)])

    assert not reading.rejected
    (one,) = reading.claims
    assert one.kind == "enterprise"
    assert (one.asserted, one.confidence, one.span, one.quote) == ("2025", 0.9, (1, 5), None)
    assert one.identifiers == {"inn": "0277012345"}
    assert one.place
    assert one.place.country == "NO"
    assert one.placeholder is False
    assert reading.sources[0].date == "2025-04-30"


def test_emoji_in_json(tmp_path: Path) -> None:
    (one,) = read(
        [write(tmp_path, "a.json", json.dumps({"claims": [CLAIM | {"quote": "трактор 🚜"}]}))]
    ).claims

    assert one.quote == "трактор 🚜"
