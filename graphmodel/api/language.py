"""Which language a caller wants, by RFC 9110 `Accept-Language`."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from graphmodel.texts import ViewLanguage

Spoken = TypeVar("Spoken", bound=ViewLanguage)

COOKIE: Final = "graphmodel_lang"
"""In it a browser keeps the language that its user chose on a page: a wish before those of `Accept-Language`."""


def negotiated(header: str, default: Spoken, spoken: Iterable[Spoken]) -> Spoken:
    """The best-liked of the languages spoken; `default` where the caller has no wish or none that we can meet."""
    for _, wanted in sorted(_wishes(header), key=lambda wish: -wish[0]):
        if wanted == "*":
            return default
        for language in spoken:
            if language == wanted:
                return language
    return default


def _wishes(header: str) -> Iterator[tuple[float, str]]:
    """Weight and language of every range that is not refused; a weight that is no number counts as refused."""
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        if weight > 0:
            yield weight, tag.strip().lower().partition("-")[0]


def _weight(parameter: str) -> float:
    value = parameter.replace(" ", "").lower().removeprefix("q=")
    try:
        return float(value or 1)
    except ValueError:
        return 0
