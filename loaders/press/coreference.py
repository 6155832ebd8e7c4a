"""Whom «завод», «компания», «стороны» and «мы» stand for: the enterprises that the text has named before."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from loaders.press import words
from loaders.press.anaphora import BUILDERS, COUNTS, ORDINALS
from loaders.press.cast import Actor, Cast
from loaders.press.geography import adjective_place, people_place
from loaders.press.homes import may_lie, there_of
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.salience import salient
from loaders.press.speech import KINDS, goes_on, is_of_people, speaker, speaks

_PLANTS: Final = frozenset(
    "завод комбинат фабрика холдинг концерн фонд фирма хозяйство общество корпорация".split()
)
_PARTNERS: Final = frozenset(("партнер", "коллега"))
_SIDES: Final = _PARTNERS | {"сторона", "покупатель", "заказчик", "поставщик"}
"""What a firm is called as the other party of an agreement."""
_MAKERS: Final = frozenset(("производитель", "изготовитель", "разработчик"))
_STEM: Final = 5
_MACHINES: Final = "маш"
_PAIR: Final = 2
_CLAUSE: Final = 4
_REACH: Final = 4
"""How many sentences back a word may point."""


def resolve(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...] | None:
    """The enterprises that a mention stands for: nobody for an empty tuple, None where it is one of its own."""
    if mention.kind == "unnamed":
        return _described(cast, sentence, mention)
    return _referent(sentence, mention)(cast, sentence, mention)


def _referent(sentence: Sentence, mention: Mention) -> Callable[[Cast, Sentence, Mention], tuple[Actor, ...]]:
    """The rule by which a word points back."""
    token = sentence.tokens[mention.head]
    pronoun = token.pos in ("PRON", "DET")
    partners = token.lemma in _PARTNERS and token.number == "Plur"
    rules = (
        (mention.name == "мы", _we),
        (pronoun and token.case == "Nom" and token.number == "Sing", _name_before),
        (people_place(token) is not None, _inhabitants),
        (token.lemma.endswith(BUILDERS), _builders),
        (token.lemma in ORDINALS, _ordinal),
        (_count(sentence, mention) > 0, _last),
        (partners and mention.first < mention.head, _of_place),
        (partners, _partners),
        (token.lemma in words.UNNAMED - words.ONE, _alike),
        (token.text.lower() == "они", _others),
        (token.number == "Plur", _group),
        (pronoun, _pronoun),
        (mention.first < mention.head, _of_place),
    )
    return next((rule for applies, rule in rules if applies), _topic)


def _inhabitants(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«ростовчане» are the firm of Rostov that the text has named last."""
    named = [actor for found in _before(cast, sentence, mention) for actor in found if not actor.placeholder]
    there = there_of(named, replace(mention, place=people_place(sentence.tokens[mention.head])))
    return (there,) if there else ()


