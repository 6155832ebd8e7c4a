"""Deterministic ids: a registry number where one is known, else a hash of what is known."""

import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from graphmodel.domain.names import normalise

REGISTRIES: dict[str, str] = {"inn": "ru-inn", "stir": "uz-stir", "lei": "lei", "ogrn": "ru-ogrn"}
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def enterprise_id(name: str, place: str = "", identifiers: Mapping[Any, str] | None = None) -> str:
    """The id of an enterprise: `ru-inn-…`, `uz-stir-…`, `lei-…`, else a hash of normalised name and place code."""
    for registry, prefix in REGISTRIES.items():
        if number := (identifiers or {}).get(registry):
            return f"{prefix}-{number.lower()}"
    return _derived_id("ent", name, place)


@lru_cache(maxsize=16_384)
def _derived_id(prefix: str, name: str, *more: str) -> str:
    return f"{prefix}-{_digest(normalise(name), *more)}"


def placeholder_id(source: str, name: str) -> str:
    """The id of an enterprise that `source` does not name: the same wording in another source is another one."""
    return f"unnamed-{_digest(source, name)}"


def agreement_id(kind: str, parties: list[str], signed: str) -> str:
    """The id of an agreement that has none of its own: its kind, its parties in any order, and its date."""
    return f"agr-{_digest(kind, signed, *sorted(parties))}"


def named_id(prefix: str, name: str) -> str:
    """The id of a product, event or cluster that has none of its own."""
    return _derived_id(prefix, name)


def claim_id(content: dict[str, Any]) -> str:
    """The id of a claim: a hash of all it says, so that the same claim read twice is one claim."""
    return f"clm-{_digest(_CANONICAL.encode(content))}"


def claim_number(key: str) -> int:
    """The id of a claim as a number of 64 bits, for those who keep very many."""
    return int(key.removeprefix("clm-"), 16)


def numbered_claim_id(number: int) -> str:
    """The id that `claim_number` made a number."""
    return f"clm-{number:016x}"


class ClaimIds(AbstractSet[str]):
    """Ids of very many claims, in little over half the memory of a set of texts."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._numbers = set(map(claim_number, ids))

    def update(self, ids: Iterable[str]) -> None:
        """Add these."""
        self._numbers.update(map(claim_number, ids))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and claim_number(key) in self._numbers

    def __iter__(self) -> Iterator[str]:
        return map(numbered_claim_id, self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
