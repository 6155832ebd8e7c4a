"""The web page for planners: server-rendered, over the same look-ups as the API, which it stands above."""

from graphmodel.web.app import create_app

__all__ = ["create_app"]
