"""Our scripts and style sheets as `make vendor` built them from `viz/static`, and the files themselves."""

from functools import cache
from importlib import resources


def own_file(name: str) -> str:
    """One of our static files, as it was written."""
    return (resources.files("viz") / "static" / name).read_text(encoding="utf-8")


@cache
def built(name: str) -> str:
    """A script or style sheet with all that it imports, minified."""
    return (resources.files("viz") / "built" / name).read_text(encoding="utf-8").strip()
