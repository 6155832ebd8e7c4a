"""Vendored JavaScript: it is what its checksum says, can stand in a page, and carries its licences."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
OURS: Final = ROOT / "viz" / "vendor"
OF_WEB: Final = ROOT / "graphmodel" / "web" / "vendor"
BUILT: Final = ROOT / "viz" / "built"
OF_TESTS: Final = ROOT / "tests" / "data" / "vendor"


@pytest.mark.parametrize("folder", [OURS, OF_WEB, OF_TESTS], ids=["viz", "web", "tests"])
def test_every_script_is_what_its_checksum_says(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split() for line in lines)}

    assert told == {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.js")}


def test_our_scripts_were_built_from_what_they_are() -> None:
    lines = (BUILT / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {(BUILT / name).resolve(): digest for digest, name in (line.split() for line in lines)}
    files = (file for folder in (BUILT, BUILT.parent / "static") for file in folder.rglob("*.*"))
    here = {file: sha256(file.read_bytes()).hexdigest() for file in files if file.suffix in {".js", ".css"}}

    assert told == here, "a script or style sheet in viz/static has changed: run `make vendor`"


def test_the_bundle_can_stand_in_a_script_element() -> None:
    bundle = (OURS / "sigma.min.js").read_text(encoding="utf-8")

    assert not re.search(r"</script|<!--|sourceMappingURL", bundle, re.IGNORECASE)


def test_the_bundle_and_its_page_name_the_locked_versions() -> None:
    locked = json.loads((OURS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    bundle = (OURS / "sigma.min.js").read_text(encoding="utf-8")
    page = (OURS / "README.md").read_text(encoding="utf-8")

    for package in ("sigma", "graphology", "graphology-utils", "events"):
        version = locked[f"node_modules/{package}"]["version"]
        assert f"\n{package} {version}\n" in bundle
        assert f"| {package} | {version} | MIT |" in page


def test_htmx_is_the_locked_version_with_its_licence() -> None:
    locked = json.loads((OURS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    script = (OF_WEB / "htmx.min.js").read_text(encoding="utf-8")
    version = locked["node_modules/htmx.org"]["version"]

    assert script.startswith(f"/*! htmx.org {version}\n\nZero-Clause BSD")
    assert f"htmx {version} (0BSD)" in (OURS / "README.md").read_text(encoding="utf-8")


def test_the_lock_checks_every_package_and_names_no_registry() -> None:
    packages = json.loads((OURS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: one for name, one in packages.items() if name}

    assert all(one["integrity"].startswith("sha512-") for one in installed.values())
    assert not [name for name, one in installed.items() if "resolved" in one]
