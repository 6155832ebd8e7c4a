"""The planners' questions: each a .cypher file with a header, and the catalogue that reads and checks them."""

from queries.catalogue import GROUPS, catalogue, question, search
from queries.question import Column, Group, Parameter, Question

__all__ = ["GROUPS", "Column", "Group", "Parameter", "Question", "catalogue", "question", "search"]
