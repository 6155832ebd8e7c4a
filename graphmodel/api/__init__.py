"""The HTTP API: thin routers over store, queries and analysis. The only room that imports fastapi."""

from graphmodel.api.app import create_app

__all__ = ["create_app"]
