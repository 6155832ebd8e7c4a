"""What a press release says, as claims; nothing is stored."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.domain import wording
from graphmodel.domain.claims import (
    AggregateClaim,
    AgreementClaim,
    Claim,
    EnterpriseClaim,
    EventClaim,
    LocatedInClaim,
    MembershipClaim,
    SuppliesClaim,
)
from graphmodel.domain.references import Place
from graphmodel.errors import BadInputError
from graphmodel.sections import figure
from graphmodel.texts import default_language, text
from loaders import press

File = Annotated[Path, typer.Argument(help=help_text("arg_release"))]


def extract(file: File, as_json: AsJson = False, lang: Lang = None) -> None:
    """Print the claims of a press release with the places in its text that they come from."""
    if file.suffix.lower() not in press.ENDINGS:
        raise BadInputError("loaders.unknown_kind", file=file, known=", ".join(press.ENDINGS))
    content, source = press.parse(file)
    claims = press.extract(content, source)
    if as_json:
        told = [claim.model_dump(mode="json", exclude_none=True) for claim in claims]
        print_json({"source": source.model_dump(mode="json", exclude_none=True), "claims": told})
        return
    for claim in claims:
        place = wording.place_in_source(claim.locator, default_language())
        out.print(Text(text("cli.extracted", claim=_told(claim), place=place)))
    err.print(Text(text("cli.extracted_in_all", number=len(claims))))


def _where(place: Place | None) -> str:
    return f" ({place.name or place.country})" if place else ""


def _told(claim: Claim) -> str:  # noqa: PLR0911  one line a kind
    """A claim in one line."""
    lang = default_language()
    match claim:
        case EnterpriseClaim():
            key = "cli.extracted_unnamed" if claim.placeholder else "cli.extracted_enterprise"
            return text(key, name=claim.name)
        case EventClaim():
            told = text("cli.extracted_event", name=claim.name + _where(claim.place))
            return ". ".join(filter(None, (told, claim.note)))
        case LocatedInClaim():
            return f"{claim.subject.name} → {claim.place.name or claim.place.country}"
        case AgreementClaim():
            kind = wording.code("agreement", claim.agreement_kind, lang)
            parties = " – ".join(party.name for party in claim.parties)
            return ": ".join(filter(None, (kind, parties, claim.subject)))
        case MembershipClaim():
            return f"{claim.member.name} ∈ {claim.cluster.name}"
        case SuppliesClaim():
            product = f": {claim.product.name}" if claim.product else ""
            return f"{claim.supplier.name} → {claim.buyer.name}{product}"
        case AggregateClaim():
            return _figure(claim)
    return claim.kind


def _figure(claim: AggregateClaim) -> str:
    lang = default_language()
    measure = wording.code("measure", claim.measure, lang)
    return f"{claim.about.name}: {measure} {figure(claim.value, claim.currency, claim.bound, lang)}"
