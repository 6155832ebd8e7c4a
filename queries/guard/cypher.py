"""Cypher as tokens: enough of its lexis to tell code from comments, strings and names in backquotes."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from graphmodel.errors import RefusedError

Kind = Literal["word", "quoted", "string", "number", "parameter", "sign"]
_TOKEN: Final = re.compile(
    r"""(?P<blank>\s+|//[^\r\n]*|/\*.*?\*/)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<quoted>`(?:[^`]|``)*`)
    |(?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
    |(?P<number>\d\w*(?:\.\d\w*)?(?:(?<=[eE])[+-]\d+)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_OPENING: Final = ("(", "[", "{")
_CLOSING: Final = (")", "]", "}")
_SIGNS: Final = frozenset("()[]{}<>=+-*/%^.,:;|&!$~")


@dataclass(frozen=True)
class Token:
    """One token, and where it begins in the statement, in characters."""

    kind: Kind
    text: str
    offset: int

    @property
    def upper(self) -> str:
        """A word as keywords are compared, a sign as it is, anything else as nothing."""
        return self.text.upper() if self.kind in ("word", "sign") else ""

    @property
    def name(self) -> str:
        """A word or a name in backquotes as the name that it is; anything else as nothing."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "word" else ""


END: Final = Token("sign", "", 0)
"""What stands before the first token and after the last."""


@dataclass(frozen=True)
class Code:
    """A statement and its tokens."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """What the database would run. Raises RefusedError for a character that Cypher gives no meaning to."""
        found = []
        for match in _TOKEN.finditer(self.text):
            kind = match.lastgroup
            if kind == "sign" and match[0] not in _SIGNS:
                raise self.refused("guard_character", match.start(), found=ascii(match[0]))
            if kind != "blank":
                found.append(Token(kind, match[0], match.start()))  # type: ignore[arg-type]
        return tuple(found)

    def at(self, index: int) -> Token:
        """The token of this number; END where there is none."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    @cached_property
    def _around(self) -> tuple[int, ...]:
        """For each token the number of the innermost bracket around it, -1 where there is none."""
        open_ones, found = [-1], []
        for index, token in enumerate(self.tokens):
            if token.text in _CLOSING and len(open_ones) > 1:
                open_ones.pop()
            found.append(open_ones[-1])
            if token.text in _OPENING:
                open_ones.append(index)
        return tuple(found)

    def around(self, index: int) -> int:
        """The number of the innermost bracket around a token, -1 where there is none."""
        return self._around[index]

    def closing(self, index: int) -> int:
        """The number of the bracket that closes the one of this number, or the number of tokens."""
        outside = self._around[index]
        inner = range(index + 1, len(self.tokens))
        return next((place for place in inner if self._around[place] <= outside), len(self.tokens))

    def opening(self, index: int) -> int:
        """The number of the bracket that the one of this number closes, or -1."""
        outside = self._around[index]
        inner = range(index - 1, -1, -1)
        return next((place for place in inner if self._around[place] <= outside), -1)

    def arguments(self, index: int) -> list[range]:
        """What stands between the commas within the bracket of this number, as numbers of tokens."""
        end, start, found = self.closing(index), index + 1, []
        place = start
        while place < end:
            if self.tokens[place].text in _OPENING:
                place = self.closing(place)
            elif self.tokens[place].text == ",":
                found.append(range(start, place))
                start = place + 1
            place += 1
        return [*found, range(start, end)]

    def place(self, offset: int) -> str:
        """Line and column of an offset, both from 1."""
        return f"{self.text.count(chr(10), 0, offset) + 1}:{offset - self.text.rfind(chr(10), 0, offset)}"

    def refused(self, key: str, offset: int, **values: object) -> RefusedError:
        """The refusal of what stands at an offset."""
        return RefusedError(f"queries.{key}", place=self.place(offset), **values)
