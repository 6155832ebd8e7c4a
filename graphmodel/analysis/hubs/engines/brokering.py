"""The five ways to stand between two others, by whether the three are of one group (Gould and Fernandez 1989)."""

from typing import Final

BROKERAGE: Final = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
"""For a path a → b → c with b in the middle: coordinator A A A, gatekeeper A B B, representative B B C,
consultant (itinerant broker) A B A, liaison A B C."""


def role(first: int, middle: int, last: int) -> str:
    """The role of the middle one, by the groups of the three."""
    if first == middle:
        return "coordinator" if middle == last else "representative"
    if middle == last:
        return "gatekeeper"
    return "consultant" if first == last else "liaison"
