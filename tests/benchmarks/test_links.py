"""The protocol of the missing-links benchmark: nothing leaks, figures equal their definitions, bad files are told."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.links import networkx_predictors, ranking
from benchmarks.links.edges import TEST, TUNING, Edges, EdgesError, read, willems
from benchmarks.links.networkx_predictors import OF_NETWORKX
from benchmarks.links.splits import Split, latest_pairs, random_pairs, whole_enterprises
from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, SupplyMatrix
from tests.architecture.project import ROOT

SIZE = 12
ALL = [(u, v) for u in range(SIZE) for v in range(SIZE) if u != v]
edge_lists = st.lists(st.sampled_from(ALL), min_size=10, max_size=60, unique=True)
seeds = st.integers(0, 10_000)


def as_edges(pairs: list[tuple[int, int]], days: list[int] | None = None) -> Edges:
    ends = np.array(pairs, dtype=np.intp)
    names = tuple(f"synthetic-{i}" for i in range(SIZE))
    return Edges("synthetic", names, ends[:, 0], ends[:, 1], np.array(days) if days else None)


def hidden(split: Split) -> set[tuple[int, int]]:
    return set(zip(split.supplier.tolist(), split.buyer.tolist(), strict=True))


def shown(split: Split) -> set[tuple[int, int]]:
    ends = split.train.a.tocoo()
    return set(zip(ends.row.tolist(), ends.col.tolist(), strict=True))


def undirected(pairs: set[tuple[int, int]]) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in pairs}


@settings(max_examples=60, deadline=None)
@given(edge_lists, seeds)
def test_no_hidden_pair_leaks_in_either_direction(pairs: list[tuple[int, int]], seed: int) -> None:
    split = random_pairs(as_edges(pairs), seed)
    assert hidden(split) | shown(split) == set(pairs)
    assert not undirected(hidden(split)) & undirected(shown(split))
    assert len(undirected(hidden(split))) == round(0.2 * len(undirected(set(pairs))))


@settings(max_examples=60, deadline=None)
@given(edge_lists, seeds, st.data())
def test_what_is_hidden_is_the_latest(pairs: list[tuple[int, int]], seed: int, data: st.DataObject) -> None:
    days = data.draw(st.lists(st.integers(1, 5), min_size=len(pairs), max_size=len(pairs)))
    split = latest_pairs(as_edges(pairs, days))
    first = {
        pair: min(day for other, day in zip(pairs, days, strict=True) if set(other) == pair)
        for pair in undirected(set(pairs))
    }
    if split is None:
        assert len(pairs) < 3 or max(first.values()) == sorted(first.values())[-round(0.2 * len(first)) - 1]
        return
    assert hidden(split) | shown(split) == set(pairs)
    assert max(first[frozenset(pair)] for pair in shown(split)) < min(
        first[frozenset(pair)] for pair in hidden(split)
    )


@settings(max_examples=60, deadline=None)
@given(edge_lists, seeds)
def test_nothing_is_left_of_a_hidden_enterprise(pairs: list[tuple[int, int]], seed: int) -> None:
    split = whole_enterprises(as_edges(pairs), seed)
    cold = set(np.flatnonzero(split.is_cold).tolist())
    assert len(cold) == round(0.2 * SIZE)
    assert all(not cold & set(pair) for pair in shown(split))
    assert all(cold & set(pair) for pair in hidden(split))
    everybody = np.arange(SIZE)
    candidates = {(int(u), int(v)) for u, v in np.argwhere(split.candidates(everybody))}
    assert candidates == {(u, v) for u, v in ALL if cold & {u, v}}


def random_scores(seed: int) -> Numbers:
    return np.random.default_rng(seed).integers(0, 6, (SIZE, SIZE)).astype(np.float64)


@settings(max_examples=60, deadline=None)
@given(edge_lists, seeds)
def test_figures_equal_their_definitions(pairs: list[tuple[int, int]], seed: int) -> None:
    split, scores = random_pairs(as_edges(pairs), seed), random_scores(seed)
    positives = hidden(split)
    candidates = [pair for pair in ALL if pair not in shown(split)]
    at = {
        score: [pair for pair in candidates if scores[pair] >= score] for score in np.unique(scores).tolist()
    }
    precision = {score: len(positives & set(found)) / len(found) for score, found in at.items() if found}

    def hits(supplier: int, buyer: int) -> float:
        rivals = [scores[pair] for pair in candidates if pair[1] == buyer]
        above = sum(rival > scores[supplier, buyer] for rival in rivals)
        level = sum(rival == scores[supplier, buyer] for rival in rivals)
        return float(np.clip((10 - above) / level, 0, 1))

    found = ranking.rank(lambda buyers: scores[:, buyers], split)
    assert found.candidates == len(candidates)
    assert found.average_precision() == pytest.approx(np.mean([precision[scores[p]] for p in positives]))
    assert found.hits == pytest.approx(np.mean([hits(*pair) for pair in positives]))


def test_a_perfect_and_a_worthless_ranking() -> None:
    split = random_pairs(as_edges(ALL[::3]), 0)
    truth = np.zeros((SIZE, SIZE))
    truth[split.supplier, split.buyer] = 1
    negatives = ranking.matched_negatives(split, 0)

    def perfect(buyers: Indices) -> Numbers:
        return np.asarray(truth[:, buyers], dtype=np.float64)

    assert ranking.rank(perfect, split).average_precision() == 1
    assert ranking.degree_matched(perfect, split, negatives) == 1
    worthless = ranking.rank(lambda buyers: np.zeros((SIZE, buyers.size)), split)
    assert worthless.average_precision() == pytest.approx(worthless.base)


@settings(max_examples=30, deadline=None)
@given(edge_lists, seeds)
def test_matched_negatives_are_candidates_with_degrees_of_the_hidden(
    pairs: list[tuple[int, int]], seed: int
) -> None:
    split = random_pairs(as_edges(pairs), seed)
    suppliers, buyers = ranking.matched_negatives(split, seed)
    drawn = set(zip(suppliers.tolist(), buyers.tolist(), strict=True))
    assert not drawn & (hidden(split) | shown(split))
    sold, bought = split.train.out_degree, split.train.in_degree
    for degree, ends, of in ((sold, suppliers, split.supplier), (bought, buyers, split.buyer)):
        assert {_power(degree[end]) for end in ends} <= {_power(degree[end]) for end in of}


def _power(degree: float) -> float:
    return float(np.ceil(np.log2(degree))) if degree else -1.0


@settings(max_examples=30, deadline=None)
@given(edge_lists)
def test_the_formulas_equal_networkx_on_every_pair(pairs: list[tuple[int, int]]) -> None:
    edges = as_edges(pairs)
    networkx_predictors.check(SupplyMatrix.of(SIZE, edges.supplier, edges.buyer), ALL)


def test_a_wrong_formula_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = as_edges(ALL[::4])
    monkeypatch.setattr(networkx_predictors, "ALPHA", 0.5)
    with pytest.raises(RuntimeError, match="common_neighbor_centrality"):
        networkx_predictors.check(SupplyMatrix.of(SIZE, edges.supplier, edges.buyer), ALL)


def test_the_chains_are_apart() -> None:
    tuned, tested = willems(TUNING), willems(TEST)
    assert (tuned.size, tuned.supplier.size) == (106, 186)
    assert (tested.size, tested.supplier.size) == (2_566, 6_573)
    assert not set(tuned.enterprises) & set(tested.enterprises)
    assert tested.kind is not None and len(set(tested.kind.tolist())) == 4


def chain(lines: int, date: str = "") -> str:
    return "".join(f"synthetic-{i},synthetic-{i * 7 % 11}{date}\n" for i in range(lines))


def test_an_edge_list_is_read(tmp_path: Path) -> None:
    file = tmp_path / "edges.csv"
    rows = "".join(f"s{i};b{i};2024-01-0{i % 9 + 1}\n" for i in range(20))
    file.write_text("\ufeffBuyer;Supplier;DATE\n" + rows + "s1;b1;2023\nself;self;2024\n", encoding="utf-8")
    edges = read(file)
    assert (edges.size, edges.supplier.size, edges.kind) == (40, 20, None)
    assert {edges.enterprises[i][0] for i in edges.supplier} == {"b"}
    assert edges.day is not None and len(edges.day) == 20
    file.write_text("supplier,buyer\n" + chain(40), encoding="utf-8")
    assert read(file).day is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no column supplier and no column buyer"),
        ("from,to\na,b\n", "there are: from, to"),
        ("supplier,buyer\na,\n", "line 2: supplier or buyer is empty"),
        ("supplier,buyer,date\na,b,2024\nb,c,someday\n", "line 3: 'someday' is no date"),
        ("supplier,buyer\na,b\n", "1 pairs"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(content: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "edges.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(EdgesError, match=told):
        read(file)


def test_other_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(EdgesError, match="cannot be read"):
        read(tmp_path / "none.csv")
    (tmp_path / "cp1251.csv").write_bytes("supplier,buyer\nЗавод,Завод\n".encode("cp1251"))
    with pytest.raises(EdgesError, match="not UTF-8"):
        read(tmp_path / "cp1251.csv")


def test_the_command_prints_the_table_of_a_strangers_file(tmp_path: Path) -> None:
    file = tmp_path / "edges.csv"
    rng = np.random.default_rng(1)
    rows = [f"s{u},s{v},20{d:02d}\n" for u, v, d in zip(*rng.integers(0, 24, (3, 90)), strict=True)]
    file.write_text("supplier,buyer,date\n" + "".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.links", "--edges", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert all(done.stdout.count(name) >= 2 for name in ("graphmodel", *OF_NETWORKX))
    assert "Random split" in done.stdout and "Temporal split" in done.stdout
    command[-1] = str(tmp_path / "none.csv")
    failed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1
