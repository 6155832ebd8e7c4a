"""Missing links of the Willems chains, or of a stranger's edge list."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from benchmarks import links


def main() -> None:
    """Run what was asked for. A file that is no edge list is told on one line."""
    parser = ArgumentParser(
        prog="python -m benchmarks.links",
        description=links.__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--edges", type=Path, metavar="FILE.csv", help="columns supplier,buyer and maybe date"
    )
    file = parser.parse_args().edges
    if file is None:
        links.main()
        return
    try:
        links.run(links.read(file))
    except links.EdgesError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
