"""Partners of a company and a search by name over HTTP, beside what else a user could call, in one run.

Every way answers the same look-ups of the same enterprises: the API from the graph (no two calls are alike, so nothing
is kept), from what it keeps, and with 304; the same statements through the bare asynchronous driver, without HTTP, and
through `execute_query` behind FastAPI; and Neo4j's own Query API over HTTP. Before it is measured, a way runs until it
gets no faster. The load comes from `wrk`, which must be on the PATH (Debian, Ubuntu: apt-get install wrk), over
loopback. Client and server share the machine, so ratios count. `python -m benchmarks.api --help`.
"""

from benchmarks.api.comparison import main

__all__ = ["main"]
