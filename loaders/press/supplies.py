"""Who delivers what to whom: verbs («поставляет»), nouns («поставки с завода X на завод Y»), buyers («закупает у»)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.agreements import standing
from loaders.press.cast import Actor, Cast
from loaders.press.language import Sentence, nominative_phrase
from loaders.press.mentions import Mention

Part = Literal["supplier", "buyer", ""]
Frame = Literal["supply", "supplied", "noun", "buy", "supplier"]


@dataclass(frozen=True)
class Supply:
    """One link: who delivers what to whom."""

    supplier: Actor
    buyer: Actor
    product: str | None
    status: Status
    sentence: Sentence


def _frame(sentence: Sentence) -> tuple[int, Frame] | None:
    """The word that tells of a delivery, and how its parties stand around it."""
    for number, token in enumerate(sentence.tokens):
        if token.quoted or token.pos not in ("VERB", "ADJ", "NOUN"):
            continue
        if token.lemma in words.SUPPLY_NOUNS:
            return number, "noun"
        if token.lemma in words.SUPPLIED and (token.text.endswith("ся") or token.case or token.pos == "ADJ"):
            return number, "supplied"
        if token.lemma in words.SUPPLY:
            return number, "supply"
        if token.lemma in words.BUY and token.pos == "VERB":
            return number, "buy"
        if token.lemma == "поставщик" and token.case in ("Nom", "Ins"):
            return number, "supplier"
    return None


def _governing(mention: Mention) -> str:
    """The preposition of the noun that a firm in the genitive belongs to: «для комбайнов «Ростсельмаша»»."""
    before = mention.sentence.tokens[max(mention.first - 2, 0) : mention.first]
    owned = len(before) == 2 and mention.case == "Gen" and before[1].pos == "NOUN" and before[0].pos == "ADP"
    return before[0].text.lower() if owned else ""


def _marked(mention: Mention) -> Part:
    """Whether a preposition or the dative says that a firm delivers or receives."""
    preposition = mention.preposition or _governing(mention)
    if preposition in words.SOURCES and not (preposition in ("с", "со") and mention.case == "Ins"):
        return "supplier"
    return "buyer" if preposition in words.GOALS or (not preposition and mention.case == "Dat") else ""


def _bare(frame: Frame, before: bool, case: str) -> Part:
    """The part of a firm that nothing marks, by its side of the word of delivery."""
    if frame == "buy":
        return "buyer" if before or case == "Nom" else ""
    if frame == "noun":
        return "supplier" if before or case == "Ins" else ("buyer" if case == "Gen" else "")
    if frame == "supplier":
        return "buyer" if case == "Gen" else "supplier"
    return "supplier" if before or case in ("Nom", "Ins") else "buyer"


def _joined(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether two mentions are parts of one list."""
    between = sentence.tokens[one.last : other.first]
    return (len(between) == 1 and between[0].text in (",", "и", "или")) or [t.text for t in between] == [
        ",",
        "и",
    ]


def _listed(sentence: Sentence, mentions: list[Mention]) -> Iterator[tuple[Mention, Part]]:
    """What marks each firm; the members of a list are marked as its first is."""
    previous: tuple[Mention, Part] | None = None
    for mention in mentions:
        part = _marked(mention)
        if previous and not mention.preposition and _joined(sentence, previous[0], mention):
            part = previous[1]
        previous = (mention, part)
        yield previous


def _parts(
    sentence: Sentence, mentions: list[Mention], frame: Frame, at: int
) -> Iterator[tuple[Mention, Part]]:
    """The part of each firm; where one part alone is marked, what is not marked has the other."""
    marked = list(_listed(sentence, mentions))
    told = {part for _, part in marked if part}
    missing: Part = "supplier" if told == {"buyer"} else "buyer"
    for mention, part in marked:
        if part or mention.preposition:
            yield mention, part
        elif len(told) == 1:
            yield mention, missing
        else:
            yield mention, _bare(frame, mention.first < at, mention.case)


def _product(cast: Cast, sentence: Sentence, at: int, frame: Frame) -> str | None:
    """What is delivered: the accusative after or before a verb, the genitive after a noun."""
    taken = {n for m in cast.mentions[id(sentence)] for n in range(m.first, m.last)}
    wanted = {"noun": ("Gen",), "supplier": ("Gen",), "supplied": ("Nom",)}.get(frame, ("Acc", "Gen", "Nom"))
    tokens = sentence.tokens
    for number in (*range(at + 1, len(tokens)), *range(at - 1, -1, -1)):
        token = tokens[number]
        before = tokens[number - 1] if number else None
        if number in taken or token.quoted or token.pos != "NOUN" or token.case not in wanted or token.entity:
            continue
        first = number
        while first and tokens[first - 1].pos == "ADJ" and first - 1 not in taken:
            first -= 1
        governed = first and tokens[first - 1].pos == "ADP"
        if governed or (before and before.pos == "NOUN" and number - 1 != at) or token.lemma in _NOT_GOODS:
            continue
        return _noun_phrase(cast, sentence, first, number, taken)
    return None


_NOT_GOODS: Final = frozenset(
    "год месяц рубль договор контракт соглашение рамка квартал поставка рынок число тысяча миллион".split()
)


def _noun_phrase(cast: Cast, sentence: Sentence, first: int, head: int, taken: set[int]) -> str:
    tokens, stop = sentence.tokens, head + 1
    while (
        stop < len(tokens)
        and stop not in taken
        and tokens[stop].pos in ("NOUN", "ADJ")
        and tokens[stop].case == "Gen"
    ):
        stop += 1
    return nominative_phrase(tokens[first:stop], cast.text)


def _aside(sentence: Sentence, mention: Mention, at: int) -> bool:
    """Whether a firm stands in a clause of its own: «…, который входит в группу «КАМАЗ»»."""
    between = sentence.tokens[min(at, mention.last) : max(at, mention.first)]
    return any(token.lemma == "который" for token in between)


def _status(sentence: Sentence, at: int) -> Status | None:
    status = standing(sentence, words.SUPPLY | words.SUPPLIED | words.BUY | words.SUPPLY_NOUNS)
    if status != "signed":
        return status
    signed = sentence.has(words.SIGN) and sentence.tokens[at].pos == "NOUN"
    return "signed" if signed else "active"


def supplies(cast: Cast) -> Iterator[Supply]:
    """Every delivery of which supplier and buyer are told in one sentence."""
    for sentence in cast.sentences:
        frame = _frame(sentence)
        mentions = [one for one in cast.firms(sentence) if frame and not _aside(sentence, one, frame[0])]
        status = _status(sentence, frame[0]) if frame else None
        if frame is None or status is None or len(mentions) < 2:
            continue
        parts = [
            (cast.actor(mention), part) for mention, part in _parts(sentence, mentions, frame[1], frame[0])
        ]
        product = _product(cast, sentence, *frame)
        for supplier in (actor for actor, part in parts if part == "supplier"):
            for buyer in (actor for actor, part in parts if part == "buyer"):
                if supplier is not buyer:
                    yield Supply(supplier, buyer, product, status, sentence)
