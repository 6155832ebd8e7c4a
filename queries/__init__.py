"""The planners' questions: each a .cypher file with a header, and the catalogue that reads and checks them."""

from queries.catalogue import catalogue, question
from queries.question import Column, Parameter, Question

__all__ = ["Column", "Parameter", "Question", "catalogue", "question"]
