"""Words that may stand for enterprises named before: «завод», «стороны», «мы», «его»."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from loaders.press import words
from loaders.press.geography import adjective_place, people_place
from loaders.press.inflection import number_of
from loaders.press.language import Sentence, Token
from loaders.press.mentions import Mention, is_adjective
from loaders.press.quotes import MARKS

_BLOCKED: Final = frozenset(
    "каждый любой другой новый крупный крупнейший ряд некоторый многие иной зарубежный сборочный дочерний все".split()
)
COUNTS: Final = {"два": 2, "оба": 2, "три": 3, "четыре": 4, "пять": 5, "2": 2, "3": 3, "4": 4, "5": 5}
"""How many firms a number before «компании» means."""
_FORMS: Final = frozenset(("ООО", "АО", "ПАО", "ОАО", "МЧЖ", "ТОО", "НПО"))
BUILDERS: Final = "строитель"
ORDINALS: Final = {"первый": 0, "второй": 1, "последний": -1}
_WHOSE: Final = frozenset(("его", "ее", "её"))


def anaphors(sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
    """Words that may stand for enterprises named before."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if number in taken or token.quoted or _is_of_things(tokens, number):
            continue
        if _is_anaphor(tokens, number) or _follows_name(tokens, number, taken):
            first = number
            while first and is_adjective(tokens[first - 1]) and first - 1 not in taken:
                first -= 1
            ours = first and tokens[first - 1].lemma == "наш"
            name = "мы" if ours else token.lemma
            yield Mention("anaphor", name, sentence, first, number + 1, number, token.case)


def _follows_name(tokens: tuple[Token, ...], number: int, taken: set[int]) -> bool:
    """Whether «она» stands for the name right before it: «…, в их числе «X», она поставляет»."""
    near = {number - 1, number - 2, number - 3} & taken
    return tokens[number].text.lower() in ("он", "она", "оно") and bool(near)


def _is_anaphor(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    if token.lemma in ORDINALS and token.pos == "ADJ":
        after = tokens[number + 1 : number + 2]
        return (
            token.case in ("Nom", "Acc")
            and bool(after)
            and (after[0].form == "Fin" or after[0].text in ("–", "—"))
        )
    people = people_place(token) is not None or token.lemma.endswith(BUILDERS)
    return (
        (token.pos == "NOUN" and _points_back(tokens, number))
        or _is_pronoun(token)
        or _is_form(tokens, number)
        or (people and number_of(token) == "Plur")
    )


def _is_of_things(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether «для них» most likely speaks of goods."""
    return tokens[number].text.lower() == "них" and number > 0 and tokens[number - 1].lemma == "для"


def _is_pronoun(token: Token) -> bool:
    if token.pos == "DET":
        return token.text.lower() in _WHOSE
    oblique = token.lemma in ("он", "она", "оно", "они") and token.case not in ("Nom", "Acc")
    return token.pos == "PRON" and (token.lemma == "мы" or oblique or token.text.lower() == "они")


def _points_back(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    if [after.text for after in tokens[number + 1 : number + 2]] == ["("] or _is_listed(tokens, number):
        return False
    around = takewhile(
        lambda one: one.pos in ("ADJ", "DET", "NUM", "PRON"), reversed(tokens[max(number - 2, 0) : number])
    )
    before = {one.lemma for one in around}
    if before & _BLOCKED or (_is_number(tokens, number) and not before & COUNTS.keys()):
        return False
    side = token.lemma == "сторона" and number > 0 and adjective_place(tokens[number - 1]) is not None
    if token.number == "Plur" or before & COUNTS.keys():
        return token.lemma in words.GROUPS
    return token.lemma in words.ONE | words.UNNAMED or side


def _is_form(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a legal form stands alone: «МЧЖ рассчитывает», «продукция АО»."""
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    alone = after is not None and not (after.text in MARKS or after.capital or after.text in ("(", "."))
    return alone and tokens[number].text in _FORMS


def _is_number(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a noun is only counted: «девять компаний», «12 предприятий»."""
    before = tokens[number - 1] if number else None
    return before is not None and (before.pos == "NUM" or before.text.isdigit()) and before.lemma != "один"


def _is_listed(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether names follow that say who is meant: «с двумя предприятиями – «X» и «Y»»."""
    after = tokens[number + 1 : number + 3]
    dashed = len(after) == 2 and after[0].text in ("–", "—", ":")
    named = dashed and (after[1].text in MARKS or after[1].lemma in words.FORMS)
    return named and tokens[number].number == "Plur"
