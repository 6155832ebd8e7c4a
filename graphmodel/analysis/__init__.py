"""What the graph answers: hubs and gaps, as frozen results whose rows carry the ids of their claims.

Every function takes a domain `Graph` and gives a result of `results`; networkx stays inside this room.
"""

from graphmodel.analysis.clusters import members
from graphmodel.analysis.gaps import gaps
from graphmodel.analysis.hubs import hubs
from graphmodel.analysis.results import (
    Candidate,
    Gap,
    GapKind,
    Gaps,
    Hub,
    Hubs,
    Measure,
    Named,
    Parts,
    Role,
    Sentence,
    Verdict,
)

__all__ = [
    "Candidate",
    "Gap",
    "GapKind",
    "Gaps",
    "Hub",
    "Hubs",
    "Measure",
    "Named",
    "Parts",
    "Role",
    "Sentence",
    "Verdict",
    "gaps",
    "hubs",
    "members",
]
