"""How close two products are by their codes: the longer the common beginning, the closer."""

from dataclasses import dataclass
from typing import Final

from graphmodel.domain.graph import Node

SAME_CODE: Final = 0.75


@dataclass(frozen=True)
class _Classifier:
    """A hierarchy of codes, one digit a level. Codes meet that share `least` digits."""

    name: str
    least: int


CLASSIFIERS: Final = (_Classifier("okpd2", 5), _Classifier("hs", 5))


@dataclass(frozen=True)
class Closeness:
    """`score` from 0 to 1; `classifier` and `code` name the class that both belong to, for two products."""

    score: float
    classifier: str = ""
    code: str = ""


SAME_PRODUCT: Final = Closeness(1.0)


def closeness(one: Node, other: Node) -> Closeness | None:
    """How close two products are, or None where their codes do not meet.

    1 for the very product. Else 0.75 x common digits / digits of the longer code, for the best pair of codes: the same
    class is not yet the same part. Codes meet in the subgroup of OKPD2 (28.12.1) or the subheading of HS (8483.4), or
    where the one code is the class of the other (8412 and 8412.29); other HS headings hold machines beside parts.
    """
    if one.key == other.key:
        return SAME_PRODUCT
    pairs = (
        _of_codes(classifier, a, b)
        for classifier in CLASSIFIERS
        for a in one.properties.get(classifier.name, ())
        for b in other.properties.get(classifier.name, ())
    )
    return max((pair for pair in pairs if pair), key=lambda p: (p.score, p.classifier, p.code), default=None)


def _of_codes(classifier: _Classifier, one: str, other: str) -> Closeness | None:
    a, b = one.replace(".", ""), other.replace(".", "")
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if common < min(classifier.least, len(a), len(b)):
        return None
    return Closeness(SAME_CODE * common / max(len(a), len(b)), classifier.name, _beginning(one, common))


def _beginning(code: str, digits: int) -> str:
    """The first `digits` digits of a code, with its dots."""
    seen = 0
    for i, char in enumerate(code):
        seen += char != "."
        if seen == digits:
            return code[: i + 1]
    return code
