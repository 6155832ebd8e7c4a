"""The reference page of claims, from their models."""

from datetime import datetime
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from docs.markdown import table
from graphmodel.domain.claims import Claim, ClaimBase, Source
from graphmodel.domain.codes import (
    CountryCode,
    CurrencyCode,
    HsCode,
    Money,
    Number,
    Okpd2,
    Okved2,
    RegionCode,
)
from graphmodel.domain.dates import Edtf
from graphmodel.domain.names import Names
from graphmodel.domain.references import Place, Ref

_FORMS: Final[tuple[tuple[Any, str], ...]] = (
    (Edtf, "EDTF date"),
    (CountryCode, "ISO 3166-1 alpha-2 code"),
    (RegionCode, "ISO 3166-2 code"),
    (CurrencyCode, "ISO 4217 code"),
    (Okpd2, "OKPD2 code"),
    (HsCode, "HS code"),
    (Okved2, "OKVED2 code"),
    (Number, "number"),
    (str, "text"),
    (int, "whole number"),
    (float, "number"),
    (bool, "true or false"),
    (datetime, "RFC 3339 time"),
)
_PARTS: Final = (Ref, Place, Names, Money)
_INTRODUCTION: Final = """# Claims

A claim is one fact, stated by one source, at one place in it. As YAML or JSON a file is
`{"source": {…}, "claims": [{…}, …]}`, or `"sources": […]` where there are several. As CSV it is one claim a row; the
columns are the fields, with dots for what lies inside: `supplier.name`, `parties.0.id`, `value.amount`. A `sources.csv`
beside it describes the sources. The guide has an example of each. `id` is computed and need not be
given; where `source` or `locator` is left out of a file, it is the file itself and the place in it.
"""


def _form(hint: Any) -> str:
    for known, form in _FORMS:
        if hint == known:
            return form
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inside)
    if origin in (Union, UnionType):
        return " or ".join(_form(part) for part in inside if part is not NoneType)
    if origin is tuple:
        return f"list of {_form(inside[0])}" if inside[-1] is ... else "pair of whole numbers"
    if origin is dict:
        return f"{_form(inside[1])} for each of {_form(inside[0])}"
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def _fields(model: type[BaseModel], without: frozenset[str] = frozenset()) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = (
        (f"`{name}`", _form(hints[name]), "yes" if field.is_required() else "")
        for name, field in model.model_fields.items()
        if name not in without
    )
    return table(("field", "form", "needed"), rows)


def _section(title: str, model: type[BaseModel], without: frozenset[str] = frozenset()) -> str:
    told = " ".join((model.__doc__ or "").split())
    return f"## {title}\n\n{told}\n\n{_fields(model, without)}"


def claims_page() -> str:
    """Every kind of claim, with its own fields, and the parts they are made of."""
    common = frozenset(ClaimBase.model_fields)
    kinds = get_args(get_args(Claim)[0])
    return "\n".join(
        (
            _INTRODUCTION,
            _section("Source", Source),
            _section("What every claim has", ClaimBase, frozenset({"id"})),
            *(_section(_kind(model), model, common | {"kind"}) for model in kinds),
            *(_section(part.__name__, part) for part in _PARTS),
        )
    )


def _kind(model: type[BaseModel]) -> str:
    return f"`{get_args(model.model_fields['kind'].annotation)[0]}`"
