"""The managed local Neo4j: fetched, started, stopped, backed up. It knows nothing of the graph in it.

`Engine` is the way in; everything else here is what it is told and what it answers.
"""

from graphmodel.engine.closure import Closure, Jar
from graphmodel.engine.config import Connection, EngineConfig, Status
from graphmodel.engine.engine import Engine
from graphmodel.engine.progress import Progress

__all__ = ["Closure", "Connection", "Engine", "EngineConfig", "Jar", "Progress", "Status"]
