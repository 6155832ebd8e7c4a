"""Partners of a company over HTTP, beside the bare driver, `execute_query` and Neo4j's own HTTP service, in one run.

Every way answers the same look-ups of the same enterprises: the API from the graph (no two calls are alike, so nothing
is kept), from what it keeps, and with 304; the same statements through the bare asynchronous driver, without HTTP, and
through `execute_query` behind FastAPI; and Neo4j's Query API, which a user would call instead. The load comes from
`wrk`, which must be on the PATH (Debian, Ubuntu: apt-get install wrk), over loopback. Client and server share the
machine, so ratios count. `python -m benchmarks.api --help`.
"""

from benchmarks.api.comparison import main

__all__ = ["main"]
