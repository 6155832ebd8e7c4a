"""What a page of a view holds, as its own script unpacks it."""

import json
import lzma
import re
import zlib
from base64 import a85decode
from typing import Any, Final

from viz.packed import LZMA_FILTERS

_PACKED: Final = re.compile(r'<script type="text/plain" id="packed">(.*?)</script>', re.DOTALL)
_DEFLATED: Final = b"\x78"


def unpacked(html: str) -> Any:
    """The parts of a page: style sheet, markup, script and data."""
    found = _PACKED.search(html)
    assert found
    return json.loads(_inflated(a85decode(found[1].replace("v", "<"))).decode("cp1251"))


def _inflated(packed: bytes) -> bytes:
    """The bytes that were deflated, or packed by raw LZMA, which begins with a zero."""
    if packed.startswith(_DEFLATED):
        return zlib.decompress(packed)
    return lzma.decompress(packed, lzma.FORMAT_RAW, filters=LZMA_FILTERS)
