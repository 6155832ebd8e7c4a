"""What Russian says of those who belong to a cluster."""

import pytest

from graphmodel.domain.claims import MembershipClaim, Source
from loaders.press import extract


def _members(text: str) -> dict[str, str]:
    found = extract(text, Source(id="S", title="S"))
    return {claim.member.name: claim.status for claim in found if isinstance(claim, MembershipClaim)}


@pytest.mark.parametrize(
    "text",
    [
        "В кластер «Сон», кроме «Примера», входит «Миф».",
        "Кластер «Сон» включает завод «Пример» и компанию «Миф».",
        "Кластер «Сон» объединяет производителей техники: «Пример» и «Миф».",
        "Участниками кластера «Сон» являются «Пример» и «Миф».",
        "В кластере «Сон» работают «Пример» и «Миф».",
        "Основу кластера «Сон» составили завод «Пример» и компания «Миф».",
        "В состав кластера «Сон» включены «Пример» и «Миф».",
        "Кластер «Сон» создают «Пример» и «Миф».",
        "Список резидентов кластера «Сон» пополнили «Пример» и «Миф».",
        "Кластер «Сон» образован. В него вошли завод «Пример» и ООО «Миф».",
        "Кластер «Сон» пополнился двумя резидентами. Ими стали завод «Пример» и ООО «Миф».",
        "В кластер «Сон» входят 12 предприятий, среди которых «Пример» и «Миф».",
    ],
)
def test_who_belongs_to_a_cluster(text: str) -> None:
    assert _members(text) == {"Пример": "active", "Миф": "active"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Компания «Пример», резидент кластера «Сон», выпустила плуг.", "active"),
        ("Завод «Пример» (участник кластера «Сон») выпустил плуг.", "active"),
        ("Завод «Пример», который входит в кластер «Сон», выпустил плуг.", "active"),
        ("Завод «Пример» получил статус участника кластера «Сон».", "active"),
        ("Совет одобрил вступление в кластер «Сон» завода «Пример».", "active"),
        ("Завод «Пример» планирует вступить в кластер «Сон».", "announced"),
        ("Кластер «Сон» покинула компания «Пример».", "ended"),
    ],
)
def test_as_what_a_firm_belongs_to_a_cluster(text: str, status: str) -> None:
    assert _members(text) == {"Пример": status}


@pytest.mark.parametrize(
    "text",
    [
        "Завод «Пример» не входит в кластер «Сон».",
        "Участники кластера «Сон» осмотрели завод «Пример».",
        "Министерство включило кластер «Сон» в реестр. Завод «Пример» выпустил плуг.",
    ],
)
def test_who_belongs_to_no_cluster(text: str) -> None:
    assert not _members(text)
