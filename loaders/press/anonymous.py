"""Parties that a text does not name: «башкирские производители», «одно из предприятий края»."""

from collections.abc import Iterator

from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.bare import genitives
from loaders.press.geography import adjective_place, home_place, noun_place
from loaders.press.inflection import nominative, nominative_phrase
from loaders.press.language import Sentence, Token
from loaders.press.mentions import Mention, is_adjective


def _place_after(tokens: tuple[Token, ...], stop: int, home: Place | None) -> tuple[Place | None, int]:
    """«предприятия Самаркандской области», «покупатель в Узбекистане», «предприятий края»."""
    for number in range(stop, min(stop + 4, len(tokens))):
        token = tokens[number]
        if token.lemma in ("край", "регион", "область", "республика") and number == stop and home:
            return home, number + 1
        place = noun_place(token) if token.entity == "LOC" else adjective_place(token)
        if place:
            following = number + 1 < len(tokens) and tokens[number + 1].lemma in words.HERE
            return place, number + 1 + following
        if token.pos not in ("ADP", "ADJ", "NOUN") or (token.pos == "ADP" and token.text not in ("из", "в")):
            break
    return None, stop


def unnamed(sentence: Sentence, text: str, home: Place | None, taken: set[int]) -> Iterator[Mention]:
    """Parties that are not named: «башкирские и узбекские производители», «одно из предприятий края»."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.lemma not in words.UNNAMED or token.pos != "NOUN" or number in taken:
            continue
        end = genitives(tokens, number + 1)
        place, stop = _place_after(tokens, end, home)
        adjectives = list(_coordinated(tokens, number, home))
        if adjectives:
            for position, adjective_where in adjectives:
                words_ = (tokens[position], *tokens[number:end])
                first = min(position for position, _ in adjectives)
                name = " ".join((nominative(tokens[position]).lower(), nominative_phrase(words_[1:], text)))
                yield Mention("unnamed", name, sentence, first, end, number, token.case, adjective_where)
        elif place:
            first = number - 1 if number and tokens[number - 1].pos in ("ADJ", "NUM") else number
            name = f"{nominative(token).lower()}{text[token.stop : tokens[stop - 1].stop]}"
            yield Mention("unnamed", name, sentence, first, stop, number, token.case, place)


def _coordinated(tokens: tuple[Token, ...], noun: int, home: Place | None) -> Iterator[tuple[int, Place]]:
    """The adjectives of place before a noun, «башкирские и узбекские», in the order of the text."""
    found = []
    for number in range(noun - 1, max(noun - 8, -1), -1):
        token = tokens[number]
        if not is_adjective(token) and token.text not in ("и", ","):
            break
        if place := (adjective_place(token) or home_place(token, home)):
            found.append((number, place))
    yield from reversed(found)
