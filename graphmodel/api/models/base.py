"""What all answers share."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.domain.schema import COMMON, EDGE_KINDS, NODE_KINDS, Property

Next = Annotated[str | None, Field(description="cursor of the next page; null on the last one")]
_DECLARED: Final[dict[str, tuple[Property, ...]]] = {
    **{kind.label: kind.properties for kind in NODE_KINDS},
    **{kind.type: kind.properties for kind in EDGE_KINDS},
}


def meant(kind: str, name: str) -> Any:
    """A field that means what the schema of the graph says."""
    properties = (*_DECLARED[kind], *COMMON)
    return Field(description=next(each.meaning for each in properties if each.name == name))


class Answer(BaseModel):
    """Frozen, like all that is shown."""

    model_config = ConfigDict(frozen=True)


class Named(Answer):
    """Names by language; sources give some, one or none."""

    name_ru: str | None = meant("Enterprise", "name_ru")
    name_en: str | None = meant("Enterprise", "name_en")
    name_uz: str | None = meant("Enterprise", "name_uz")


class Marked(Named):
    """A thing with the two marks that a reader must see."""

    placeholder: bool = Field(
        description="true where no source names it: its names are the words of the source"
    )
    synthetic: bool = meant("Enterprise", "synthetic")


class Reference(Named):
    """A thing by its id or code, with its names."""

    id: str = Field(description="its id or code")
