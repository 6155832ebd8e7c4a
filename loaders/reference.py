"""The packaged reference data set: cited facts around the first interstate cluster."""

from functools import reduce
from importlib import resources
from operator import add

from loaders.accounting import Reading
from loaders.claims_csv import SOURCES, read_claims, read_sources


def reference() -> Reading:
    """Its sources and claims, file by file."""
    folder = resources.files("loaders") / "data" / "reference"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".csv")), key=lambda file: file.name
    )
    readings = (read_sources(file) if file.name == SOURCES else read_claims(file) for file in files)
    return reduce(add, readings, Reading())
