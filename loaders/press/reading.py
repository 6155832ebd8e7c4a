"""From a text to its cast: every mention found, put to an enterprise, and every «компания» to the one it stands for."""

from collections.abc import Iterator

from graphmodel.domain.names import normalise
from graphmodel.domain.references import Place
from loaders.press.anaphora import anaphors
from loaders.press.anonymous import unnamed
from loaders.press.bare import fairs, organisations
from loaders.press.cast import Actor, Cast
from loaders.press.coreference import resolve
from loaders.press.geography import home_region
from loaders.press.language import Sentence, sentences
from loaders.press.mentions import Mention
from loaders.press.naming import Known, echoes, known_by_name, quoted_echoes
from loaders.press.plants import coordinated_plants
from loaders.press.quotations import no_firms, quotations


def _mentions(sentence: Sentence, text: str, home: Place | None) -> Iterator[Mention]:
    quoted = [*quotations(sentence, text, home), *fairs(sentence, text), *coordinated_plants(sentence)]
    yield from quoted
    taken = {number for mention in quoted for number in range(mention.first, mention.last)}
    taken |= {number for number, token in enumerate(sentence.tokens) if token.quoted}
    yield from organisations(sentence, text, home, taken)


def _taken(mentions: list[Mention]) -> set[int]:
    return {number for mention in mentions for number in range(mention.first, mention.last)}


def _is_named_after(sentence: Sentence, one: Mention, named: list[Mention]) -> bool:
    """Whether a name after a dash says who it is: «от минского партнёра – «МТЗ» –», «у минского завода — ММЗ»."""
    signs = sentence.tokens[one.last : one.last + 1]
    after = next((name for name in named if name.first == one.last + 1), None)
    closing = sentence.tokens[after.last : after.last + 1] if after else ()
    dashes = [token.text for token in (*signs, *closing)]
    oblique = one.case not in ("Nom", "Acc")
    ends = dashes[1:] in (["–"], ["—"], [","]) or (oblique and dashes[1:] in (["."], [";"], []))
    return after is not None and dashes[0] in ("–", "—") and ends


def _by_sentence(
    found: list[Sentence], text: str, home: Place | None
) -> tuple[dict[int, list[Mention]], list[Known]]:
    """Every mention by its sentence, and the named enterprises."""
    by = {id(sentence): list(_mentions(sentence, text, home)) for sentence in found}
    named = [mention for mentions in by.values() for mention in mentions if mention.kind == "enterprise"]
    firms = {mention.name for mention in named if mention.typed}
    never = {name for sentence in found for name in no_firms(sentence, text)} - firms
    for mentions in by.values():
        mentions[:] = [one for one in mentions if one.kind != "enterprise" or one.name not in never]
    known = known_by_name([mention for mention in named if mention.name not in never], text)
    for sentence in found:
        mentions = by[id(sentence)]
        mentions += quoted_echoes(sentence, known, _taken(mentions), text)
        mentions += echoes(sentence, known, _taken(mentions))
        quoted = {number for number, token in enumerate(sentence.tokens) if token.quoted}
        called = unnamed(sentence, text, home, _taken(mentions) | quoted)
        mentions += [one for one in [*called] if not _is_named_after(sentence, one, mentions)]
        mentions += anaphors(sentence, _taken(mentions) | quoted)
        mentions.sort(key=lambda mention: mention.span)
    return by, known


def _named_actors(cast: Cast, known: list[Known]) -> None:
    """Put every named mention to its enterprise."""
    actors = {id(one): Actor(one.name, one.first, aliases=one.aliases, weak=True) for one in known}
    for sentence in cast.sentences:
        for mention in cast.of(sentence, "enterprise"):
            one = next((one for one in known if one.name == mention.name or one.is_called(mention)), None)
            if one is None:
                continue
            actor = actors[id(one)]
            actor.place = actor.place or mention.place
            actor.weak = actor.weak and mention.weak
            if mention.typed:
                actor.nouns.add(sentence.tokens[mention.head].lemma)
            cast.stands_for[id(mention)] = (actor,)
    cast.actors = list(actors.values())


def _unnamed_actors(cast: Cast) -> None:
    """Put every other mention to an enterprise named before it, or to one of its own."""
    placeholders: dict[str, Actor] = {}
    for sentence in cast.sentences:
        for mention in cast.of(sentence, "unnamed", "anaphor"):
            whom = resolve(cast, sentence, mention)
            if whom is None:
                key = normalise(mention.name)
                actor = placeholders.setdefault(key, Actor(mention.name, mention, mention.place))
                whom = (actor,)
            cast.stands_for[id(mention)] = whom
    cast.actors += placeholders.values()


def _is_credit(sentence: Sentence) -> bool:
    """«Фото: «Орловская правда»» says whose a picture is."""
    begins = [token.text for token in sentence.tokens[:2]]
    return begins in (["Фото", ":"], ["Источник", ":"])


def read_cast(text: str) -> Cast:
    """Read a text and find who appears in it."""
    found = [one for one in sentences(text) if not _is_credit(one)]
    home = home_region(found)
    mentions, known = _by_sentence(found, text, home)
    cast = Cast(text, found, home, mentions)
    _named_actors(cast, known)
    _unnamed_actors(cast)
    return cast
