"""A figure with what it is to reach, as a line."""

from typing import NamedTuple


class Figure(NamedTuple):
    """A measured value; `most` or `least` is what it may be, None where nothing was promised."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None
    beyond: bool = False
    """The true value lies beyond this one: the measuring was broken off."""

    @property
    def held(self) -> bool:
        """Whether it keeps what was promised."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )

    def line(self) -> str:
        """As printed."""
        promised = [f"≤ {self.most:g}"] if self.most is not None else []
        promised += [f"≥ {self.least:g}"] if self.least is not None else []
        verdict = ("holds" if self.held else "MISSED") if promised else ""
        shown = (
            f"{'> ' if self.beyond else ''}{self.value:,.3g}" if self.value < 100 else f"{self.value:,.0f}"
        )
        if self.beyond and self.value >= 100:
            shown = f"> {shown}"
        return f"  {self.name:<58} {shown:>10} {self.unit:<8} {' '.join(promised):>9}  {verdict}".rstrip()


def show(figure: Figure) -> None:
    """Print it."""
    print(figure.line(), flush=True)
