"""A table on its way into the graph by the page: read, shown, loaded, mended and sent again."""

import csv
import io
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graphmodel.api.layers.gate import LARGEST_BODY
from graphmodel.errors import BadInputError, CrowdedError, NotFoundError
from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from graphmodel.web.uploads import MOST, Upload, Uploads, safe_name
from tests.web.writer import BAD, REGISTER, clear, finished, load, send, writing

INN = "9900000017"
HOSTILE = "<img src=x onerror=window.hacked=1>{{ 7*7 }}"


@pytest.fixture
def editor(served: Settings, keys: KeyFile) -> Iterator[TestClient]:
    with writing(served, keys) as client:
        yield client
    clear(served)


def test_a_table_is_read_first_and_loaded_when_its_user_says_so(editor: TestClient) -> None:
    checked = send(editor, "реестр.csv", REGISTER)

    assert checked.url.path.startswith("/upload/")
    assert "Строк на входе 2 = годных 2 + повторов 0 + отклонено 0" in checked.text
    assert '<th scope="row">ИНН</th>' in checked.text
    assert "название предприятия" in checked.text
    assert "Ничего не найдено" in editor.get("/", params={"q": INN}).text

    loaded = finished(editor, editor.post(checked.url.path))
    again = load(editor, "реестр.csv", REGISTER)

    assert "Строк на входе 2 = загружено 2 + уже было 0 + отклонено 0" in loaded.text
    assert "Строк на входе 2 = загружено 0 + уже было 2 + отклонено 0" in again.text
    assert "Синтезпрогресс-Агро" in editor.get("/", params={"q": INN}).text


def test_loading_again_the_same_page_changes_nothing(editor: TestClient) -> None:
    page = load(editor, "реестр.csv", REGISTER).url.path

    assert editor.post(page).text == editor.get(page).text


def test_a_bad_row_is_told_mended_and_sent_again(editor: TestClient) -> None:
    checked = send(editor, "реестр.csv", REGISTER + BAD)
    assert "годных 2 + повторов 0 + отклонено 1" in checked.text
    assert '<th scope="row">строка 4</th><td>ИНН</td><td>9900000018</td>' in checked.text
    loaded = finished(editor, editor.post(checked.url.path))
    assert "загружено 2 + уже было 0 + отклонено 1" in loaded.text

    file = editor.get(f"{checked.url.path}/rejected.csv")
    (row,) = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";")
    assert "attachment" in file.headers["content-disposition"]
    assert (row["_cell"], row["Наименование"]) == ("row=4", "ООО «Неверный-Синтез»")
    mended = load(editor, "rejected.csv", file.content.decode("utf-8-sig").replace("9900000018", ""))

    assert "Строк на входе 1 = загружено 1 + уже было 0 + отклонено 0" in mended.text
    assert "Неверный-Синтез" in editor.get("/", params={"q": "Неверный-Синтез"}).text


def test_an_earlier_version_is_told_of_and_replaced(editor: TestClient) -> None:
    load(editor, "реестр.csv", REGISTER)
    shorter = REGISTER.rsplit("\n", 2)[0] + "\n"
    assert "вместо прежней версии" in load(editor, "реестр.csv", shorter).text
    page = send(editor, "реестр.csv", shorter).url.path
    finished(editor, editor.post(page, data={"replace": "true"}))

    assert "Ничего не найдено" in editor.get("/", params={"q": "Небывальск-Деталь"}).text


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"", "a.csv"),
        ("a.exe", b"MZ", ".xlsx"),
        ("a.xlsx", b"not a workbook", "a.xlsx"),
        ("a.csv", "Слово;Число\nx;1\n".encode(), "Слово"),
        ("a.csv", b"\x00\x01\x02", "a.csv"),
        ("", b"x", "file"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_as_a_whole(
    editor: TestClient, name: str, content: bytes, told: str
) -> None:
    answer = send(editor, name, content)

    assert answer.status_code == 422
    assert told in answer.text
    assert "graphmodel-" not in answer.text


def test_a_file_that_is_too_large_is_refused(editor: TestClient) -> None:
    answer = send(editor, "a.csv", b"x" * (LARGEST_BODY + 1))

    assert answer.status_code == 413
    assert "<h1>" in answer.text


def test_hostile_names_and_cells_are_text(editor: TestClient) -> None:
    name = f"../../{HOSTILE}.csv"
    page = send(editor, name, f"Наименование;ИНН;{HOSTILE}\n{HOSTILE};{HOSTILE};x\n{HOSTILE};;x\n").text

    assert "<img" not in page
    assert "&lt;img src=x onerror=window.hacked=1&gt;{{ 7*7 }}" in page


@pytest.mark.parametrize("role", ["reader", "planner"])
def test_who_may_not_write_is_refused_and_told_what_to_do(served: Settings, keys: KeyFile, role: str) -> None:
    with writing(served, keys, role) as client:
        assert 'action="/key"' in client.get("/upload").text
        assert 'type="file"' not in client.get("/upload").text
        answer = send(client, "реестр.csv", REGISTER)
        assert answer.status_code == 403
        assert 'action="/key"' in answer.text


def test_without_a_key_nothing_is_taken(client: TestClient) -> None:
    assert 'action="/key"' in client.get("/upload").text
    assert send(client, "реестр.csv", REGISTER).status_code == 401


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_page_of_another_site_loads_nothing(editor: TestClient, origin: str) -> None:
    page = send(editor, "реестр.csv", REGISTER).url.path
    editor.headers["Origin"] = origin

    assert send(editor, "реестр.csv", REGISTER).status_code == 403
    assert editor.post(page).status_code == 403


def test_a_file_is_kept_for_its_sender_alone() -> None:
    uploads = Uploads()
    name = uploads.add(Upload("one", "a.csv", b""))

    assert uploads.get(name, "one").name == "a.csv"
    with pytest.raises(NotFoundError):
        uploads.get(name, "another")


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/реестр 1.csv", "реестр 1.csv"),
        ("C:\\Data\\x\\a.XLSX", "a.XLSX"),
        ("a\x00\r\n<b>:b.csv", "a____b__b.csv"),
        ("я" * 300 + ".csv", "я" * 60 + ".csv"),
    ],
)
def test_a_name_leads_nowhere(given: str, safe: str) -> None:
    assert safe_name(given) == safe


@pytest.mark.parametrize("given", ["", "..", "csv", "a.csv.exe", "a"])
def test_a_name_that_nobody_reads(given: str) -> None:
    with pytest.raises(BadInputError):
        safe_name(given)


def test_only_so_many_files_are_kept() -> None:
    uploads = Uploads()
    first, *_ = [uploads.add(Upload("one", "a.csv", b"")) for _ in range(MOST + 1)]

    with pytest.raises(NotFoundError):
        uploads.get(first, "one")


def test_a_file_at_work_is_not_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Upload, "running", True)
    uploads = Uploads()
    for _ in range(MOST):
        uploads.add(Upload("one", "a.csv", b""))

    with pytest.raises(CrowdedError):
        uploads.add(Upload("one", "a.csv", b""))
