"""Statements of strangers from tests/data/hostile, and what must become of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

FILE: Final = Path(__file__).parent / "data" / "hostile" / "statements.yaml"
_REPEATED: Final = re.compile(r"<<(.*?)\*(\d+)>>", re.DOTALL)


@dataclass(frozen=True)
class Hostile:
    """A statement; `by` is the key of the text of its refusal."""

    statement: str
    outcome: str
    by: str | None

    def aimed(self, port: int, file: Path) -> str:
        """The statement against a listener at this port and a file of this machine."""
        return self.statement.replace("{port}", str(port)).replace("{file}", str(file))


def corpus() -> Iterator[Hostile]:
    """Every statement."""
    for block in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        for statement in block["statements"]:
            whole = _REPEATED.sub(lambda found: found[1] * int(found[2]), statement)
            yield Hostile(whole, block["outcome"], block.get("by"))
