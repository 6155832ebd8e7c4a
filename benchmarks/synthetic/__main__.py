"""Writes a synthetic cluster as files; without arguments, the generated figures against the published ones."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Final

from rich.progress import Progress

from benchmarks import synthetic

_WRITERS: Final = {"csv": synthetic.write_csv, "parquet": synthetic.write_parquet}


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 2:
        raise ArgumentTypeError(f"a whole number from 2, not {text!r}")
    return int(text)


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("--enterprises", type=_count, default=100_000, help="default 100000")
    parser.add_argument("--supplies", type=_count, default=500_000, help="default 500000")
    parser.add_argument("--seed", type=int, default=1, help="default 1")
    parser.add_argument("--format", choices=_WRITERS, default="csv", help="default csv")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="made if missing")
    return parser.parse_args()


def _write(asked: Namespace) -> None:
    with Progress(transient=True) as bar:
        task = bar.add_task("synthetic", total=asked.enterprises + asked.supplies)
        cluster = synthetic.generate(asked.enterprises, asked.supplies, asked.seed)
        _WRITERS[asked.format](cluster, asked.output, lambda rows: bar.advance(task, rows))
    print(f"{asked.output}: {asked.enterprises:,} enterprises, {asked.supplies:,} supplies (synthetic)")


def main() -> None:
    """Write what was asked for. A size that cannot be is told on one line."""
    try:
        _write(_asked())
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main() if len(sys.argv) > 1 else synthetic.main()
