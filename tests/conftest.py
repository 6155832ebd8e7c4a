"""Shared fixtures; the real Neo4j of the session comes from tests/server.py."""

pytest_plugins = ["tests.server"]
