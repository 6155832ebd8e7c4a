"""Which of the firms named before lies where a word points: «ростовское предприятие», «минский завод»."""

from graphmodel.domain.names import language_of
from graphmodel.domain.references import Place
from loaders.press.cast import Actor
from loaders.press.geography import in_large, named_after
from loaders.press.mentions import Mention


def there_of(named: list[Actor], mention: Mention) -> Actor | None:
    """The firm that lies where the adjective of a mention points, or whose name begins like it."""
    place, stem = mention.place, mention.tokens[0].lemma
    for actor in named:
        lies = actor.place or named_after(actor.name)
        if lies and in_large(mention.tokens[0], lies):
            return actor
        if lies and place and (lies.code == place.code if place.code else lies.country == place.country):
            return actor
    free = [actor for actor in named if not (actor.place and place)]
    for length in (4, 3):
        alike = {id(actor): actor for actor in free if actor.name.lower().startswith(stem[:length])}
        if len(stem) > 5 and (len(alike) == 1 or (alike and length == 4)):
            return next(iter(alike.values()))
    return None


def may_lie(actor: Actor, place: Place | None) -> bool:
    """Whether a firm of which no place is told may lie in a place: one with a Latin name lies in no Russian region."""
    foreign = place is not None and place.country == "RU" and language_of(actor.name) != "ru"
    home = named_after(actor.name)
    elsewhere = home is not None and place is not None and home.country != place.country
    return actor.place is None and not foreign and not elsewhere
