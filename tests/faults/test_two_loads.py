"""Two loads at once end in the same graph as one after the other."""

import signal
from pathlib import Path

from graphmodel.texts import text
from tests.faults.conftest import Case
from tests.faults.site import Load, Site

WAITING = text("cli.waiting", "ru")


def pause_in(phase: str, load: Load) -> None:
    """Stop a load in a phase, so that it goes on all the while another one begins."""
    for at in load.phases():
        if at == phase:
            load.process.send_signal(signal.SIGSTOP)
            return
    raise AssertionError(f"never {phase}")


def paused_between(site: Site, case: Case, *files: Path) -> Load:
    """A load of these files that has written its claims, and waits before it is settled who is who."""
    site.begin(case.earlier)
    load = site.load(*files)
    pause_in("resolving", load)
    with site.looking() as look:
        if look("MATCH (j:Journal) RETURN count(j) AS held") == {"held": 0}:
            return load
    load.kill()
    return paused_between(site, case, *files)


def both(site: Site, one: Path, *other: Path) -> None:
    """Load the second while the first is at it; the second waits, and both end well."""
    first = site.load(one)
    pause_in("staging", first)
    second = site.load(*other)
    told = second.tells(WAITING)
    first.process.send_signal(signal.SIGCONT)

    assert first.ended() == 0, first.stderr
    assert second.ended() == 0, second.stderr
    assert told


def test_different_files(site: Site, case: Case) -> None:
    site.begin(case.earlier)
    one, *other = sorted(case.files.glob("*.csv"))
    both(site, one, *other)

    assert site.canonical() == case.after


def test_the_same_files(site: Site, case: Case) -> None:
    site.begin(case.earlier)
    both(site, case.files, case.files)

    assert site.canonical() == case.after


def test_a_load_begins_before_another_has_settled_who_is_who(site: Site, case: Case) -> None:
    one, *other = sorted(case.files.glob("*.csv"))
    first = paused_between(site, case, *other)
    second = site.load(one)
    pause_in("staging", second)
    first.process.send_signal(signal.SIGCONT)
    told = first.tells(WAITING)
    second.process.send_signal(signal.SIGCONT)

    assert first.ended() == 0, first.stderr
    assert second.ended() == 0, second.stderr
    assert told
    assert site.canonical() == case.after
