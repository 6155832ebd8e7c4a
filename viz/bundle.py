"""Our scripts as one: the modules that an entry imports, one after the other, in one module script.

Nothing is translated: import lines and the word `export` go, and so do comments and indentation. So imports are named,
one to a line and without renaming, no two modules use one name at their top, and no template literal has two lines.
"""

import re
from functools import cache
from importlib import resources
from typing import Final

_IMPORT: Final = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w./-]+\.js)";$', re.MULTILINE)
_COMMENT: Final = re.compile(r"^[ ]*(?://[^\n]*|/\*\*.*?\*/)$\n?", re.MULTILINE | re.DOTALL)


def own_file(name: str) -> str:
    """One of our static files."""
    return (resources.files("viz") / "static" / name).read_text(encoding="utf-8")


def _beside(name: str, address: str) -> str:
    """The file that an `address` in the file `name` means, as a path within `static`."""
    parts = name.split("/")[:-1]
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _ordered(name: str, seen: list[str]) -> list[str]:
    """The modules that `name` needs, each after those that it needs itself."""
    if name in seen:
        return []
    seen.append(name)
    needed = [_beside(name, address) for address in _IMPORT.findall(own_file(name))]
    return [*(module for one in needed for module in _ordered(one, seen)), name]


def _bare(source: str) -> str:
    without = _COMMENT.sub("", _IMPORT.sub("", source))
    lines = (line.strip().removeprefix("export ") for line in without.splitlines())
    return "\n".join(line for line in lines if line)


@cache
def bundled(entry: str) -> str:
    """All modules of an entry in the order in which they need each other."""
    script = "\n".join(_bare(own_file(name)) for name in _ordered(entry, []))
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError(f"{entry} cannot stand in a script element")
    return script


@cache
def sheet(*names: str) -> str:
    """Style sheets as one."""
    lines = (line.strip() for name in names for line in own_file(name).splitlines())
    return "\n".join(line for line in lines if line)
