"""Parties that a text does not name: «башкирские производители», «одно из предприятий края»."""

from collections.abc import Iterator

from graphmodel.domain.references import Place
from loaders.press import words
from loaders.press.geography import adjective_place, home_place, noun_place
from loaders.press.inflection import in_number, number_of
from loaders.press.language import Sentence, Token
from loaders.press.mentions import Mention, is_adjective
from loaders.press.plants import genitives


def _place_after(tokens: tuple[Token, ...], stop: int, home: Place | None) -> tuple[Place | None, int]:
    """«предприятия Самаркандской области», «покупатель в Узбекистане», «предприятий края»."""
    for number in range(stop, min(stop + 4, len(tokens))):
        token = tokens[number]
        if token.lemma in ("край", "регион", "область", "республика") and number == stop and home:
            return home, number + 1
        place = noun_place(token) if token.entity == "LOC" else adjective_place(token)
        if place and ((number == stop and token.case == "Nom") or _owns_a_name(tokens, number)):
            break
        if place:
            following = number + 1 < len(tokens) and tokens[number + 1].lemma in words.HERE
            return place, number + 1 + following
        if token.pos not in ("ADP", "ADJ", "NOUN") or (token.pos == "ADP" and token.text not in ("из", "в")):
            break
    return None, stop


def _owns_a_name(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether an adjective of place begins a name, «Минского тракторного завода», and is no region's."""
    following = tokens[number + 1].lemma if number + 1 < len(tokens) else ""
    return tokens[number].pos == "ADJ" and following not in words.HERE


def unnamed(sentence: Sentence, text: str, home: Place | None, taken: set[int]) -> Iterator[Mention]:
    """Parties that are not named: «башкирские и узбекские производители», «одно из предприятий края»."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if (
            (token.lemma not in words.UNNAMED and not _is_side(tokens, number))
            or token.pos != "NOUN"
            or number in taken
            or _is_role(sentence, number)
        ):
            continue
        if _is_counted(tokens, number) or _is_husbandry(tokens, number):
            continue
        end = genitives(tokens, number + 1)
        adjectives = list(_coordinated(tokens, number, home))
        place, stop = _place_after(tokens, end, home)
        if _is_named(tokens, stop):
            continue
        if adjectives:
            yield from _by_adjectives(sentence, number, end, adjectives, text)
        elif place:
            yield _by_place(sentence, number, stop, place, text)


def _is_named(tokens: tuple[Token, ...], stop: int) -> bool:
    """Whether initials in brackets follow: «завод автобетоновозов в Туймазах (ТЗА)»."""
    bracket = [token.text for token in tokens[stop : stop + 2]]
    return bracket[:1] == ["("] and bracket[-1].isupper()


def _is_role(sentence: Sentence, number: int) -> bool:
    """Whether a noun says what somebody is or becomes: «станет дилером завода»."""
    token = sentence.tokens[number]
    alone = not number or sentence.tokens[number - 1].pos != "ADP"
    return token.lemma in words.ROLES_OF_FIRMS and token.case == "Ins" and alone and sentence.has(words.BE)


def _is_side(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether «узбекская сторона» acts; «с узбекской стороны» only says for whom somebody else does."""
    token = tokens[number]
    before = adjective_place(tokens[number - 1]) if number else None
    acting = token.lemma == "сторона" and token.number == "Sing" and token.case in ("Nom", "Ins", "Dat")
    return acting and before is not None and number_of(token) == "Sing"


def _is_husbandry(tokens: tuple[Token, ...], number: int) -> bool:
    """«сельское хозяйство» is no farm."""
    kind = tokens[number - 1].lemma if number else ""
    return tokens[number].lemma == "хозяйство" and kind in ("сельский", "лесной", "народный", "городской")


def _is_counted(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a number stands before a noun: «30 предприятий края» are a figure, no party."""
    at = number - 1
    while at >= 0 and is_adjective(tokens[at]) and not tokens[at].text.isdigit():
        at -= 1
    counts = at >= 0 and (
        tokens[at].pos == "NUM" or tokens[at].text.isdigit() or tokens[at].lemma in words.COUNTING
    )
    return counts and tokens[at].lemma != "один"


def _one_of(tokens: tuple[Token, ...], first: int) -> int | None:
    """Where «один из» stands before a phrase."""
    found = first > 1 and tokens[first - 1].lemma == "из" and tokens[first - 2].lemma == "один"
    return first - 2 if found else None


def _by_adjectives(
    sentence: Sentence, number: int, end: int, adjectives: list[tuple[int, Place]], text: str
) -> Iterator[Mention]:
    tokens, first = sentence.tokens, min(position for position, _ in adjectives)
    one = _one_of(tokens, first)
    counted = "Sing" if one is not None else number_of(tokens[number])
    noun = in_number(tokens[number], counted)
    rest = text[tokens[number].stop : tokens[end - 1].stop]
    for position, place in adjectives:
        name = f"{in_number(tokens[position], counted, like=tokens[number])} {noun}{rest}"
        node, case = (one, tokens[one].case) if one is not None else (number, tokens[number].case)
        start = one if one is not None else first
        yield Mention("unnamed", name, sentence, start, end, node, case, place)


def _by_place(sentence: Sentence, number: int, stop: int, place: Place, text: str) -> Mention:
    tokens, first = sentence.tokens, number
    while first and tokens[first - 1].pos in ("ADJ", "NUM"):
        first -= 1
    one = _one_of(tokens, first)
    counted = "Sing" if one is not None else number_of(tokens[number])
    adjectives = [
        in_number(token, counted, like=tokens[number]) for token in tokens[first:number] if token.pos == "ADJ"
    ]
    noun = " ".join([*adjectives, in_number(tokens[number], counted)])
    name = f"{noun}{text[tokens[number].stop : tokens[stop - 1].stop]}"
    node = one if one is not None else number
    return Mention(
        "unnamed", name, sentence, one if one is not None else first, stop, node, tokens[node].case, place
    )


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
