"""What a page holds as one text: JSON in windows-1251, deflated, in Ascii85. `static/unpack.js` reads it.

Cyrillic letters have one byte each in windows-1251, which makes a deflated scene smaller by a twentieth; a character
that it lacks is escaped.
"""

import json
import re
import zlib
from base64 import a85encode
from typing import Any, Final

_CHARSET: Final = "cp1251"
_KNOWN: Final = bytes(byte for byte in range(256) if byte != 0x98).decode(_CHARSET)
_UNKNOWN: Final = re.compile(f"[^{re.escape(_KNOWN)}]")
_LEVEL: Final = 6
_MEMORY: Final = 5
"""Little memory makes short blocks, each with a code of its own: scripts, names and numbers differ."""
_SAFE: Final = str.maketrans({"<": "v", "z": "!!!!!"})
"""No `<` may stand in a script element; `z` is short for four zeros."""


def packed(value: Any) -> str:
    """`value` as printable ASCII that can stand in a script element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    plain = _UNKNOWN.sub(lambda found: json.dumps(found[0])[1:-1], written).encode(_CHARSET)
    deflate = zlib.compressobj(_LEVEL, memLevel=_MEMORY)
    return a85encode(deflate.compress(plain) + deflate.flush()).decode().translate(_SAFE)
