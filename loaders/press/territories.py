"""Regions and countries that agree themselves."""

from collections.abc import Iterator
from typing import Final

from graphmodel.domain.references import Ref, RefType
from loaders.press.cast import Cast
from loaders.press.geography import places
from loaders.press.language import Sentence
from loaders.press.triggers import Trigger

_WITH: Final = frozenset(("с", "со", "между"))
_GOVERNMENT: Final = frozenset("правительство власть администрация кабмин министерство хокимият".split())


def territories(cast: Cast, sentence: Sentence, trigger: Trigger, *, few: bool) -> list[Ref]:
    """The regions and countries that are parties; without `few`, only those that act through a government."""
    taken = {n for mention in cast.mentions[id(sentence)] for n in range(mention.first, mention.last)}
    found = {ref.id: ref for ref in _territories(cast, sentence, trigger, taken) if few or ref.role}
    return list(found.values())


def _territories(cast: Cast, sentence: Sentence, trigger: Trigger, taken: set[int]) -> Iterator[Ref]:
    """In the nominative, after «с» or «между», as a government, or in the genitive of the agreement."""
    tree = cast.tree(sentence)
    accepted_before = False
    for number, place in places(sentence):
        before = sentence.tokens[number - 1] if number else None
        lemma, word = (before.lemma, before.text.lower()) if before else ("", "")
        follows = accepted_before and word in ("и", ",")
        path = next(tree.links(number), None) if number in tree.rels else None
        owned = path is not None and path.governor == trigger.node and path.slot == "gen"
        accepted_before = number not in taken and (
            sentence.tokens[number].case == "Nom" or word in _WITH or lemma in _GOVERNMENT or follows or owned
        )
        if accepted_before:
            code = place.code or place.country
            kind: RefType = "region" if place.code else "country"
            role = word if lemma in _GOVERNMENT else None
            yield Ref(type=kind, id=code, name=place.name or code, role=role)
