"""Who agreed with whom on what: memoranda, agreements, contracts, road maps, joint ventures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from graphmodel.domain.claims import Status
from graphmodel.domain.references import Ref, RefType
from loaders.press import words
from loaders.press.cast import Actor, Cast
from loaders.press.dates import first_date
from loaders.press.geography import places
from loaders.press.language import Sentence, Token, adjectival, nominative_phrase
from loaders.press.mentions import Mention

_WITH: Final = frozenset(("с", "со", "между"))
_GOVERNMENT: Final = frozenset("правительство власть администрация кабмин министерство хокимият".split())
_ORDINAL: Final = frozenset("первый второй третий четвертый другой еще".split())
_STOPS: Final = frozenset(("с", "со", "между", ",", ".", ";", "–", "—", ":"))


@dataclass
class Agreement:
    """An agreement as the text tells it; its last sentence may stand after the one that begins it."""

    kind: str
    sentence: Sentence
    status: Status
    parties: list[Actor | Ref]
    subjects: list[str] = field(default_factory=list)
    cluster: str | None = None
    last: Sentence | None = None
    inferred: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From its first sentence to its last."""
        return self.sentence.span[0], (self.last or self.sentence).span[1]


def standing(sentence: Sentence, acts: frozenset[str]) -> Status | None:
    """Whether `acts` have been done, are meant to be done, or have ended; None where the sentence denies them."""
    tokens = [token for token in sentence.tokens if not token.quoted]
    for before, token in pairwise(tokens):
        if before.lemma == "не" and (token.lemma in acts or token.lemma in ("быть", "планировать", "стать")):
            return None
    lemmas = {token.lemma for token in tokens}
    if lemmas & words.REFUSE or {"если", "бы"} & lemmas:
        return None
    if lemmas & words.END:
        return "ended"
    future = any(token.tense == "Fut" for token in tokens)
    return "announced" if lemmas & words.INTEND or future else "signed"


def _kind(sentence: Sentence, number: int) -> str | None:
    """The kind of agreement that a word names; None for another word and for a number of agreements."""
    token = sentence.tokens[number]
    kind = words.KINDS.get(token.lemma)
    around = sentence.tokens[max(number - 4, 0) : number]
    if kind is None or (kind == "roadmap" and not any(t.lemma == "дорожный" for t in around)):
        return None
    if any(t.pos == "NUM" or re.fullmatch(r"\d+", t.text) for t in around):
        return None
    before = {t.lemma for t in around}
    return "special_investment_contract" if {"специальный", "инвестиционный"} <= before else kind


def _is_told(sentence: Sentence, number: int) -> bool:
    """Whether the sentence tells of the agreement itself, and does not only mention one."""
    before = sentence.tokens[max(number - 3, 0) : number]
    ordinal = any(token.lemma in _ORDINAL for token in before)
    return sentence.has(words.SIGN | words.END) or ordinal


def _trigger(sentence: Sentence) -> tuple[int, str] | None:
    for number, token in enumerate(sentence.tokens):
        kind = _kind(sentence, number)
        if kind and (kind == "roadmap" or not token.quoted) and _is_told(sentence, number):
            return number, kind
    lemmas = [token.lemma for token in sentence.tokens]
    for number, pair in enumerate(pairwise(lemmas)):
        if pair == ("совместный", "предприятие") and {"создать", "учредить", "создание"} & set(lemmas):
            return number, "joint_venture"
    return None


def _is_party(mention: Mention) -> bool:
    """Whether a firm takes part itself: not «на заводе …», not «для завода …»."""
    preposition = mention.preposition
    if mention.kind == "unnamed":
        return (
            mention.case in ("Nom", "Ins")
            or preposition in _WITH
            or (mention.case == "Gen" and not preposition)
        )
    return preposition in _WITH or (preposition == "" and not (mention.typed and mention.case == "Dat"))


def _territories(sentence: Sentence, taken: set[int]) -> Iterator[Ref]:
    """Regions and countries that agree themselves: in the nominative, after «с» or «между», or as a government."""
    accepted_before = False
    for number, place in places(sentence):
        before = sentence.tokens[number - 1] if number else None
        lemma, word = (before.lemma, before.text.lower()) if before else ("", "")
        follows = accepted_before and word in ("и", ",")
        case = sentence.tokens[number].case
        accepted_before = number not in taken and (
            case == "Nom" or word in _WITH or lemma in _GOVERNMENT or follows
        )
        if accepted_before:
            code = place.code or place.country
            kind: RefType = "region" if place.code else "country"
            yield Ref(
                type=kind, id=code, name=place.name or code, role=word if lemma in _GOVERNMENT else None
            )


def _parties(cast: Cast, sentence: Sentence) -> list[Actor | Ref]:
    mentions = [mention for mention in cast.firms(sentence) if _is_party(mention)]
    named: list[Actor | Ref] = [cast.actor(mention) for mention in mentions]
    taken = {n for mention in cast.mentions[id(sentence)] for n in range(mention.first, mention.last)}
    territories = list({ref.id: ref for ref in _territories(sentence, taken)}.values())
    few = len(_distinct(named)) < 2
    return _distinct([*named, *(ref for ref in territories if few or ref.role)])


def _distinct(parties: list[Actor | Ref]) -> list[Actor | Ref]:
    return list({id(party): party for party in parties}.values())


