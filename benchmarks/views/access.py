"""Whether everyone can use the views: axe-core in light and dark at two sizes, and labels that meet."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.views.browser import Tab, browser
from benchmarks.views.figures import Figure

AXE: Final = Path(__file__).parents[2] / "tests" / "data" / "vendor" / "axe.min.js"
SIZES: Final = ((1280, 800), (390, 844))
STATES: Final = {
    "map": "graphPage.change({ view: 'map', pick: null })",
    "panel": "graphPage.pick({ node: 0 })",
    "table": "graphPage.change({ view: 'table' })",
}
_HAS_STATES: Final = "return document.scripts.length > 0"
_RUN: Final = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  done(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))));
"""
_MEETING: Final = """
const boxes = window.graphPage?.renderer.view ? graphPage.renderer.view.names
  : [...document.querySelectorAll('#map svg .card, #map svg .label')].map((part) => part.getBoundingClientRect());
let count = 0;
boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
  if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) count += 1;
}));
return [boxes.length, count];
"""


def figures(files: dict[str, Path]) -> Iterator[Figure]:
    """Violations in every state of every file, and labels or cards that overlap."""
    for name, file in files.items():
        found: Counter[str] = Counter()
        with browser() as tab:
            for width, height in SIZES:
                tab.size(width, height)
                for theme in ("light", "dark"):
                    found.update(violations(tab, file, theme))
                tab.open(file)
                boxes, meeting = tab.run(_MEETING)
                told = f"{name}: labels and cards that meet, of {boxes}, {width}×{height}"
                yield Figure(told, meeting, "", 0)
        yield Figure(f"{name}: axe violations, light and dark, {len(SIZES)} sizes", found.total(), "", 0)
        for told, count in found.most_common(10):
            print(f"    {count} × {told}")


def violations(tab: Tab, file: Path, theme: str) -> list[str]:
    """What axe-core finds, by rule and element."""
    tab.theme(theme)
    tab.open(file)
    tab.run(f"{AXE.read_text(encoding='utf-8')}\nwindow.axe = axe;")
    found: list[Any] = []
    for script in STATES.values() if tab.run(_HAS_STATES) else [""]:
        tab.run(script)
        found += tab.driver.execute_async_script(_RUN)
    return [str(one) for one in found]
