"""How a caller watches long work; the engine itself prints nothing."""

from typing import Protocol


class Progress(Protocol):
    """Told what is going on. Any method may be called from several threads."""

    def start(self, total: int, message: str, /) -> None:
        """A piece of work of `total` bytes begins, described by `message`."""

    def advance(self, done: int, /) -> None:
        """`done` more bytes of it are done."""

    def message(self, message: str, /) -> None:
        """Work of unknown length begins."""


class Silent:
    """The progress nobody watches."""

    def start(self, total: int, message: str, /) -> None:
        """Ignored."""

    def advance(self, done: int, /) -> None:
        """Ignored."""

    def message(self, message: str, /) -> None:
        """Ignored."""
