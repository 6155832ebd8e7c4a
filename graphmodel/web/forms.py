"""What forms send."""

from urllib.parse import urlsplit


def own_path(given: str) -> str:
    """A path of this service; the start page for anything that could lead elsewhere."""
    parts = urlsplit(given)
    own = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if own and not parts.scheme and not parts.netloc else "/"
