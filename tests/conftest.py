"""Shared fixtures: the real Neo4j and the real Chromium of the session."""

pytest_plugins = ["tests.server", "tests.browser"]
