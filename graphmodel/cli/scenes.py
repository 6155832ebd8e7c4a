"""What `graphmodel view` was asked for, and its scene."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from graphmodel.errors import UsageError
from graphmodel.store import View
from viz import Scene, views


class Asked(NamedTuple):
    """What the user asked for. `days`: none for now, one for a day, two for what changed between them."""

    cluster: str
    subject: views.Subject
    company: str | None
    product: str | None
    question: str | None
    parameters: Mapping[str, str]
    days: tuple[date, ...]


def scene(view: View, asked: Asked) -> Scene:
    """The scene that was asked for. Raises UsageError for two that do not go together."""
    of_cluster = asked.days or asked.subject != "map"
    if sum(bool(one) for one in (asked.company, asked.product, asked.question, of_cluster)) > 1:
        raise UsageError("cli.one_view")
    if asked.company:
        return views.company(view, asked.company)
    if asked.question:
        return views.answer(view, asked.question, asked.parameters)
    if asked.product:
        return views.chain(view, asked.product)
    return views.cluster(view, asked.cluster, asked.subject, asked.days)
