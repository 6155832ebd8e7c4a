"""What the graph answers: hubs, gaps, missing links, rules, what if and what changed.

Results are frozen and their rows carry the ids of their claims. Every function takes a domain `Graph`; networkx and its
compiled kin stay inside this room.
"""

from graphmodel.analysis.clusters import member_records, members
from graphmodel.analysis.comparison import Change, Comparison, changes
from graphmodel.analysis.exchange import EXCHANGE
from graphmodel.analysis.gaps.missing import missing_links
from graphmodel.analysis.gaps.recipe import gaps
from graphmodel.analysis.hubs.project import COOPERATION, LinkKind
from graphmodel.analysis.hubs.report import hubs
from graphmodel.analysis.hubs.scopes import between, region
from graphmodel.analysis.partners import partners
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
from graphmodel.analysis.rules.results import Verdict as RuleVerdict
from graphmodel.analysis.rules.results import Verdicts
from graphmodel.analysis.rules.rulebook import Rulebook, parse, russian
from graphmodel.analysis.rules.verdicts import rules
from graphmodel.analysis.shock.results import LostInput, WhatIf
from graphmodel.analysis.shock.whatif import located, whatif

__all__ = [
    "COOPERATION",
    "EXCHANGE",
    "Candidate",
    "Change",
    "Comparison",
    "Gap",
    "GapKind",
    "Gaps",
    "Hub",
    "Hubs",
    "LinkKind",
    "LostInput",
    "Measure",
    "MissingLink",
    "MissingLinks",
    "Named",
    "Parts",
    "Profile",
    "Role",
    "RuleVerdict",
    "Rulebook",
    "Sentence",
    "Status",
    "Verdict",
    "Verdicts",
    "WhatIf",
    "between",
    "changes",
    "gaps",
    "hubs",
    "located",
    "member_records",
    "members",
    "missing_links",
    "parse",
    "partners",
    "region",
    "rules",
    "russian",
    "whatif",
]
