"""Exhibitions and forums: their names, where they are held, and what is said of them."""

from dataclasses import dataclass

from graphmodel.domain.names import normalise
from graphmodel.domain.references import Place, Ref
from loaders.press import words
from loaders.press.cast import Cast
from loaders.press.geography import adjective_place, home_place, places
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.words import HERE


@dataclass(frozen=True)
class Happening:
    """One event of a text; `span` is where it is first named."""

    name: str
    span: tuple[int, int]
    place: Place | None = None
    date: str | None = None

    def ref(self) -> Ref:
        """How a claim refers to it."""
        return Ref(type="event", name=self.name, place=self.place)


def _held_in(mention: Mention) -> Place | None:
    """The place that follows a name: «выставка «…» в Ташкенте»."""
    for number, place in places(mention.sentence):
        before = mention.sentence.tokens[number - 1].text if number else ""
        if mention.last <= number <= mention.last + 3 and before in ("в", "во", "("):
            return place
    return None


def _anonymous_place(cast: Cast) -> Place | None:
    """The place of «выставка в Ташкенте», where the text names one event alone."""
    for sentence in cast.sentences:
        for number, place in places(sentence):
            before = sentence.tokens[max(number - 2, 0) : number]
            if len(before) == 2 and before[1].text == "в" and before[0].lemma in words.EVENTS:
                return place
    return None


def happenings(cast: Cast) -> list[Happening]:
    """The named events of a text, each once."""
    mentions = [mention for sentence in cast.sentences for mention in cast.of(sentence, "event")]
    found: dict[str, Happening] = {}
    for mention in mentions:
        known = found.get(normalise(mention.name))
        if known is None or known.place is None:
            first = known or Happening(mention.name, mention.span)
            found[normalise(mention.name)] = Happening(first.name, first.span, _held_in(mention))
    if len(found) == 1 and (only := next(iter(found.values()))).place is None:
        return [Happening(only.name, only.span, _anonymous_place(cast))]
    return list(found.values())


def _told_of(cast: Cast, sentence: Sentence, events: list[Happening]) -> Happening | None:
    """The event that a sentence names, or the last one named before where it says only «на выставке»."""
    named = [normalise(mention.name) for mention in cast.of(sentence, "event")]
    for event in events:
        if normalise(event.name) in named:
            return event
    before = [event for event in events if event.span[0] <= sentence.span[0]]
    return before[-1] if before and sentence.has(words.EVENTS) else None


def nearest(cast: Cast, sentence: Sentence, events: list[Happening]) -> Happening | None:
    """The event at which a sentence happens: its own, or the last one of its paragraph before it."""
    index = cast.sentences.index(sentence)
    for other in reversed(cast.sentences[: index + 1]):
        if other.paragraph != sentence.paragraph:
            break
        if event := _told_of(cast, other, events):
            return event
    return None


def _speaks_of_home(sentence: Sentence, home: Place) -> bool:
    """«край», «регион», «кубанские», «краевые» in a sentence speak of the home region."""
    kind = any(token.lemma in home.name.lower() for token in sentence.tokens if token.lemma in HERE)
    adjectives = (token for token in sentence.tokens if token.lemma.endswith(("ий", "ой")))
    adjective = (adjective_place(token) or home_place(token, home) for token in adjectives)
    return (
        kind
        or sentence.has(frozenset(("регион",)))
        or any(place and place.code == home.code for place in adjective)
    )


def _is_scene(sentence: Sentence, number: int) -> bool:
    """Whether a place only says where something happened: «в Ташкенте»."""
    before = [token.text.lower() for token in sentence.tokens[max(number - 2, 0) : number]]
    return before[-1:] in (["в"], ["во"]) or before == ["в", "городе"]


def about(cast: Cast, sentence: Sentence, events: list[Happening]) -> Ref | None:
    """What a number is said of: a region that the sentence names, else its event, else the home region."""
    event = _told_of(cast, sentence, events)
    named = [place for number, place in places(sentence) if place.code and not _is_scene(sentence, number)]
    named += [one.place for one in cast.of(sentence, "unnamed") if one.place and one.place.code]
    named += [cast.home] if cast.home and _speaks_of_home(sentence, cast.home) else []
    if cast.home and any(place.code == cast.home.code for place in named):
        region: Place | None = cast.home
    else:
        region = named[0] if named else None
    if region is None and event:
        return event.ref()
    region = region or cast.home
    return Ref(type="region", id=region.code, name=region.name) if region and region.code else None
