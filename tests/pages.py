"""What a page of a view holds, as its own script unpacks it."""

import json
import re
import zlib
from base64 import a85decode
from typing import Any, Final

_PACKED: Final = re.compile(r'<script type="text/plain" id="packed">(.*?)</script>', re.DOTALL)


def unpacked(html: str) -> Any:
    """The style sheet, the script and the data of a page."""
    found = _PACKED.search(html)
    assert found
    told = zlib.decompress(a85decode(found[1].replace("v", "<"))).decode("cp1251")
    return json.loads(told)
