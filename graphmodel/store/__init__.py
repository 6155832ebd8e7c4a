"""The only room that talks to Neo4j: a Store is opened, a Writer takes claims in, a View answers."""

from graphmodel.store.console import Console
from graphmodel.store.decisions import Judged
from graphmodel.store.projector import Progress
from graphmodel.store.reading import Found, Looker, Reader, Wanted
from graphmodel.store.store import Store
from graphmodel.store.view import Partner, Table, View
from graphmodel.store.writer import LoadResult, Writer

__all__ = [
    "Console",
    "Found",
    "Judged",
    "LoadResult",
    "Looker",
    "Partner",
    "Progress",
    "Reader",
    "Store",
    "Table",
    "View",
    "Wanted",
    "Writer",
]
