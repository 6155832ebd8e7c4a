"""The user guide, the decisions, and the reference pages that `python -m docs.generate` writes."""
