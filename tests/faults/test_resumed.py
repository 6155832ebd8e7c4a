"""A killed load is gone on with where it stopped; a refused one leaves nothing; constraints come before the rows."""

import shutil
from pathlib import Path
from typing import Final, LiteralString

import pytest

from graphmodel.store import statements
from graphmodel.store.projector import BATCH
from graphmodel.texts import text
from loaders import resolve
from tests.faults.conftest import EARLIER
from tests.faults.site import Load, Look, Site
from tests.graph import empty
from tests.loaders.workbooks import delimited

WRITTEN: Final = "MATCH (c:Claim) RETURN c.id AS id, c.recorded AS recorded"
PENDING: Final = "MATCH (c:Pending) RETURN count(c) AS number"
CONSTRAINTS: Final = "SHOW CONSTRAINTS YIELD name RETURN count(name) AS number"
ROWS: Final = "MATCH (n) RETURN count(n) AS number"
STAGED: Final = "MATCH (c:Pending) RETURN c.id AS id, c.recorded AS recorded"


def kill_at(load: Load, look: Look, counted: LiteralString, number: int) -> None:
    """Wait until the database holds so many of something, and kill the load."""
    while look(counted)["number"] < number:
        assert load.process.poll() is None, load.stderr
    load.kill()


def written(look: Look, statement: str) -> set[tuple[str, str]]:
    """Which claims there are, and when each was written."""
    return {(row["id"], row["recorded"]) for row in look.rows(statement)}


def test_a_killed_load_goes_on_where_it_stopped(site: Site, long: Path) -> None:
    empty(site.server)
    site.take(long)
    with site.store() as store:
        resolve(store)
        after = store.view().canonical()
    empty(site.server)
    with site.looking() as look:
        kill_at(site.load(long), look, PENDING, BATCH)
        staged = written(look, STAGED)
    again = site.load(long)

    assert again.ended() == 0, again.stderr
    assert text("cli.resumed", "ru", claims=len(staged)) in again.stderr
    with site.looking() as look:
        assert staged < written(look, WRITTEN)
    assert site.canonical() == after


@pytest.mark.parametrize("spoil", ["unclosed quote", "rejects"])
def test_a_refused_load_leaves_nothing(site: Site, long: Path, tmp_path: Path, spoil: str) -> None:
    files = shutil.copytree(long, tmp_path / "refused")
    rows = (files / "supplies.csv").read_text(encoding="utf-8").splitlines()
    spoilt = [_spoilt(row, spoil, number, len(rows)) for number, row in enumerate(rows)]
    (files / "supplies.csv").write_text("\n".join(spoilt) + "\n", encoding="utf-8")
    site.begin(delimited(tmp_path / "earlier.csv", EARLIER))
    before = site.canonical()
    refused = site.load(files)

    assert refused.ended() == 3 and "Traceback" not in refused.stderr, refused.stderr
    assert site.canonical() == before


def _spoilt(row: str, spoil: str, number: int, rows: int) -> str:
    """The row with a quote that is not closed, far down, or, of the last fifth, one that is to be rejected."""
    if spoil == "rejects":
        return row + ",0" if number > 0.8 * rows else row
    return row.replace(",", ',"', 1) if number == rows - 50 else row


@pytest.mark.parametrize("first", [CONSTRAINTS, ROWS], ids=["constraint", "row"])
def test_constraints_come_before_the_first_row(site: Site, tmp_path: Path, first: LiteralString) -> None:
    file = delimited(tmp_path / "first.csv", EARLIER)
    empty(site.server)
    with site.looking() as look:
        unprepare(look)
        kill_at(site.load(file), look, first, 1)
        assert prepared(look) or look(ROWS) == {"number": 0}

        again = site.load(file)
        assert again.ended() == 0, again.stderr
        assert prepared(look)


def test_constraints_outlast_a_database_killed_while_it_is_prepared(site: Site, tmp_path: Path) -> None:
    file = delimited(tmp_path / "first.csv", EARLIER)
    empty(site.server)
    with site.looking() as look:
        unprepare(look)
        load = site.load(file)
        while look(CONSTRAINTS)["number"] < 5:
            assert load.process.poll() is None, load.stderr
    site.kill()
    try:
        assert load.ended() == 4, load.stderr
    finally:
        site.start()
    again = site.load(file)

    assert again.ended() == 0, again.stderr
    with site.looking() as look:
        assert prepared(look)


def unprepare(look: Look) -> None:
    """A database that is new to us."""
    for row in look.rows("SHOW CONSTRAINTS YIELD name"):
        look.rows(f"DROP CONSTRAINT {row['name']}")
    for row in look.rows("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        look.rows(f"DROP INDEX {row['name']}")


def prepared(look: Look) -> bool:
    """Whether every constraint is there, and can be used."""
    there = {row["name"] for row in look.rows("SHOW CONSTRAINTS YIELD name")}
    online = {row["name"] for row in look.rows("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'")}
    return there & online >= statements.CONSTRAINTS.keys()
