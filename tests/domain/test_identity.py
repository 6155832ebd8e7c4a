"""Which records become one enterprise, from recorded decisions in any order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.identity import By, Decision, Verdict, members, open_questions, representatives

RECORDS = ("ru-inn-2302054321", "atiss", "ent-1", "ent-2", "ent-3")


def decision(
    one: str, other: str, verdict: Verdict = "same", by: By = "score", score: float = 0.95
) -> Decision:
    one, other = sorted((one, other))
    return Decision(one=one, other=other, verdict=verdict, by=by, score=score)


decided = st.lists(
    st.builds(
        decision,
        st.just("a"),
        st.just("b"),
        st.sampled_from(["same", "different", "open"]),
        st.sampled_from(["number", "score", "person"]),
        st.floats(0, 1),
    ),
    min_size=10,
    max_size=10,
).map(
    lambda made: [
        one.model_copy(update={"one": min(pair), "other": max(pair)})
        for one, pair in zip(made, combinations(RECORDS, 2), strict=True)
    ]
)


def groups(decisions: list[Decision]) -> set[frozenset[str]]:
    return {frozenset(records) for records in members(representatives(decisions)).values()}


@given(decided.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_any_order_gives_the_same_groups(orders: tuple[list[Decision], list[Decision]]) -> None:
    told, shuffled = orders

    assert representatives(told) == representatives(shuffled)
    assert open_questions(told) == open_questions(shuffled)


@given(decided)
def test_what_a_person_told_apart_is_never_one(told: list[Decision]) -> None:
    for one in told:
        if one.by == "person" and one.verdict == "different":
            assert not any(set(one.pair) <= group for group in groups(told))


@given(decided)
def test_automatic_groups_agree_in_every_pair(told: list[Decision]) -> None:
    automatic = [one for one in told if one.automatic]
    same = {frozenset(one.pair) for one in automatic if one.verdict == "same"}

    for group in groups(automatic):
        assert all(frozenset(pair) in same for pair in combinations(group, 2))


@given(decided)
def test_nothing_is_asked_that_is_answered(told: list[Decision]) -> None:
    stands = representatives(told)
    for asked in open_questions(told):
        one, other = (stands.get(record, record) for record in asked.pair)
        assert one != other
        assert not any(
            not answer.automatic and {stands.get(r, r) for r in answer.pair} == {one, other}
            for answer in told
        )


def test_the_registry_number_lends_its_id() -> None:
    told = [decision("ent-1", "atiss"), decision("ent-1", RECORDS[0]), decision("atiss", RECORDS[0])]

    assert representatives(told) == {"ent-1": RECORDS[0], "atiss": RECORDS[0]}
    assert representatives(told[:1]) == {"ent-1": "atiss"}


def test_two_that_are_each_like_a_third_need_to_be_alike() -> None:
    bridge = [decision("ent-1", "ent-2", score=0.97), decision("ent-2", "ent-3", score=0.96)]

    assert groups(bridge) == {frozenset({"ent-1", "ent-2"})}
    assert [asked.pair for asked in open_questions(bridge)] == [("ent-2", "ent-3")]
    assert groups([*bridge, decision("ent-1", "ent-3")]) == {frozenset({"ent-1", "ent-2", "ent-3"})}


def test_a_person_merges_whole_groups() -> None:
    told = [decision("ent-1", "ent-2"), decision("ent-2", "ent-3", by="person")]

    assert groups(told) == {frozenset({"ent-1", "ent-2", "ent-3"})}


def test_the_same_question_about_a_merged_record_is_asked_once() -> None:
    told = [
        decision("ent-1", "ent-2"),
        decision("ent-1", "ent-3", "open", score=0.8),
        decision("ent-2", "ent-3", "open", score=0.7),
    ]
    assert [asked.pair for asked in open_questions(told)] == [("ent-1", "ent-3")]

    refused = decision("ent-1", "ent-3", "different", "person")
    assert not open_questions([told[0], refused, told[2]])


def numbered(decision: Decision, **inn: str) -> Decision:
    """A decision with the numbers of its records `one` and `other`."""
    ends = {"one": decision.one, "other": decision.other}
    return decision.model_copy(
        update={"numbers": {ends[end]: {"inn": number} for end, number in inn.items()}}
    )


def test_two_numbers_are_never_one_through_a_third() -> None:
    told = [
        numbered(decision("ent-1", "ent-2", by="person"), one="9900000017"),
        numbered(decision("ent-2", "ent-3"), other="9900000024"),
    ]

    assert groups(told) == {frozenset({"ent-1", "ent-2"})}
    assert not open_questions(told)


def test_one_that_may_be_either_of_two_is_neither() -> None:
    told = [
        numbered(decision("ent-1", "ent-2"), one="9900000017"),
        numbered(decision("ent-2", "ent-3"), other="9900000024"),
    ]

    assert not groups(told)
    assert len(open_questions(told)) == 2
