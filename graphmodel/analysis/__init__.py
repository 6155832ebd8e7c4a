"""What the graph answers: hubs and gaps, as frozen results whose rows carry the ids of their claims.

Every function takes a domain `Graph` and gives a result of `results`; networkx stays inside this room.
"""

from graphmodel.analysis.clusters import members
from graphmodel.analysis.gaps import gaps
from graphmodel.analysis.hubs import hubs
from graphmodel.analysis.project import COOPERATION, LinkKind
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
    Profile,
    Role,
    Sentence,
    Status,
    Verdict,
)
from graphmodel.analysis.scopes import between, region

__all__ = [
    "COOPERATION",
    "Candidate",
    "Gap",
    "GapKind",
    "Gaps",
    "Hub",
    "Hubs",
    "LinkKind",
    "Measure",
    "Named",
    "Parts",
    "Profile",
    "Role",
    "Sentence",
    "Status",
    "Verdict",
    "between",
    "gaps",
    "hubs",
    "members",
    "region",
]