def _subject(sentence: Sentence, number: int, mentions: list[Mention], text: str) -> str | None:
    """What comes after «о», «на» or «предусматривает», up to the first party."""
    tokens = sentence.tokens
    starts = {mention.first for mention in mentions}
    for position in range(number + 1, len(tokens)):
        token = tokens[position]
        if (token.text in ("о", "об", "на", "по") and position <= number + 2) or token.lemma in words.FORESEE:
            return _phrase(tokens, position + 1, starts, text)
    return None


def _phrase(tokens: tuple[Token, ...], start: int, starts: set[int], text: str) -> str | None:
    stop = start = start + (start < len(tokens) and tokens[start].lemma == "развитие")
    while (
        stop < len(tokens)
        and stop not in starts
        and tokens[stop].text not in _STOPS
        and tokens[stop].tense == ""
    ):
        stop += 1
    while stop > start and tokens[stop - 1].pos in ("ADP", "CCONJ", "ADV"):
        stop -= 1
    return nominative_phrase(tokens[start:stop], text) if stop > start else None


def cluster_phrase(sentence: Sentence, text: str) -> str | None:
    """The cluster that a sentence describes without quotation marks: adjectives before it, genitives after it."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma in words.CLUSTERS and not token.quoted:
            first, stop = number, number + 1
            while first and (tokens[first - 1].pos == "ADJ" or adjectival(tokens[first - 1])):
                first -= 1
            while stop < len(tokens) and tokens[stop].case == "Gen" and tokens[stop].pos in ("ADJ", "NOUN"):
                stop += 1
            name = nominative_phrase(tokens[first:stop], text)
            return name[0].upper() + name[1:] if stop - first > 1 else None
    return None


def _cluster(cast: Cast, sentence: Sentence) -> str | None:
    named = cast.of(sentence, "cluster")
    if named:
        return f"Кластер «{named[0].name}»"
    return cluster_phrase(sentence, cast.text)


def _draft(cast: Cast, sentence: Sentence) -> Agreement | None:
    trigger = _trigger(sentence)
    status = standing(sentence, words.SIGN) if trigger else None
    if trigger is None or status is None:
        return None
    number, kind = trigger
    subject = _subject(sentence, number, cast.mentions[id(sentence)], cast.text)
    cluster = _cluster(cast, sentence) if kind in ("agreement", "memorandum", "contract") else None
    founded = cluster and re.search(
        "создани|организаци|формировани|создать", cast.text[slice(*sentence.span)]
    )
    draft = Agreement(kind, sentence, status, _parties(cast, sentence), [subject] if subject else [])
    return replace(draft, kind="cluster_agreement", cluster=cluster) if founded else draft


def _from_neighbours(cast: Cast, draft: Agreement, index: int) -> None:
    """Parties that the sentences after or before it name: «Сторонами стали …», «Кооперацию наладят …»."""
    paragraph = [
        sentence
        for sentence in cast.sentences[index + 1 : index + 3]
        if sentence.paragraph == draft.sentence.paragraph
    ]
    for sentence in paragraph:
        if sentence.has(words.COOPERATE | words.SIGN) and not _trigger(sentence):
            more = [cast.actor(m) for m in cast.firms(sentence) if _is_party(m)]
            draft.parties = _distinct([*draft.parties, *more])
            draft.last, draft.inferred = (sentence, True) if more else (draft.last, draft.inferred)
            if len(draft.parties) > 1:
                return
    if index and draft.sentence.has(frozenset(("сторона", "компания", "партнер", "они"))):
        before = cast.sentences[index - 1]
        firms: list[Actor | Ref] = [cast.actor(m) for m in cast.firms(before)]
        draft.parties = _distinct([*firms, *draft.parties])


def _intentions(sentence: Sentence, text: str) -> str | None:
    """«стороны намерены создать …»: what they want to do, as the text says it."""
    if not sentence.has(frozenset(("сторона",))) or not sentence.has(words.INTEND):
        return None
    infinitives = (t for t in sentence.tokens if t.pos == "VERB" and t.text.endswith(("ть", "ти", "ться")))
    first = next(infinitives, None)
    return text[first.start : sentence.span[1]].rstrip(" .»") if first else None


def _of_all(sentence: Sentence, text: str) -> str | None:
    """«оба соглашения предусматривают …»: a subject of every agreement before it."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens[:-1]):
        if token.lemma in words.TOGETHER and tokens[number + 1].lemma in (*words.KINDS, "документ"):
            for position in range(number + 2, len(tokens)):
                if tokens[position].lemma in words.FORESEE:
                    return _phrase(tokens, position + 1, set(), text)
    return None


def agreements(cast: Cast) -> list[Agreement]:
    """Every agreement with two parties or more."""
    found: list[Agreement] = []
    for index, sentence in enumerate(cast.sentences):
        if (common := _of_all(sentence, cast.text)) and found:
            for draft in found:
                draft.subjects.append(common)
            continue
        if found and (wanted := _intentions(sentence, cast.text)):
            found[-1].subjects.append(wanted)
            found[-1].last = sentence
        one = _draft(cast, sentence)
        if one and len(one.parties) < 2:
            _from_neighbours(cast, one, index)
        if one and len(one.parties) > 1:
            found.append(one)
    return found


def signed_on(agreement: Agreement, text: str) -> str | None:
    """The date that its own sentence gives."""
    return first_date(text[slice(*agreement.sentence.span)]) if agreement.status != "announced" else None
