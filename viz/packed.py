"""What a page holds as one text: JSON in windows-1251, made small, in Ascii85. A script of `static` reads it.

Cyrillic letters have one byte each in windows-1251, which makes a packed scene smaller by a twentieth; a character
that it lacks is escaped.
"""

import json
import lzma
import re
import zlib
from base64 import a85encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

_CHARSET: Final = "cp1251"
_KNOWN: Final = bytes(byte for byte in range(256) if byte != 0x98).decode(_CHARSET)
_UNKNOWN: Final = re.compile(f"[^{re.escape(_KNOWN)}]")
_SAFE: Final = str.maketrans({"<": "v", "z": "!!!!!"})
"""No `<` may stand in a script element; `z` is short for four zeros."""
_LEVEL: Final = 6
_MEMORY: Final = 5
"""Little memory makes short blocks, each with a code of its own: scripts, names and numbers differ."""
LZMA_FILTERS: Final = [
    {
        "id": lzma.FILTER_LZMA1,
        "preset": 9 | lzma.PRESET_EXTREME,
        "dict_size": 1 << 20,
        "lc": 3,
        "lp": 0,
        "pb": 0,
    },
]
"""A page is smaller than the dictionary, whose size of 64 MB by the preset would only be cleared at every page."""


def _deflated(plain: bytes) -> bytes:
    deflate = zlib.compressobj(_LEVEL, memLevel=_MEMORY)
    return deflate.compress(plain) + deflate.flush()


def _lzma(plain: bytes) -> bytes:
    return lzma.compress(plain, lzma.FORMAT_RAW, filters=LZMA_FILTERS)


@dataclass(frozen=True)
class Packing:
    """One way to make a page small, and the name of the script that unpacks it."""

    script: str
    compress: Callable[[bytes], bytes]


LZMA: Final = Packing("unpack-lzma.js", _lzma)
"""The smallest; slow, and unpacked by a script of ours: for a page of a few hundred kilobytes."""
DEFLATE: Final = Packing("unpack-deflate.js", _deflated)
"""Fast, and unpacked by the browser."""


def packed(value: Any, packing: Packing) -> str:
    """`value` as printable ASCII that can stand in a script element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    plain = _UNKNOWN.sub(lambda found: json.dumps(found[0])[1:-1], written).encode(_CHARSET)
    return a85encode(packing.compress(plain)).decode().translate(_SAFE)
