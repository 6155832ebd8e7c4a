"""`python -m benchmarks.views`: all figures, or those asked for."""

from argparse import ArgumentParser

from benchmarks.views.run import PARTS, main

if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m benchmarks.views", description=__doc__)
    parser.add_argument("--part", nargs="*", choices=PARTS, default=list(PARTS), help="default: all")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[5_000, 20_000], help="nodes; default 5000 20000"
    )
    parser.add_argument(
        "--pyvis", type=int, default=5_000, help="nodes that pyvis draws as it comes; default 5000"
    )
    parser.add_argument(
        "--limit",
        type=float,
        default=300,
        help="seconds of the clock after which pyvis is given up; default 300",
    )
    asked = parser.parse_args()
    main(asked.part, asked.sizes, asked.pyvis, asked.limit)
