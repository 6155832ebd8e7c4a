"""What was known, and held, on a day: of each claim what it said by then.

* A claim counts from the first day that its `asserted` can mean: `2025` from 1 January 2025 on. One without a date
  counts from the publication of its source; where that has no date either, nothing says when it was not so, and it
  counts on every day.
* A supply counts from the first day that its `since` can mean, an agreement from that of its `signed`: what was to
  come is not there yet.
* A supply whose `until` lies wholly before the day has ended, whatever its claim said.

Which records are one enterprise is a finding about all days. `recorded`, when somebody typed the claim in, says nothing
of when it was known.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from graphmodel.domain.claims import AgreementClaim, Claim, SuppliesClaim
from graphmodel.domain.dates import UNDATED, bounds


def claims_on(day: date, claims: Iterable[tuple[Claim, str]]) -> Iterator[Claim]:
    """What of these claims, each with the date of its source (EDTF), counts on a day; ids stay as they are."""
    for claim, published in claims:
        if all(_begun(edtf, day) for edtf in _beginnings(claim, published)):
            yield _ended(claim) if _is_over(claim, day) else claim


def _begun(edtf: str, day: date) -> bool:
    return bounds(edtf)[0] <= day


def _beginnings(claim: Claim, published: str) -> Iterator[str]:
    yield published if claim.asserted == UNDATED else claim.asserted
    if isinstance(claim, SuppliesClaim) and claim.since:
        yield claim.since
    if isinstance(claim, AgreementClaim) and claim.signed:
        yield claim.signed


def _is_over(claim: Claim, day: date) -> bool:
    return isinstance(claim, SuppliesClaim) and claim.until is not None and bounds(claim.until)[1] < day


def _ended(claim: Claim) -> Claim:
    ended: Claim = claim.model_copy(update={"status": "ended"})
    return ended
