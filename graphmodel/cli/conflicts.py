"""Where sources disagree."""

from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, Why
from graphmodel.cli.output import print_json
from graphmodel.cli.sectioned import print_sections
from graphmodel.sections import Words
from graphmodel.sections import conflicts as conflicts_section
from graphmodel.texts import default_language


def conflicts(as_json: AsJson = False, why: Why = False, lang: Lang = None) -> None:
    """List where sources disagree, and which side the graph shows."""
    with open_store() as store:
        view = store.view()
        found = view.conflicts()
        if as_json:
            print_json(found)
        else:
            words = Words(view.graph(), default_language())
            print_sections([conflicts_section(found, words)], view, why)
