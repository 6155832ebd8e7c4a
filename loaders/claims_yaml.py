"""Claims as YAML or JSON: `{"source": {…}, "claims": […]}`, or `"sources": […]` where there are several."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graphmodel.domain.claims import Source
from graphmodel.errors import BadInputError
from loaders.accounting import Reading
from loaders.rows import claims_of, located


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")

    source: Source | None = None
    sources: tuple[Source, ...] = ()
    claims: list[dict[str, Any]]


def read_claims(file: Path) -> Reading:
    """The claims of one file; each is at its JSON pointer. Without a source, the file itself is the source.

    Raises BadInputError where the file is not YAML in UTF-8 or not of this form.
    """
    document = _document(file)
    own = document.source or Source(id=f"file-{file.name}", title=file.name)
    claims = ({"source": own.id, **claim} for claim in document.claims)
    reading = claims_of(file.name, located(claims, "/claims/{}", 0), {})
    return Reading(sources=(own, *document.sources)) + reading


def _document(file: Path) -> _Document:
    try:
        return _Document.model_validate(yaml.load(file.read_text(encoding="utf-8-sig"), yaml.CSafeLoader))
    except UnicodeDecodeError as error:
        raise BadInputError("loaders.not_utf8", file=file.name, position=error.start) from error
    except yaml.YAMLError as error:
        raise BadInputError("loaders.not_yaml", file=file.name, reason=error) from error
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise BadInputError("loaders.not_claims", file=file.name, reason=reason) from error
