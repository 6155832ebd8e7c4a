"""What an agreement is about, and which cluster it founds."""

from typing import Final

from loaders.press import words
from loaders.press.cast import Cast
from loaders.press.inflection import adjectival, nominative_phrase
from loaders.press.language import Sentence, Token

_STOPS: Final = frozenset(("с", "со", "между", ",", ".", ";", "–", "—", ":"))
_GENERAL: Final = words.CLUSTERS | frozenset(
    "промышленный межрегиональный межгосударственный региональный машиностроительный новый единый первый".split()
)
_ABOUT: Final = frozenset(("о", "об", "на", "по"))


def subject(cast: Cast, sentence: Sentence, number: int) -> str | None:
    """What comes after «о», «на» or «предусматривает», up to the first party."""
    tokens = sentence.tokens
    starts = {mention.first for mention in cast.firms(sentence)}
    for position in range(number + 1, len(tokens)):
        token = tokens[position]
        if (token.text in _ABOUT and position <= number + 2) or token.lemma in words.FORESEE:
            return _phrase(tokens, position + 1, starts, cast.text)
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


def is_general(cluster: str) -> bool:
    """Whether a phrase says only of what kind a cluster is: «новый промышленный кластер»."""
    return set(cluster.lower().split()) <= _GENERAL


def cluster_phrase(sentence: Sentence, text: str) -> str | None:
    """The cluster that a sentence describes without quotation marks: adjectives before it, genitives after it."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma in words.CLUSTERS and token.number == "Sing" and not token.quoted:
            first, stop = number, number + 1
            while first and (tokens[first - 1].pos == "ADJ" or adjectival(tokens[first - 1])):
                first -= 1
            while stop < len(tokens) and _is_genitive(tokens, stop + (tokens[stop].text == "и")):
                stop += 1 + (tokens[stop].text == "и")
            name = nominative_phrase(tokens[first:stop], text)
            return name[0].upper() + name[1:] if stop - first > 1 else None
    return None


def _is_genitive(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a word goes on a phrase: a genitive, or the name after «Республики»."""
    token = tokens[number] if number < len(tokens) else tokens[-1]
    of_republic = token.entity == "LOC" and tokens[number - 1].lemma == "республика"
    return of_republic or (token.case == "Gen" and (token.pos in ("ADJ", "NOUN") or token.entity == "LOC"))


def cluster_of(cast: Cast, sentence: Sentence) -> str | None:
    """The cluster that a sentence names or describes."""
    named = cast.of(sentence, "cluster")
    if named:
        return f"Кластер «{named[0].name}»"
    return cluster_phrase(sentence, cast.text)


def intentions(sentence: Sentence, text: str) -> str | None:
    """«стороны намерены создать …»: what they want to do, as the text says it."""
    if not sentence.has(frozenset(("сторона", "партнер"))) or not sentence.has(words.INTEND):
        return None
    infinitives = (t for t in sentence.tokens if t.pos == "VERB" and t.text.endswith(("ть", "ти", "ться")))
    first = next(infinitives, None)
    return text[first.start : sentence.span[1]].rstrip(" .»") if first else None


def of_all(sentence: Sentence, text: str) -> str | None:
    """«оба соглашения предусматривают …»: a subject of every agreement before it."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens[:-1]):
        if token.lemma in words.TOGETHER and tokens[number + 1].lemma in (*words.KINDS, "документ"):
            for position in range(number + 2, len(tokens)):
                if tokens[position].lemma in words.FORESEE:
                    return _phrase(tokens, position + 1, set(), text)
    return None
