"""The reasons of a decision, as a person reads them."""

from graphmodel.domain.identity import Reason
from graphmodel.texts import Language, text


def told(reason: Reason, lang: Language | None = None) -> str:
    """One line: what was compared, what was found, and the points that it gave or took."""
    points = f"{reason.points:+.2f}".replace("-", "−")
    return text(f"matching.reason_{reason.code}", lang, one=reason.one, other=reason.other, points=points)
