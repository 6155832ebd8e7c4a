"""What the graph answers: hubs, gaps and missing links, as frozen results whose rows carry the ids of their claims.

Every function takes a domain `Graph` and gives a result of `results`; networkx stays inside this room.
"""

from graphmodel.analysis.clusters import members
from graphmodel.analysis.gaps import gaps
from graphmodel.analysis.hubs import hubs
from graphmodel.analysis.missing import missing_links
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
    "MissingLink",
    "MissingLinks",
    "Named",
    "Parts",
    "Role",
    "Sentence",
    "Verdict",
    "gaps",
    "hubs",
    "members",
    "missing_links",
]
