"""The synthetic cluster against the published figures that it is generated from."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import yaml

from benchmarks.synthetic import PREFIX, Cluster, claims, figures, generate, write_csv, write_parquet
from benchmarks.synthetic.facts import (
    ATTACHMENT,
    CUSTOMER_TAIL,
    MEAN_PATH,
    MOST_DOMESTIC,
    SEGMENTS,
    WITHIN_REGION,
)
from graphmodel.domain.claims import EnterpriseClaim, LocatedInClaim, ProducesClaim, SuppliesClaim
from graphmodel.domain.names import normalise

MEASURED = """
import re
from pathlib import Path
from benchmarks.synthetic import generate
generate(100_000, 500_000, 1)
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(int(peak) / 1024)
"""
"""The peak is read from /proc: a child's `ru_maxrss` begins at that of the process it was forked from."""
SMALL = (500, 2_500)


@pytest.fixture(scope="module")
def cluster() -> Cluster:
    return generate(20_000, 100_000, seed=1)


def check_published(cluster: Cluster, tail_tolerance: float) -> None:
    """Every figure that a fact gives."""
    tail, pull = figures.tail_exponent(figures.customers(cluster)), figures.attachment(cluster)
    assert tail.value == pytest.approx(CUSTOMER_TAIL, abs=tail_tolerance) and tail.error < 0.1
    assert pull.value == pytest.approx(ATTACHMENT, abs=0.04) and pull.error < 0.02
    assert figures.within_region(cluster) == pytest.approx(WITHIN_REGION, abs=0.02)
    assert figures.assortativity(cluster) < -0.02
    assert figures.mean_path(cluster) == pytest.approx(MEAN_PATH, abs=0.5)
    assert figures.largest_component(cluster) > 0.9


def test_it_has_the_published_figures(cluster: Cluster) -> None:
    check_published(cluster, tail_tolerance=0.15)


def test_gaps_appear_where_the_facts_say(cluster: Cluster) -> None:
    met, by_component = figures.met_by_segment(cluster), figures.met_by_component(cluster)
    for segment in SEGMENTS:
        assert segment.lowest - 0.02 <= met[segment.name] <= segment.highest + 0.02, segment.facts
    assert by_component["brakes"] == 0
    assert max(by_component.values()) <= MOST_DOMESTIC + 0.02
    assert len(by_component) == 99


@pytest.mark.parametrize("seed", [2, 3])
def test_other_seeds_have_them_too(seed: int) -> None:
    check_published(generate(20_000, 100_000, seed), tail_tolerance=0.15)


@pytest.mark.large
def test_a_hundred_thousand_enterprises() -> None:
    check_published(generate(100_000, 500_000, seed=1), tail_tolerance=0.1)


@pytest.mark.large
def test_a_hundred_thousand_take_little_memory() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True)
    assert float(done.stdout) <= 300, "megabytes"


def test_every_supply_fits_a_recipe(cluster: Cluster) -> None:
    many, offers = len(cluster.recipes.products), cluster.population.offers
    makes = np.zeros((cluster.enterprises, many), dtype=np.bool_)
    makes[offers.supplier, offers.product] = True
    requires = np.zeros((many, many), dtype=np.bool_)
    requires[cluster.recipes.product, cluster.recipes.input] = True

    assert makes[cluster.supplier, cluster.product].all()
    assert (makes[cluster.buyer] & requires[:, cluster.product].T).any(axis=1).all()


def test_supplies_are_distinct_and_between_two(cluster: Cluster) -> None:
    links = np.stack([cluster.supplier, cluster.buyer, cluster.product])
    assert links.shape == (3, 100_000)
    assert np.unique(links, axis=1).shape == links.shape
    assert (cluster.supplier != cluster.buyer).all()
    assert (cluster.value > 0).all()


def test_it_is_interstate(cluster: Cluster) -> None:
    country = np.array([code[:2] for code in cluster.regions])
    across = (country[cluster.supplier] != country[cluster.buyer]).sum()
    assert set(country) == {"RU", "UZ"} and across > 1_000


def test_names_say_that_they_are_invented_and_differ(cluster: Cluster) -> None:
    assert all("(synthetic)" in name for name in cluster.names)
    assert len({normalise(name) for name in cluster.names}) == cluster.enterprises
    assert len({name.partition("-")[0] for name in cluster.names}) > 80


def test_claims_say_all_of_it_as_synthetic() -> None:
    small = generate(*SMALL, seed=1)
    said = list(claims(small))
    enterprises = [claim for claim in said if isinstance(claim, EnterpriseClaim)]
    places = [claim for claim in said if isinstance(claim, LocatedInClaim)]
    products = [claim for claim in said if isinstance(claim, ProducesClaim)]
    supplies = [claim for claim in said if isinstance(claim, SuppliesClaim)]

    assert len({claim.id for claim in said}) == len(said)
    assert {(claim.synthetic, claim.source) for claim in said} == {(True, "synthetic-1-500")}
    assert [claim.enterprise for claim in enterprises] == [f"{PREFIX}-{number:06}" for number in range(500)]
    assert (len(places), len(supplies)) == SMALL
    assert len(products) == small.population.offers.supplier.size
    assert [claim.supplier.id for claim in supplies] == [f"{PREFIX}-{number:06}" for number in small.supplier]


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_a_seed_gives_its_bytes(write: Callable[[Cluster, Path], None], tmp_path: Path) -> None:
    for folder, seed in (("one", 1), ("again", 1), ("other", 2)):
        write(generate(*SMALL, seed), tmp_path / folder)
    one, again, other = (
        {file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()}
        for folder in ("one", "again", "other")
    )
    assert len(one) == 4 and one == again
    assert all(one[name] != other[name] for name in one if not name.endswith(".yaml"))


def test_both_formats_hold_the_same_rows_under_the_headings_of_the_mapping(tmp_path: Path) -> None:
    small = generate(*SMALL, seed=1)
    write_csv(small, tmp_path)
    write_parquet(small, tmp_path)
    for name, rows in zip(("enterprises", "supplies"), SMALL, strict=True):
        csv = pl.read_csv(tmp_path / f"{name}.csv", infer_schema=False)
        parquet = pl.read_parquet(tmp_path / f"{name}.parquet").cast(pl.String)
        (table,) = yaml.safe_load((tmp_path / f"{name}.csv.mapping.yaml").read_text())["tables"]
        assert csv.height == rows and csv.equals(parquet)
        assert set(table["columns"].values()) == set(csv.columns)
        assert (table["synthetic"], table["id_prefix"]) == (True, PREFIX)


@pytest.mark.parametrize("size", [(100, 100), (200, 1_000), (3_000, 3_000)])
def test_any_size(size: tuple[int, int]) -> None:
    cluster = generate(*size, seed=5)
    assert (cluster.enterprises, cluster.supplier.size) == size


def test_more_supplies_than_can_be() -> None:
    with pytest.raises(ValueError, match="20 enterprises have no 5000 different supplies, only"):
        generate(20, 5_000, seed=1)


def test_the_command_writes_a_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.synthetic", "--enterprises", "500", "--supplies", "2500"]
    folder = tmp_path / "made"
    done = subprocess.run([*command, "-o", str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "500 enterprises, 2,500 supplies" in done.stdout
    assert sum(1 for _ in (folder / "supplies.csv").open(encoding="utf-8")) == 2_501
