"""The house figures of our own code: a mirror, not a gate. It prints them and always ends well."""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median, quantiles
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PACKAGES: Final = ("graphmodel", "loaders", "queries", "viz")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Modules = Mapping[str, ast.Module]


def _name(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _files() -> list[Path]:
    return sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def modules() -> Modules:
    """The syntax tree of each of our modules, by name."""
    return {_name(file): ast.parse(file.read_text(encoding="utf-8")) for file in _files()}


def _functions(modules: Modules) -> list[Function]:
    nodes = (node for module in modules.values() for node in ast.walk(module))
    return [node for node in nodes if isinstance(node, Function)]


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _annotated(function: Function) -> bool:
    """Whether all its parameters, but for self and cls, and its result have types."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    variadic = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    untyped = [a for a in (*named, *variadic) if a.annotation is None and a.arg not in ("self", "cls")]
    return function.returns is not None and not untyped


def _imported(module: ast.Module, known: Modules) -> Iterator[str]:
    """The modules of ours that one imports, be it inside a function or for its types alone."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module in known:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in inner)


def cycle(modules: Modules) -> list[str]:
    """The first import cycle, or an empty list."""
    graph = {name: set(_imported(module, modules)) - {name} for name, module in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _p95(values: list[int]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def figures() -> dict[str, str]:
    """Each figure with its measure and what the house looks for."""
    parsed = modules()
    functions = _functions(parsed)
    files = [len(file.read_text(encoding="utf-8").splitlines()) for file in _files()]
    lengths = [_length(function) for function in functions]
    share = sum(map(_annotated, functions)) / len(functions)
    return {
        "files": f"{len(files)}, {sum(files)} lines",
        "file length, p95": f"{_p95(files):.0f} lines (look for ≤ 300)",
        "functions": f"{len(functions)}",
        "function length, median": f"{median(lengths):.0f} lines (≤ 8)",
        "function length, p95": f"{_p95(lengths):.0f} lines (≤ 35)",
        "signatures annotated": f"{share:.1%} (100 %)",
        "import cycles": " → ".join(cycle(parsed)) or "none",
    }


def main() -> None:
    """Print them."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for name, figure in figures().items():
        print(f"{name:<24} {figure}")


if __name__ == "__main__":
    main()
