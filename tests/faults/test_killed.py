"""kill -9 of a load or of its database at any moment, then the same command again: the graph is the same."""

from dataclasses import replace
from time import monotonic

import pytest

from tests.faults.conftest import Case
from tests.faults.site import Load, Moment, Site, moments

AT = moments(10)
OF_DATABASE = moments(10, ("staging", "projecting", "resolving", "linking"))
SOME = [*OF_DATABASE[:3], *(pytest.param(moment, marks=pytest.mark.large) for moment in OF_DATABASE[3:])]


def stopped_at(moment: Moment, site: Site, case: Case, **environment: str) -> Load:
    """A load that has come to the moment. One that ends before it is begun anew, for an earlier moment."""
    site.begin(case.earlier)
    load = site.load(case.files, **environment)
    if load.lives_to(moment, case.lengths):
        return load
    assert load.ended() == 0, load.stderr
    return stopped_at(replace(moment, share=moment.share / 2), site, case, **environment)


def again(site: Site, case: Case) -> None:
    """The same command, undisturbed, and what must come of it."""
    load = site.load(case.files)
    assert load.ended() == 0, load.stderr
    assert site.canonical() == case.after


def test_the_graph_changes_step_by_step(case: Case) -> None:
    assert len(set(case.steps)) == 3
    assert list(case.lengths) == ["reading", "staging", "linking", "projecting", "resolving"]


@pytest.mark.parametrize("moment", AT[:5], ids=str)
def test_a_killed_load(site: Site, case: Case, moment: Moment) -> None:
    stopped_at(moment, site, case).kill()
    again(site, case)


@pytest.mark.parametrize("moment", AT[5:], ids=str)
def test_a_reader_after_a_killed_load(site: Site, case: Case, moment: Moment) -> None:
    stopped_at(moment, site, case).kill()
    reader = site.run("sources")

    assert reader.returncode == 0 and "Traceback" not in reader.stderr, reader.stderr
    assert site.canonical() in case.steps
    again(site, case)


def without_database(moment: Moment, site: Site, case: Case) -> Load:
    """A load that has ended because its database was killed at the moment; the database runs again."""
    load = stopped_at(moment, site, case, GRAPHMODEL_DEADLINE=str(case.deadline))
    site.kill()
    killed = monotonic()
    try:
        code = load.ended()
        assert monotonic() - killed < 4 * case.deadline
    finally:
        site.start()
    return load if code else without_database(replace(moment, share=moment.share / 2), site, case)


@pytest.mark.parametrize("moment", SOME, ids=str)
def test_a_killed_database(site: Site, case: Case, moment: Moment) -> None:
    load = without_database(moment, site, case)

    assert load.ended() == 4 and "Traceback" not in load.stderr, load.stderr
    assert site.server.uri in load.stderr
    again(site, case)
