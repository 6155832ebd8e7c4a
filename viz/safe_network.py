"""The network of pyvis for those who write pages with it: what it writes is our page of the scene."""

from pathlib import Path

from viz import page
from viz.pyvis_renderer import SceneNetwork


class SafeNetwork(SceneNetwork):
    """A pyvis network whose page is ours."""

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """The page. The parameters are those of pyvis, and change nothing."""
        return page.render(self.scene, renderer="pyvis")

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """The page as a file in UTF-8. The parameters but `name` are those of pyvis, and change nothing."""
        page.write(self.generate_html(), Path(name))
