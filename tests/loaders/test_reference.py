"""The packaged reference data set: every row is good, and everything it says can be followed."""

from functools import cache

from graphmodel.domain.claims import EnterpriseClaim
from graphmodel.domain.facts import facts
from graphmodel.domain.ids import enterprise_id, placeholder_id
from loaders import Reading, reference

RELEASE = "S001"


@cache
def known() -> Reading:
    return reference()


def test_every_row_is_good() -> None:
    assert known().rejected == 0
    assert known().rows == len(known().claims) > 700


def test_no_row_stands_twice() -> None:
    assert len({one.id for one in known().claims}) == len(known().claims)


def test_every_source_is_described_once_and_used() -> None:
    ids = [source.id for source in known().sources]

    assert len(ids) == len(set(ids))
    assert {one.source for one in known().claims} == set(ids)
    assert all(source.title != source.id and source.address for source in known().sources)


def test_every_claim_has_a_place_in_its_source() -> None:
    assert all(one.locator.strip() for one in known().claims)


def test_every_claim_of_the_release_has_its_span() -> None:
    release = [one for one in known().claims if one.source == RELEASE]

    assert len(release) > 10
    for one in release:
        assert one.span
        assert one.locator == f"char={one.span[0]},{one.span[1]}"


def test_ids_of_enterprises_follow_the_rule() -> None:
    """The id is that of a name and a place that some claim states; the unnamed keep the id of their source."""
    stated: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for one in known().claims:
        for fact in facts(one):
            if fact.key[0] == "Enterprise":
                names = [fact.values.get(name) for name in ("name_ru", "name_en", "name_uz")]
                stated.setdefault(fact.key[1], set()).update(
                    filter(None, [*names, *fact.values.get("aliases", ())])
                )
                if fact.placeholder:
                    stated[fact.key[1]] |= {f"{one.source}"}
            if fact.key[0] == "LOCATED_IN" and fact.target:
                places.setdefault(fact.key[2], {""}).update((fact.target[1], fact.target[1][:2]))
    wrong = [key for key, names in stated.items() if not _follows(key, names, places.get(key, {""}))]

    assert len(stated) > 80
    assert not wrong


def _follows(key: str, names: set[str], places: set[str]) -> bool:
    if key.startswith("unnamed-"):
        return any(placeholder_id(source, name) == key for source in names for name in names)
    return any(enterprise_id(name, place) == key for name in names for place in places)


def test_an_enterprise_is_told_by_a_claim_of_its_own() -> None:
    told = {one.enterprise for one in known().claims if isinstance(one, EnterpriseClaim)}
    mentioned = {fact.key[1] for one in known().claims for fact in facts(one) if fact.key[0] == "Enterprise"}

    assert mentioned - told == set()
