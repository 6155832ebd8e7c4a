"""The log of the service: a JSON object a line on stderr, without personal data."""

import sys
from typing import Any, Final

import structlog

_FRAMES: Final = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
"""What the variables held may be personal."""
Log = structlog.typing.FilteringBoundLogger


def new_log() -> Log:
    """A log of its own: nothing is set up for the process as a whole."""
    log: Any = structlog.wrap_logger(
        structlog.WriteLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(_FRAMES),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(20),
        cache_logger_on_first_use=True,
    )
    return log.bind()  # type: ignore[no-any-return]
