"""What the graph answers: hubs, gaps, rules, what if and what changed.

Results are frozen and their rows carry the ids of their claims.

Every function takes a domain `Graph` and gives a result of `results`; networkx stays inside this room.
"""

from graphmodel.analysis.clusters import members
from graphmodel.analysis.comparison import Change, Comparison, changes
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
from graphmodel.analysis.rule_results import Verdict as RuleVerdict
from graphmodel.analysis.rule_results import Verdicts
from graphmodel.analysis.rulebook import Rulebook, parse, russian
from graphmodel.analysis.rules import rules
from graphmodel.analysis.shock_results import LostInput, WhatIf
from graphmodel.analysis.whatif import located, whatif

__all__ = [
    "Candidate",
    "Change",
    "Comparison",
    "Gap",
    "GapKind",
    "Gaps",
    "Hub",
    "Hubs",
    "LostInput",
    "Measure",
    "Named",
    "Parts",
    "Role",
    "RuleVerdict",
    "Rulebook",
    "Sentence",
    "Verdict",
    "Verdicts",
    "WhatIf",
    "changes",
    "gaps",
    "hubs",
    "located",
    "members",
    "parse",
    "rules",
    "russian",
    "whatif",
]
