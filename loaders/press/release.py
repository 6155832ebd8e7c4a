"""A press release as a reading: the file is the source, each of its claims a row."""

from pathlib import Path

from loaders.accounting import Part, Reading
from loaders.press.documents import parse
from loaders.press.extraction import extract


def read_release(file: Path) -> Reading:
    """The claims of a press release, each at its characters of the visible text.

    Raises BadInputError where the file cannot be read or holds no text.
    """
    text, source = parse(file)
    rows = [(claim,) for claim in extract(text, source)]
    return Reading(sources=(source,), parts=(Part(file.name, None, lambda: iter(rows)),))
