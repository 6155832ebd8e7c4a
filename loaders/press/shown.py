"""What the parser is shown of a sentence: names as one word each, nothing in brackets.

Names are what a parser of newspaper Russian errs on: it sees «краевой компании» for «краевой компании «АТИСС»».
"""

from collections.abc import Iterator
from typing import Final

from loaders.press import words
from loaders.press.language import Token
from loaders.press.mentions import Mention, is_adjective
from loaders.press.quotes import CLOSING, MARKS

_SIGNS: Final = frozenset((*MARKS, *CLOSING))
_STAND_IN: Final = {
    "Nom": "предприятие",
    "Acc": "предприятие",
    "Gen": "предприятия",
    "Dat": "предприятию",
    "Ins": "предприятием",
    "Loc": "предприятии",
}
"""What stands in for a name that is not declined, by its case."""


def _described(mention: Mention) -> str:
    """The case of the adjectives before a legal form or a name in quotation marks, which show none themselves."""
    head = mention.sentence.tokens[mention.head]
    if mention.kind != "enterprise" or not (head.lemma in words.FORMS or head.quoted):
        return ""
    cases = (one.case for one in mention.tokens if is_adjective(one) and not one.quoted)
    return next((case for case in cases if case in _STAND_IN), "")


def shown(token: Token, mention: Mention | None) -> str:
    """What stands for a word: for «Миасское АО «X»», a noun that any parser knows in the case of the adjective."""
    case = _described(mention) if mention else ""
    return _STAND_IN[case] if case else token.text


def kept(tokens: tuple[Token, ...], mentions: list[Mention]) -> list[int]:
    """The numbers of the tokens that the parser is shown."""
    dropped = set(_bracketed(tokens)) | set(_limited(tokens)) | set(_located(tokens, mentions))
    heads = {mention.head for mention in mentions}
    for mention in mentions:
        inside = range(mention.first, mention.last)
        dropped |= {n for n in inside if n not in heads and (tokens[n].quoted or _foreign(tokens[n]))}
        if _described(mention):
            dropped |= {n for n in inside if n < mention.head}
    left: list[int] = []
    for number, token in enumerate(tokens):
        if number in dropped or token.text in _SIGNS:
            continue
        if token.quoted and number not in heads and left and _follows_noun(tokens, number):
            continue
        left.append(number)
    return left


def _limited(tokens: tuple[Token, ...]) -> Iterator[int]:
    """«с ограниченной ответственностью» says nothing of who does what."""
    for number, token in enumerate(tokens):
        if token.lemma == "ответственность" and number > 1 and tokens[number - 2].text == "с":
            yield from range(number - 2, number + 1)


def _located(tokens: tuple[Token, ...], mentions: list[Mention]) -> Iterator[int]:
    """«из Мурома» between a name and «и»: with it, the parser joins the next name of a list to the town."""
    for mention in mentions:
        after = tokens[mention.last : mention.last + 3]
        listed = len(after) == 3 and after[0].text == "из" and after[2].text == "и"
        if mention.kind == "enterprise" and listed and after[1].entity == "LOC":
            yield from (mention.last, mention.last + 1)


def _foreign(token: Token) -> bool:
    return token.latin or token.text in ("&", "Co", ".")


def _follows_noun(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a quotation only names the noun before it: «программа «Цифровое поле»»."""
    while number and tokens[number].quoted:
        number -= 1
    return number > 0 and tokens[number - 1].pos == "NOUN"


def _bracketed(tokens: tuple[Token, ...]) -> Iterator[int]:
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.text == "("
        if depth:
            yield number
        depth -= token.text == ")" and depth > 0
