"""From what was found in a text to claims: each with its span, its quotation and its place in the source."""

from collections.abc import Iterator
from typing import Any, Final

from graphmodel.domain.claims import (
    AggregateClaim,
    AgreementClaim,
    Claim,
    EnterpriseClaim,
    EventClaim,
    LocatedInClaim,
    MembershipClaim,
    Source,
    Status,
    SuppliesClaim,
)
from graphmodel.domain.references import Ref
from graphmodel.texts import text
from loaders.press import members
from loaders.press.agreements import agreements, signed_on
from loaders.press.cast import Actor, Cast
from loaders.press.deals import Agreement, Supply
from loaders.press.events import Happening, about, happenings, nearest
from loaders.press.industries import shown
from loaders.press.language import Sentence
from loaders.press.numbers import Figure, figures
from loaders.press.reading import read_cast
from loaders.press.supplies import supplies

_TYPED: Final = 0.9
_BARE: Final = 0.7
_INFERRED: Final = 0.6


class _Writer:
    """Writes the fields that every claim of one text has."""

    def __init__(self, cast: Cast, source: Source) -> None:
        self._cast, self._source = cast, source

    def told(self, span: tuple[int, int], status: Status, confidence: float) -> dict[str, Any]:
        """Source, place, quotation, date, status and confidence of a claim."""
        return {
            "source": self._source.id,
            "locator": f"char={span[0]},{span[1]}",
            "span": span,
            "quote": self._cast.text[slice(*span)],
            "asserted": self._source.date,
            "status": status,
            "confidence": confidence,
        }

    def enterprise(self, actor: Actor) -> Iterator[Claim]:
        """That it exists, and where it lies."""
        confidence = _TYPED if actor.seen.typed else _BARE
        told = self.told(actor.seen.span, "active", confidence)
        yield EnterpriseClaim(
            kind="enterprise",
            name=actor.name,
            names=actor.names,
            placeholder=actor.placeholder,
            place=actor.place,
            **told,
        )
        if actor.place:
            yield LocatedInClaim(kind="located_in", subject=actor.ref(), place=actor.place, **told)

    def event(self, event: Happening) -> Claim:
        """That it took place, and where."""
        told = self.told(event.span, "active", _TYPED)
        return EventClaim(kind="event", name=event.name, place=event.place, date=event.date, **told)

    def industries(self, event: Happening, sentence: Sentence, names: list[str]) -> Claim:
        """Which industries were shown there."""
        told = self.told(sentence.span, "active", _BARE)
        note = text("press.shown", "ru", industries=", ".join(names))
        return EventClaim(
            kind="event", name=event.name, place=event.place, date=event.date, note=note, **told
        )

    def agreement(self, one: Agreement, event: Happening | None) -> Claim:
        """Who agreed with whom on what."""
        return AgreementClaim(
            kind="agreement",
            agreement_kind=one.kind,
            parties=tuple(party.ref() if isinstance(party, Actor) else party for party in one.parties),
            signed=signed_on(one, self._cast.text),
            subject="; ".join(one.subjects) or None,
            event=event.ref() if event else None,
            founds=Ref(type="cluster", name=one.cluster) if one.cluster else None,
            **self.told(one.span, one.status, _INFERRED if one.inferred else _TYPED),
        )

    def membership(self, member: members.Member) -> Claim:
        """Who belongs to which cluster."""
        told = self.told(member.span, member.status, _TYPED if member.status == "active" else _INFERRED)
        cluster = Ref(type="cluster", name=member.cluster)
        return MembershipClaim(kind="membership", member=member.actor.ref(), cluster=cluster, **told)

    def supply(self, one: Supply) -> Claim:
        """Who delivers what to whom."""
        product = Ref(type="product", name=one.product) if one.product else None
        told = self.told(one.sentence.span, one.status, _BARE)
        return SuppliesClaim(
            kind="supplies", supplier=one.supplier.ref(), buyer=one.buyer.ref(), product=product, **told
        )

    def figure(self, figure: Figure, ref: Ref) -> Claim:
        """A number about a region or an event."""
        told = self.told(figure.span, "signed", _TYPED)
        return AggregateClaim(
            kind="aggregate",
            about=ref,
            measure=figure.measure,
            value=figure.value,
            unit=figure.unit,
            currency=figure.currency,
            bound=figure.bound,
            **told,
        )


def _actors(cast: Cast, used: list[Actor]) -> list[Actor]:
    """Every named enterprise, and the unnamed ones that take part in something."""
    named = (actor for actor in cast.actors if not actor.placeholder and not actor.weak)
    unnamed = (actor for actor in used if actor.placeholder or actor.weak)
    return sorted(
        {id(actor): actor for actor in (*named, *unnamed)}.values(), key=lambda actor: actor.seen.span
    )


def _aggregates(writer: _Writer, cast: Cast, events: list[Happening]) -> Iterator[Claim]:
    before: Figure | None = None
    ref: Ref | None = None
    for sentence in cast.sentences:
        found = list(figures(sentence, cast.text, before))
        if any(figure.unit for figure in found):
            ref = about(cast, sentence, events)
        if ref:
            yield from (writer.figure(figure, ref) for figure in found)
        before = next((figure for figure in found if figure.unit and figure.measure != "suppliers"), None)


def extract(content: str, source: Source) -> tuple[Claim, ...]:
    """The claims of a press release, in the order of the text within each kind.

    Spans count the code points of `content`. Nothing is claimed of what a sentence denies.
    """
    cast = read_cast(content)
    events, deals = happenings(cast), agreements(cast)
    links = list(supplies(cast, deals))
    belonging = members.members(cast, deals)
    parties = [party for deal in deals for party in deal.parties if isinstance(party, Actor)]
    traders = [actor for link in links for actor in (link.supplier, link.buyer)]
    used = [*parties, *traders, *(member.actor for member in belonging)]
    writer = _Writer(cast, source)
    claims: list[Claim] = [claim for actor in _actors(cast, used) for claim in writer.enterprise(actor)]
    claims += [writer.event(event) for event in events]
    claims += [writer.industries(*one) for one in shown(cast, events)]
    claims += [writer.agreement(deal, nearest(cast, deal.sentence, events)) for deal in deals]
    claims += [writer.membership(member) for member in belonging]
    claims += [writer.supply(link) for link in links]
    return (*claims, *_aggregates(writer, cast, events))
