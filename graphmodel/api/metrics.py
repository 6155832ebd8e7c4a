"""Figures for Prometheus."""

from typing import Final, Literal

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

Origin = Literal["graph", "kept", "unchanged"]
_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Seconds."""


class Metrics:
    """Those of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "graphmodel_requests",
            "Answers by operation and status.",
            ["operation", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "graphmodel_request_seconds",
            "Time to answer.",
            ["operation"],
            registry=self._registry,
            buckets=_BUCKETS,
        )
        self._origins = Counter(
            "graphmodel_answers", "Where answers came from.", ["origin"], registry=self._registry
        )

    def count(self, operation: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self._requests.labels(operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)

    def came_from(self, origin: Origin) -> None:
        """Count where an answer came from: the graph, those kept, or none was needed."""
        self._origins.labels(origin).inc()

    def told(self) -> bytes:
        """All of them, in the text format of Prometheus."""
        return generate_latest(self._registry)
