"""The views in a real browser: first frame, file, heap, frames, search; requests, access, hostile texts; against pyvis.

Headless Chromium of the system, software rendering; times are CPU seconds of the page's main thread unless said
otherwise. The graphs are the synthetic cluster, three supplies to an enterprise, and the reference data set.
"""

from benchmarks.views.run import main

__all__ = ["main"]
