"""A press release as a reading: the file is the source, each of its claims a row."""

from pathlib import Path

from loaders.accounting import FileReading, Reading
from loaders.press.documents import parse
from loaders.press.extraction import extract


def read_release(file: Path) -> Reading:
    """The claims of a press release, each at its characters of the visible text.

    Raises BadInputError where the file cannot be read or holds no text.
    """
    text, source = parse(file)
    claims = extract(text, source)
    rows = FileReading(file=file.name, claims=tuple((claim.id,) for claim in claims))
    return Reading(sources=(source,), claims=claims, files=(rows,))
