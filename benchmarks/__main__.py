"""Runs the benchmarks: `python -m benchmarks [NAME …]`, all of them without a name; `--list` names them."""

import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def names() -> list[str]:
    """The modules and packages beside this one."""
    beside = iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in beside if not module.name.startswith("_"))


def _about(name: str) -> str:
    return (import_module(f"benchmarks.{name}").__doc__ or "").splitlines()[0]


def main() -> None:
    """List or run."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--list", action="store_true", help="name them")
    asked = parser.parse_args()
    if unknown := sorted(set(asked.name) - set(names())):
        parser.error(f"no benchmark is called {unknown[0]}; there are: {', '.join(names())}")
    for name in asked.name or names():
        print(f"{name}: {_about(name)}")
        if not asked.list:
            sys.stdout.flush()
            import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
