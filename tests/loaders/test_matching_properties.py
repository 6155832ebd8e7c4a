"""What holds for any records: order does not matter, numbers that contradict never merge, parts fit the whole."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.matching import SPLITS, pairs, synthetic
from graphmodel.domain.identity import Decision, Profile
from loaders.matching import blocks, contradict, decide, decisions

NAMES = sorted({profile.names[0] for split in SPLITS for pair in pairs(split) for profile in pair[:2]})
INNS = ["9900000017", "9900000024"]
PLACES = ["", "RU", "RU-KDA", "RU-BA", "UZ", "UZ-TK", "DE"]

names = st.one_of(st.sampled_from(NAMES), st.text(max_size=30))
profiles = st.builds(
    Profile,
    id=st.uuids().map(str),
    names=st.lists(names, min_size=1, max_size=3).map(tuple),
    numbers=st.dictionaries(st.sampled_from(["inn", "ogrn", "stir", "lei", "okpo"]), st.sampled_from(INNS)),
    place=st.sampled_from(PLACES),
)
several = st.lists(profiles, max_size=8, unique_by=lambda profile: profile.id)


@given(profiles, profiles)
def test_a_decision_is_symmetric(one: Profile, other: Profile) -> None:
    assert decide(one, other) == decide(other, one)


@given(profiles, profiles)
def test_the_order_of_names_does_not_matter(one: Profile, other: Profile) -> None:
    turned = replace(one, names=one.names[::-1])

    assert decide(one, other) == decide(turned, other)


@given(several, st.randoms(use_true_random=False))
def test_decisions_do_not_depend_on_order(found: list[Profile], chance: random.Random) -> None:
    shuffled = found.copy()
    chance.shuffle(shuffled)

    assert decisions(found) == decisions(shuffled)


@given(names, names, st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_two_numbers_of_one_registry_are_never_merged(
    name: str, other: str, place: str, elsewhere: str
) -> None:
    one = Profile(id="a", names=(name,), place=place, numbers={"inn": INNS[0]})
    two = Profile(id="b", names=(name, other), place=elsewhere, numbers={"inn": INNS[1]})

    assert contradict(one, two)
    assert decide(one, two) is None
    assert decisions([one, two]) == []


@given(several)
def test_every_merger_is_found(found: list[Profile]) -> None:
    ordered = sorted(found, key=lambda profile: profile.id)
    expected = [
        decision
        for n, one in enumerate(ordered)
        for other in ordered[n + 1 :]
        if (decision := decide(one, other)) and decision.verdict == "same"
    ]

    assert [one for one in decisions(found) if one.verdict == "same"] == expected


def _of(found: list[Decision], fresh: set[str]) -> list[Decision]:
    return [one for one in found if {one.one, one.other} & fresh]


@pytest.fixture(scope="module")
def records() -> list[Profile]:
    return synthetic(3000)


@pytest.mark.parametrize("step", [1, 7, 500])
def test_fresh_records_give_their_part_of_the_whole(records: list[Profile], step: int) -> None:
    fresh = {record.id for record in records[::step]}

    part = decisions(records, fresh)

    assert part
    assert part == _of(decisions(records), fresh)


@settings(max_examples=20)
@given(st.lists(profiles, max_size=6, unique_by=lambda profile: profile.id), st.data())
def test_any_fresh_records_give_their_part(found: list[Profile], data: st.DataObject) -> None:
    fresh = set(data.draw(st.lists(st.sampled_from([one.id for one in found] or ["none"]))))

    assert decisions(found, fresh) == _of(decisions(found), fresh)


def test_nothing_comes_of_nothing() -> None:
    assert decisions([]) == []
    assert decisions([Profile(id="a", names=("АТИСС",))]) == []


def test_progress_runs_to_its_end(records: list[Profile]) -> None:
    heard: list[tuple[int, int]] = []

    decisions(records, progress=lambda done, total: heard.append((done, total)))

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] > 0


def test_a_large_block_loses_no_merger() -> None:
    many = blocks.LARGEST + 10
    records = [
        Profile(id=f"{n:03}", names=("Тарабаркин",), place=PLACES[n % len(PLACES)]) for n in range(many)
    ]

    found = [one for one in decisions(records) if one.verdict == "same"]
    expected = [
        decision
        for n, one in enumerate(records)
        for other in records[n + 1 :]
        if (decision := decide(one, other)) and decision.verdict == "same"
    ]

    assert found == expected


def _numbered(name: str, many: int) -> list[Profile]:
    return [
        Profile(id=f"{n:03}", names=(name.format(n=n),), place=PLACES[n % len(PLACES)]) for n in range(many)
    ]


@pytest.mark.parametrize("name", ["Агросервис-{n}", "Тарабаркин №{n}", "ООО «Агросервис {n}»"])
def test_names_that_differ_by_a_number_are_not_compared(name: str) -> None:
    assert blocks.candidates(_numbered(name, 700), None) == []


def test_a_name_that_many_bear_is_compared_within_regions_alone() -> None:
    records = _numbered("Агросервис", 700)

    found = blocks.candidates(records, None)

    regions = sum(len(place) > 2 for place in PLACES)
    assert len(found) == regions * 100 * 99 // 2
    assert {records[one].place for one, _ in found} == {place for place in PLACES if len(place) > 2}
