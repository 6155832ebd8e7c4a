"""The command line. stdout carries the answer, stderr the progress and messages; exit codes are those of errors.py."""

import os
import sys

from graphmodel.errors import EXIT_CODES, GraphModelError
from graphmodel.settings import settings


def main() -> None:
    """Run one command; an error of ours is one sentence on stderr and an exit code."""
    if language := settings().graphmodel_lang:
        os.environ.setdefault("GRAPHMODEL_LANG", language)
    from graphmodel.cli.app import COMMANDS, commands  # noqa: PLC0415  help texts are in the language set above

    asked = sys.argv[1:2]
    try:
        commands(asked if asked and asked[0] in COMMANDS else COMMANDS)()
    except GraphModelError as error:
        sys.stderr.write(f"{error.render()}\n")
        sys.exit(EXIT_CODES[type(error)])
    except KeyboardInterrupt:
        sys.exit(130)
