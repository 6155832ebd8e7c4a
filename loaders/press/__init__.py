"""Press releases become claims. Offsets count the code points of the visible text (`documents.visible_text`)."""

from loaders.press.documents import ENDINGS, parse
from loaders.press.extraction import extract
from loaders.press.release import read_release

__all__ = ["ENDINGS", "extract", "parse", "read_release"]
