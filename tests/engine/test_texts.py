"""Every sentence the engine can say is in the catalogue, and no other."""

import re
from pathlib import Path

import graphmodel.engine
from graphmodel.texts import catalogue


def test_the_catalogue_holds_what_the_code_says() -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for file in Path(graphmodel.engine.__path__[0]).glob("*.py")
    )
    said = set(re.findall(r'"(engine\.[a-z_]+)"', code))
    assert said == {key for key in catalogue() if key.startswith("engine.")}
