"""Claims as YAML or JSON: `{"source": {…}, "claims": […]}`, or `"sources": […]` where there are several."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graphmodel.domain.claims import Source
from graphmodel.errors import BadInputError
from loaders.accounting import Reading
from loaders.rows import content, own_source, part_of


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")

    source: Source | None = None
    sources: tuple[Source, ...] = ()
    claims: list[dict[str, Any]]


def read_claims(file: Path) -> Reading:
    """The claims of one file; each is at its JSON pointer. Without a source, the file itself is the source.

    The document stands in memory as a whole, its claims do not.

    Raises BadInputError where the file is not YAML in UTF-8 or not of this form.
    """
    document = _document(file)
    own = document.source or own_source(file.name)
    part = part_of(file.name, lambda: _located(document.claims), {"source": own.id})
    return Reading(sources=(own, *document.sources), parts=(part,))


def _located(claims: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((f"/claims/{number}", claim) for number, claim in enumerate(claims))


class _Words(yaml.CSafeLoader):
    """Leaves dates, numbers and `no` as they are written: the claim's own model knows which is which."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name is that of the library
        first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def _parsed(file: Path) -> Any:
    text = content(file)
    return json.loads(text) if file.suffix.lower() == ".json" else yaml.load(text, _Words)  # noqa: S506


def _document(file: Path) -> _Document:
    try:
        return _Document.model_validate(_parsed(file))
    except ValidationError as error:
        first = error.errors()[0]
        reason = ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))
        raise BadInputError("loaders.not_claims", file=file.name, reason=reason) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInputError("loaders.not_yaml", file=file.name, reason=error) from error
