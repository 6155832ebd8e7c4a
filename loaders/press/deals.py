"""An agreement and a delivery as a text tells them."""

from dataclasses import dataclass, field

from graphmodel.domain.claims import Status
from graphmodel.domain.references import Ref
from loaders.press.cast import Actor
from loaders.press.language import Sentence

Party = Actor | Ref


@dataclass
class Agreement:
    """An agreement as the text tells it; its last sentence may stand after the one that begins it.

    It is `by_another` where the sentence names who signs, and that is no enterprise: «университет», several at once.
    It is `told` where the sentence tells of it and does not only mention it. Its `lead` is the only party that is the
    subject of the signing: «X заключил договор с Y».
    """

    kind: str
    sentence: Sentence
    status: Status
    parties: list[Party]
    subjects: list[str] = field(default_factory=list)
    cluster: str | None = None
    last: Sentence | None = None
    inferred: bool = False
    noun: bool = True
    by_another: bool = False
    lead: Actor | None = None
    told: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From its first sentence to its last."""
        return self.sentence.span[0], (self.last or self.sentence).span[1]


@dataclass(frozen=True)
class Supply:
    """One link: who delivers what to whom."""

    supplier: Actor
    buyer: Actor
    product: str | None
    status: Status
    sentence: Sentence


def distinct(parties: list[Party]) -> list[Party]:
    """Each party once."""
    return list({party.id if isinstance(party, Ref) else id(party): party for party in parties}.values())
