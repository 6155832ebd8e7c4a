"""Which stretches in quotation marks are names: direct speech is not, though names may stand in it."""

import re
from typing import Final

MARKS: Final = {"«": "»", "“": "”", "„": "“", '"': '"'}
CLOSING: Final = frozenset(MARKS.values())
_LONGEST_NAME: Final = 9
_BEGINS_SPEECH: Final = re.compile(
    r"(?:мы|я|это|у нас|у меня|наш[аие]?|нам|для нас|он[аи]?|так|теперь|сегодня)\b", re.I
)
_AFTER_SPEECH: Final = re.compile(r"\s*,\s*[–—-]")


def _closing(text: str, start: int) -> int | None:
    """The end of the quotation that opens at `start`; of two closing marks side by side news often write one."""
    stack: list[str] = []
    inner = None
    for position in range(start, len(text)):
        sign = text[position]
        if stack and sign == stack[-1]:
            stack.pop()
            if not stack:
                return position + 1
            inner = inner or position + 1
        elif sign in MARKS:
            stack.append(MARKS[sign])
        elif text[position : position + 2] == "\n\n":
            break
    return inner


def _is_speech(inner: str, after: str) -> bool:
    words = re.findall(r"\w+", inner)
    ends = inner.rstrip('»”“" ')[-1:] in tuple(".!?…,")
    spoken = len(words) > 2 and (_AFTER_SPEECH.match(after) or _BEGINS_SPEECH.match(inner))
    return len(words) > _LONGEST_NAME or (ends and len(words) > 2) or bool(spoken)


def quoted(text: str) -> list[tuple[int, int]]:
    """The outermost quotations that are no direct speech, with their quotation marks."""
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        end = _closing(text, position) if text[position] in MARKS else None
        speech = end is not None and _is_speech(text[position + 1 : end - 1], text[end : end + 4])
        if end and not speech:
            found.append((position, end))
        position = end if end and not speech else position + 1
    return found