def _builders(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«комбайностроители» are the firm whose name or kind speaks of combines."""
    stem = sentence.tokens[mention.head].lemma[:_STEM]
    named = [actor for found in _before(cast, sentence, mention) for actor in found]
    called = [actor for actor in named if any(stem in word for word in (actor.name.lower(), *actor.nouns))]
    makers = [actor for actor in named if _MACHINES in actor.name.lower()]
    return next(((actor,) for actor in (*called, *makers)), ())


def _ordinal(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«Первый обязуется поставить, второй – принять»: of the two firms of the sentence before."""
    index = cast.sentences.index(sentence)
    before = (cast.whom(one) for one in cast.firms(cast.sentences[index - 1]) if index)
    named = list({id(actor): actor for whom in before for actor in whom}.values())
    if mention.name == "последний":
        return tuple(named[-1:])
    return (named[ORDINALS[mention.name]],) if len(named) == _PAIR else ()


def _partners(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«партнёры» beside «мы» or beside a name are the others; alone, all who have agreed."""
    own = {id(actor) for one in cast.of(sentence, *KINDS) for actor in cast.whom(one) if one is not mention}
    own |= {id(actor) for actor in speaker(cast, sentence)} if speaks(sentence) else set()
    group = _group(cast, sentence, mention)
    return tuple(actor for actor in group if id(actor) not in own)


def _name_before(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«среди них «X», она поставляет»: the name right before."""
    before = [one for one in cast.of(sentence, "enterprise") if one.last <= mention.first]
    return cast.whom(before[-1]) if before else ()


def _we(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    return speaker(cast, sentence)


def _pronoun(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    return () if _founds(cast, sentence) else _topic(cast, sentence, mention)


def _count(sentence: Sentence, mention: Mention) -> int:
    before = sentence.tokens[mention.first - 1] if mention.first else None
    return COUNTS.get(before.lemma, 0) if before else 0


def _before(cast: Cast, sentence: Sentence, mention: Mention) -> Iterator[list[Actor]]:
    """The enterprises that stand before a mention: those of its own sentence, of the one before, and so on."""
    index = next(n for n, one in enumerate(cast.sentences) if one is sentence)
    for other in reversed(cast.sentences[max(index - _REACH, 0) : index + 1]):
        firms = (one for one in cast.of(other, *KINDS) if one.span[1] <= mention.span[0])
        found = [actor for one in firms for actor in cast.whom(one)]
        if other.paragraph != sentence.paragraph:
            found = [actor for actor in found if not actor.placeholder]
        if found:
            yield found


def _alike(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«дилер» stands for the dealer that the text has spoken of, «производитель жаток» for whom it speaks of."""
    lemma = sentence.tokens[mention.head].lemma
    named = (actor for found in _before(cast, sentence, mention) for actor in found)
    alike = (one for one in named if lemma in one.nouns or lemma in one.name.lower().split())
    found = next(alike, None)
    maker = lemma in _MAKERS and mention.first == mention.head
    return (found,) if found else _topic(cast, sentence, mention) if maker else ()


def _founds(cast: Cast, sentence: Sentence) -> bool:
    """Whether the sentence before founds a firm that has no name yet: «него» is that one."""
    index = next(n for n, one in enumerate(cast.sentences) if one is sentence)
    return index > 0 and cast.sentences[index - 1].has(words.FOUND)


def _described(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...] | None:
    """«ростовское предприятие» is a firm of that place which the text names before."""
    token = sentence.tokens[mention.head]
    if (announced := _announced(cast, sentence, mention)) is not None:
        return (announced,)
    back = token.lemma in words.ONE | _SIDES if token.number == "Sing" else token.lemma in words.PARTNERS
    if not back or mention.first == mention.head:
        return _again(cast, sentence, mention)
    named = [actor for found in _before(cast, sentence, mention) for actor in found if not actor.placeholder]
    there = there_of(named, mention)
    if there is not None:
        return (there,)
    if mention.last > mention.head + 1:
        return None
    beside = {id(actor) for one in _same_clause(cast, sentence, mention) for actor in cast.whom(one)}
    place = mention.place if token.lemma in words.ONE else None
    free = {id(one): one for one in named if may_lie(one, place) and id(one) not in beside}
    kind = [actor for actor in free.values() if token.lemma in actor.nouns]
    if len(kind) == 1 and token.number == "Sing":
        return (kind[0],)
    return tuple(free.values()) if len(free) == 1 else None


def _announced(cast: Cast, sentence: Sentence, mention: Mention) -> Actor | None:
    """Whom a headline does not name yet: the first firm of the text after it, if it lies in the same region."""
    head = sentence is cast.sentences[0] and sentence.tokens[mention.head].number == "Sing"
    if not head or not mention.place or not mention.place.code:
        return None
    after = (one for other in cast.sentences[1:3] for one in cast.of(other, "enterprise"))
    found = next((actor for one in after for actor in cast.whom(one)), None)
    same = found is not None and found.place is not None and found.place.code == mention.place.code
    return found if same else None


def _same_clause(cast: Cast, sentence: Sentence, mention: Mention) -> list[Mention]:
    """The other mentions of a sentence that no colon or semicolon before one parts from it."""
    parted = [number for number, token in enumerate(sentence.tokens) if token.text in (":", ";")]
    low = max((number for number in parted if number < mention.first), default=-1)
    return [one for one in cast.mentions[id(sentence)] if one is not mention and one.first > low]


def _again(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...] | None:
    """«завод в Бухаре» after a plant that the text has named."""
    token = sentence.tokens[mention.head]
    if token.number != "Sing" or mention.first != mention.head or token.lemma not in _PLANTS | words.ONE:
        return None
    named = [actor for found in _before(cast, sentence, mention) for actor in found if not actor.placeholder]
    if not mention.first and len({id(actor) for actor in named}) == 1 and named[0].place is None:
        return (named[0],)
    if token.lemma not in _PLANTS:
        return None
    kind = [actor for actor in named if token.lemma in actor.nouns or token.lemma in actor.name.lower()]
    return (kind[0],) if kind else None


def _of_place(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«гомельское предприятие», «башкирская сторона»; with any other adjective, the firm that the text speaks of."""
    adjective = mention.tokens[-2]
    named = [actor for found in _before(cast, sentence, mention) for actor in found if not actor.placeholder]
    place = adjective_place(adjective)
    there = there_of(
        named, Mention("anaphor", "", sentence, mention.head - 1, mention.last, mention.head, "", place)
    )
    if there is not None:
        return (there,)
    kind = {id(actor): actor for actor in named if sentence.tokens[mention.head].lemma in actor.nouns}
    if len(kind) == 1:
        return tuple(kind.values())
    homeless = {id(actor): actor for actor in named if may_lie(actor, place)}
    if place is not None and len(homeless) == 1:
        return tuple(homeless.values())
    if len({id(actor) for actor in named}) > 1 and adjective.lemma.endswith(("ский", "цкий")):
        return ()
    return _topic(cast, sentence, mention)


def _topic(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """The firm that the text speaks of, but for those that play another part in the sentence."""
    own = {
        id(actor) for one in cast.firms(sentence) if one.span[0] > mention.span[0] for actor in cast.whom(one)
    }
    if sentence.tokens[mention.head].pos == "NOUN":
        ours = ("мы", mention.name) if is_of_people(sentence, mention) else (mention.name,)
        others = (one for one in cast.of(sentence, "anaphor") if one.name not in ours)
        own |= {id(actor) for one in others for actor in cast.whom(one)}
    else:
        own |= _subject_beside(cast, sentence, mention)
        own |= {id(actor) for actor in speaker(cast, sentence)} if goes_on(cast, sentence) else set()
    found = salient(cast, sentence, mention, own)
    return (found,) if found else ()


def _others(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«они» beside «мы» are the firm named last that does not speak; else several firms."""
    ours = {id(actor) for actor in speaker(cast, sentence)}
    if not speaks(sentence):
        return _group(cast, sentence, mention)
    for found in _before(cast, sentence, mention):
        free = [actor for actor in found if id(actor) not in ours]
        if free:
            return (free[-1],)
    return ()


def _not_subjects(cast: Cast, sentence: Sentence) -> set[int]:
    """Those whom a sentence names in another place than that of its subject: it does not speak of them."""
    tree = cast.tree(sentence)
    every = {id(actor): one for one in cast.of(sentence, *KINDS) for actor in cast.whom(one)}
    subjects = {
        id(actor)
        for one in cast.of(sentence, *KINDS)
        if one.case in ("Nom", "Acc", "") or any(link.slot == "subj" for link in [*tree.links(one.head)][:1])
        for actor in cast.whom(one)
    }
    return set(every) - subjects


def _subject_beside(cast: Cast, sentence: Sentence, mention: Mention) -> set[int]:
    """The subject of the clause of a pronoun, which is somebody else: «дилер закупит у неё»."""
    colons = [n for n in range(mention.first) if sentence.tokens[n].text in (":", ";")]
    low = max(colons, default=-1)
    near = (one for one in cast.of(sentence, *KINDS) if 0 < mention.first - one.last < _CLAUSE)
    before = (one for one in near if one.first > low)
    return {id(actor) for one in before if one.case == "Nom" for actor in cast.whom(one)}


def _group(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """The firms of the nearest sentence that names two or more, or the two that the last sentences name."""
    seen: dict[int, Actor] = {}
    for found in _before(cast, sentence, mention):
        seen = {id(actor): actor for actor in found} | seen
        if len(seen) > 1:
            return tuple(seen.values())
    return ()


def _last(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """«обе компании», «последние три компании»: as many of the firms named last."""
    count = _count(sentence, mention)
    for found in _before(cast, sentence, mention):
        distinct = list({id(actor): actor for actor in found}.values())
        if len(distinct) >= count:
            return tuple(distinct[-count:])
    return ()
