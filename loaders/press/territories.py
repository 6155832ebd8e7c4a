"""Regions and countries that agree themselves."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from graphmodel.domain.references import Place, Ref, RefType
from loaders.press.cast import Cast
from loaders.press.geography import places
from loaders.press.language import Sentence, Token
from loaders.press.syntax import Tree
from loaders.press.triggers import Trigger
from loaders.press.words import HERE, OFFICIALS, REPORT

_WITH: Final = frozenset(("с", "со", "между"))
_GOVERNMENT: Final = frozenset(
    "правительство власть администрация кабмин министерство хокимият минпромторг минпром минсельхоз "
    "департамент мэрия делегация".split()
)
_OFFICIALS: Final = OFFICIALS | frozenset(
    "глава раис заместитель руководитель председатель начальник".split()
)
"""Whose signature is that of the region whose office they hold."""


def territories(cast: Cast, sentence: Sentence, trigger: Trigger, *, few: bool) -> list[Ref]:
    """The regions and countries that are parties; without `few`, only those that sign or act through a government."""
    taken = {n for mention in cast.mentions[id(sentence)] for n in range(mention.first, mention.last)}
    named = [(n, place, _role(cast, sentence, n)) for n, place in _named(cast, sentence) if n not in taken]
    signing = [(n, place, role) for n, place, role in named if role or _signs(cast, sentence, trigger, n)]
    found = signing or (list(_beside(sentence, named)) if few else [])
    found += _speaking(cast, sentence, trigger) if found else []
    found = found or ([*_governor(cast, sentence, trigger)] if few else [])
    return list({ref.id: ref for ref in (_ref(place, role) for _, place, role in found)}.values())


def subjects_of(sentence: Sentence) -> list[Ref]:
    """The regions and countries of which a sentence without firms speaks: in the nominative, or through who acts."""
    spoken = (
        place
        for number, place in places(sentence)
        if _may_be_subject(sentence, number) or (place.settlement is None and _is_held(sentence, number))
    )
    return list({ref.id: ref for ref in (_ref(place, None) for place in spoken)}.values())


def listed(sentence: Sentence) -> list[Ref]:
    """The regions and countries of «Стороны: …», or none."""
    colon = next((n for n, token in enumerate(sentence.tokens[:3]) if token.text == ":"), None)
    named = [place for number, place in places(sentence) if colon is not None and number > colon]
    return list({ref.id: ref for ref in (_ref(place, None) for place in named)}.values())


def _may_be_subject(sentence: Sentence, number: int) -> bool:
    before = sentence.tokens[number - 1] if number else None
    return sentence.tokens[number].case in ("Nom", "Acc") and not (before and before.pos == "ADP")


def _is_held(sentence: Sentence, number: int) -> bool:
    """Whether a place belongs to an official or a government that acts: «министр промышленности Татарстана»."""
    before = list(takewhile(lambda one: one.case in ("Nom", "Gen"), _phrase_before(sentence, number)))
    return any(one.lemma in _GOVERNMENT | _OFFICIALS and one.case == "Nom" for one in before)


def _phrase_before(sentence: Sentence, number: int) -> Iterator[Token]:
    return (one for one in reversed(sentence.tokens[:number]) if one.text != "и")


def _named(cast: Cast, sentence: Sentence) -> Iterator[tuple[int, Place]]:
    """The regions and countries of a sentence, no cities; «республика» alone is the home region."""
    yield from ((number, place) for number, place in places(sentence) if place.settlement is None)
    for number, token in enumerate(sentence.tokens):
        owned = number > 0 and sentence.tokens[number - 1].pos == "NOUN" and token.case == "Gen"
        alone = token.lemma in HERE and (token.case == "Nom" or owned)
        if alone and cast.home and token.lemma in cast.home.name.lower() and not _has_name(sentence, number):
            yield number, cast.home


def _has_name(sentence: Sentence, number: int) -> bool:
    before, after = sentence.tokens[number - 1 : number], sentence.tokens[number + 1 : number + 2]
    return any(token.capital for token in (*before, *after))


def _role(cast: Cast, sentence: Sentence, number: int) -> str | None:
    """The government through which a place acts, in the words of the text; a list of places shares it."""
    at = number - 1
    while at > 0 and (sentence.tokens[at].text in ("и", ",") or sentence.tokens[at].entity == "LOC"):
        at -= 1
    tree = cast.tree(sentence)
    above = (
        [link.governor for link in tree.links(number) if link.slot == "gen"] if number in tree.rels else []
    )
    found = (n for n in (at, *above[:3]) if n >= 0 and sentence.tokens[n].lemma in _GOVERNMENT)
    acting = (n for n in found if n not in tree.rels or _acts(tree, n))
    return next((sentence.tokens[n].text.lower() for n in acting), None)


def _acts(tree: Tree, number: int) -> bool:
    """Whether a government does something but report: «сообщает администрация края» only names the source."""
    governor = tree.heads.get(number)
    reports = governor is not None and tree.tokens[governor].lemma in REPORT
    visits = tree.tokens[number].lemma == "делегация" and tree.tokens[number].case == "Gen"
    return not (reports or visits) and tree.preposition(number) in ("", *_WITH)


def _signs(cast: Cast, sentence: Sentence, trigger: Trigger, number: int) -> bool:
    """Subject of the signing, «с X», «между X и Y», or in the genitive of the agreement."""
    tree = cast.tree(sentence)
    if {token.text.lower() for token in sentence.tokens[max(number - 3, 0) : number]} & {"г", "в", "во"}:
        return False
    node = number if sentence.tokens[number].nominal else number + 1
    for link in tree.links(node) if node in tree.rels else ():
        if tree.tokens[link.governor].lemma in _GOVERNMENT | _OFFICIALS or _is_bare(sentence, link.governor):
            continue
        if link.governor == trigger.node:
            return link.slot in ("with", "between", "gen")
        if link.governor in trigger.signing:
            return link.slot in ("with", "between", "subj")
        return False
    return False


def _speaking(cast: Cast, sentence: Sentence, trigger: Trigger) -> list[tuple[int, Place, str | None]]:
    """The region of the official who says «мы договорились»."""
    ours = any(sentence.tokens[n].person == "1" or _has_we(cast, sentence, n) for n in trigger.signing)
    paragraph = [one for one in cast.sentences if one.paragraph == sentence.paragraph]
    for one in paragraph if ours else []:
        for number, token in enumerate(one.tokens):
            near = [place for at, place in places(one) if number < at < number + 5]
            if token.lemma in OFFICIALS and near:
                return [(number, near[0], token.lemma)]
    return []


def _governor(cast: Cast, sentence: Sentence, trigger: Trigger) -> Iterator[tuple[int, Place, str | None]]:
    """«Губернатор и руководитель группы подписали»: the home region signs."""
    tree = cast.tree(sentence)
    for number in tree.rels:
        token = sentence.tokens[number]
        link = next(tree.links(number), None) if token.lemma in OFFICIALS else None
        owned = any(sentence.tokens[n].entity == "LOC" for n in tree.children(number, "nmod"))
        if link and cast.home and not owned and link.governor in trigger.signing and link.slot == "subj":
            yield number, cast.home, token.lemma


def _has_we(cast: Cast, sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[n].lemma == "мы" for n in cast.tree(sentence).children(verb, "nsubj"))


def _is_bare(sentence: Sentence, number: int) -> bool:
    """Whether «республика», «область» has no adjective that names it, so that the name after it is its own."""
    token = sentence.tokens[number]
    before = sentence.tokens[number - 1] if number else None
    return token.lemma in HERE and not (before and before.pos == "ADJ")


def _beside(
    sentence: Sentence, named: list[tuple[int, Place, str | None]]
) -> Iterator[tuple[int, Place, str | None]]:
    """Places in the nominative, after «с» or «между», and those that «и» joins to them."""
    accepted = False
    for number, place, role in named:
        word = sentence.tokens[number - 1].text.lower() if number else ""
        accepted = sentence.tokens[number].case == "Nom" or word in _WITH or (accepted and word in ("и", ","))
        if accepted:
            yield number, place, role


def _ref(place: Place, role: str | None) -> Ref:
    code = place.code or place.country
    kind: RefType = "region" if place.code else "country"
    return Ref(type=kind, id=code, name=place.name or code, role=role)
