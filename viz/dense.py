"""The JSON of a scene made small: whole numbers as one text, as steps, lists as one column.

On top of the forms of a column in `viz.payload` there are a text, up to 4,000 whole numbers in the Base64 VLQ of source
maps; `{"step": numbers}`, each number less the one before it; and for a column of lists `{"long": column, "flat":
column}`, how long each is and all their values. Facts have beside their lengths `names`, `name` (which of them) and
`step`, each text less the one before it of that name. The claims of a node begin with -1 where those of all its edges
belong to them and are left out. The points of a path stand in `paths` as all x and then all y, each less the one before
it. In `words.en` and `words.uz` 1 means: as in Russian, with commas between groups of digits; 2 in `words.uz`: as in
English. `shell/data.js` reads it.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from viz.payload import Json

_GROUPED: Final = 1
_ENGLISH: Final = 2
_WITH_EDGES: Final = -1
_SPACE: Final = "\u00a0"
_FEW: Final = 4_000
_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def dense(scene: Json) -> Json:
    """The columns of a scene in their dense forms."""
    found = {name: _table(part) if isinstance(part, dict) else part for name, part in scene.items()}
    if "claims" in scene["nodes"] and "claims" in scene["edges"]:
        found["nodes"]["claims"] = _dense(_own_claims(scene["nodes"], scene["edges"]))
    found["layouts"] = {name: _layout(layout) for name, layout in scene["layouts"].items()}
    found["words"] = _words(scene["words"])
    return found


def _table(columns: Json) -> Json:
    return {name: _facts(column) if name == "facts" else _dense(column) for name, column in columns.items()}


def _layout(layout: Json) -> Json:
    paths = {"paths": [_steps(path[::2]) + _steps(path[1::2]) for path in layout.get("paths", ())]}
    return _table(layout | paths if "paths" in layout else layout)


def _steps(values: Sequence[int]) -> list[int]:
    """Each number less the one before it."""
    return [value - before for before, value in zip(chain([0], values), values, strict=False)]


def _dense(column: Any) -> Any:
    if isinstance(column, dict) and "at" in column:
        return column | {"at": _dense(column["at"])}
    if not isinstance(column, list) or not column:
        return column
    if all(isinstance(value, int) for value in column):
        return _numbers(column)
    if isinstance(column[0], list) and all(isinstance(value, int) for value in chain(*column)):
        return {"long": _dense([len(one) for one in column]), "flat": _dense(list(chain(*column)))}
    return column


def _own_claims(nodes: Json, edges: Json) -> list[list[int]]:
    """The claims of each node without those of its edges, where it has all of these."""
    shared: list[set[int]] = [set() for _ in nodes["claims"]]
    for source, target, claims in zip(edges["source"], edges["target"], edges["claims"], strict=True):
        shared[source].update(claims)
        shared[target].update(claims)
    pairs = zip(nodes["claims"], shared, strict=True)
    return [
        [_WITH_EDGES, *(one for one in own if one not in of_edges)]
        if of_edges and of_edges.issubset(own)
        else own
        for own, of_edges in pairs
    ]


def _numbers(column: Sequence[int]) -> Any:
    """Steps, where there are fewer different ones than different numbers."""
    steps = _steps(column)
    return {"step": _text(steps)} if len(set(steps)) < len(set(column)) else _text(column)


def _text(numbers: Sequence[int]) -> str | Sequence[int]:
    """As one text where they are few: it is smaller, and takes longer to write and to read."""
    return "".join(map(_vlq, numbers)) if len(numbers) <= _FEW else numbers


@lru_cache(maxsize=4_096)
def _vlq(number: int) -> str:
    """A whole number in digits of five bits, the lowest first, with its sign as the lowest bit of all."""
    rest, digits = 2 * abs(number) + (number < 0), ""
    while rest >= 32:
        digits += _DIGITS[32 + rest % 32]
        rest //= 32
    return digits + _DIGITS[rest]


def _facts(column: Sequence[Sequence[Any]]) -> Json:
    names: dict[str, int] = {}
    last: dict[str, int] = defaultdict(int)
    name, step = [], []
    for told in column:
        for fact, word in zip(told[::2], told[1::2], strict=True):
            name.append(names.setdefault(fact, len(names)))
            step.append(word - last[fact])
            last[fact] = word
    return {
        "long": _dense([len(told) for told in column]),
        "names": list(names),
        "name": _text(name),
        "step": _text(step),
    }


def _words(words: Json) -> Json:
    russian, english = words["ru"], words["en"]
    uzbek = zip(_grouped(words["uz"], russian), english, strict=True)
    return {
        "ru": russian,
        "en": _grouped(english, russian),
        "uz": [_ENGLISH if one and one == same else one for one, same in uzbek],
    }


def _grouped(told: Sequence[str | int], russian: Sequence[str]) -> list[str | int]:
    pairs = zip(told, russian, strict=True)
    return [_GROUPED if one and one == text.replace(_SPACE, ",") else one for one, text in pairs]
