"""What the graph answers: hubs, gaps and missing links, as frozen results whose rows carry the ids of their claims.

Every function takes a domain `Graph` and gives a result of `results`; networkx stays inside this room.
"""

from graphmodel.analysis.clusters import members
from graphmodel.analysis.gaps import gaps
from graphmodel.analysis.hubs import hubs
from graphmodel.analysis.missing import missing_links
from graphmodel.analysis.project import COOPERATION, LinkKind
from graphmodel.analysis.results import (
    Candidate,
    Gap,
    GapKind,
    Gaps,
    Hub,
    Hubs,
    Measure,
    MissingLink,
    MissingLinks,
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
    "MissingLink",
    "MissingLinks",
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
    "missing_links",
    "region",
]
