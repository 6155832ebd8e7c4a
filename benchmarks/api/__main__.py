"""The comparison, from the command line."""

from argparse import ArgumentParser
from pathlib import Path

from benchmarks.api import main

if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m benchmarks.api", description="partners over HTTP, way beside way")
    parser.add_argument("--enterprises", type=int, default=2_000, help="default 2000")
    parser.add_argument("--supplies", type=int, default=10_000, help="default 10000")
    parser.add_argument("--seconds", type=int, default=4, help="of each measurement; default 4")
    parser.add_argument(
        "--from",
        dest="loaded_in",
        type=Path,
        metavar="FOLDER",
        help="the GRAPHMODEL_DATA of a loaded graph, whose server is stopped; nothing is written",
    )
    main(**vars(parser.parse_args()))
