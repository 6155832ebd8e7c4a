"""A statement as a planner writes it, for the documentation of the ways to run one."""

from typing import Final

PARTNERS_BY_NAME: Final = (
    "MATCH (e:Enterprise)-[r:MEMORANDUM]-(p:Enterprise) WHERE e.name_ru = $name "
    "RETURN p.name_en AS partner, r.signed AS signed"
)
