"""The command as a person runs it: one JSON document for any shop, tables for our own data sets, parts that are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from recsys_desktop.domain.entities import Item
from recsys_desktop.engine import evaluation
from tests.benchmarks.quality import __main__ as command
from tests.benchmarks.quality import own_data
from tests.benchmarks.quality.goals import goals
from tests.benchmarks.quality.measure import OURS
from tests.benchmarks.quality.parts import Part, parts_of
from tests.benchmarks.quality.peers.everyone import BY_NAME, HERE
from tests.benchmarks.quality.results import Results, Stored
from tests.benchmarks.quality.tables import Table, tables_of
from tests.benchmarks.quality.task import ALL_ITEMS, NEW_ITEMS_ONLY, Task
from tests.benchmarks.quality.variants import NEW_AMONG_ALL, OLD_ALONE, OLD_BESIDE_NEW, cold_items
from tests.benchmarks.quality.writing import write_task
from tests.benchmarks_quality.shops import CUSTOMERS, shop, vectors, write

Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command on a task's files, with made-up text vectors, and return what it prints."""

    def texts(items: tuple[Item, ...], *_: object) -> np.ndarray:
        known = dict(zip([item.item_id for item in shop().items], vectors(shop()), strict=True))
        return np.array([known.get(item.item_id, np.zeros(8)) for item in items], np.float32).reshape(-1, 8)

    monkeypatch.setattr(evaluation, "_RESAMPLES", 50)  # no test looks at the width of an interval
    monkeypatch.setattr(command, "text_vectors", texts)
    monkeypatch.setattr(own_data, "text_vectors", texts)

    def carry_out(task: Task | None, *more: str) -> dict[str, Any]:
        paths = write_task(task, tmp_path) if task else [tmp_path / f"{name}.csv" for name in ("items", "train", "queries")]
        files = [part for name, path in zip(("--items", "--train", "--queries"), paths, strict=True) for part in (name, str(path))]
        monkeypatch.setattr("sys.argv", ["quality", *files, "--json", "--minutes", "0.1", *more])
        assert command.main() == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return carry_out


def test_the_document_of_ours_alone(run: Run, tmp_path: Path) -> None:
    found = run(shop(), "--no-peers", "--lists", str(tmp_path / "lists.csv"))
    assert found.keys() >= {"ours", "peers", "difference", "missing", "configurations", "seconds", "chosen", "groups"}
    assert found["ours"].keys() == {"ndcg@10", "recall@20", "hit_rate@10"}
    mean, low, high = found["ours"]["ndcg@10"]
    assert 0.5 < low <= mean <= high <= 1.0  # two of a taste are left, and the new one
    assert (found["peers"], found["difference"], found["missing"]) == ({}, {}, [])
    lines = (tmp_path / "lists.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "query_id,rank,item_id"
    assert len(lines) == 1 + CUSTOMERS * 9  # ten places, thirteen products, four of them bought
    assert {line.split(",")[2] for line in lines if line.startswith("0,")}.isdisjoint(
        {f"p{row}" for row in shop().queries.masked[0]}
    )


def test_peers_stand_beside_ours_and_the_missing_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = tuple(
        replace(BY_NAME[name], configurations=BY_NAME[name].configurations[:2]) for name in ("EASE", "CEASE", "frozen text")
    )

    def breaks(*_: object) -> tuple[np.ndarray, dict[str, float]]:
        raise ZeroDivisionError("division by zero")

    broken = replace(BY_NAME["EASE"], name="broken", make=breaks)
    monkeypatch.setattr(command, "PEERS", (*quick, BY_NAME["own recent history"], broken))
    found = run(cold_items(shop(), 3))
    assert list(found["peers"]) == list(found["difference"]) == ["EASE", "CEASE", "frozen text"]
    assert found["missing"] == [
        "own recent history: it lists what a user has already, and that is masked here",
        "broken: it failed: ZeroDivisionError: division by zero",
    ]
    assert list(found["groups"]) == [NEW_ITEMS_ONLY, NEW_AMONG_ALL, OLD_BESIDE_NEW, OLD_ALONE]
    new = found["groups"][NEW_ITEMS_ONLY]
    assert list(new["peers"]) == ["CEASE", "frozen text"]  # EASE cannot, and a note says so
    assert new["ours"]["ndcg@10"] == [1.0, 1.0, 1.0]  # one new item
    assert new["difference"]["CEASE"] == [0.0, 0.0, 0.0]
    assert "EASE cannot rank items without behaviour" in found["notes"][0]
    assert found["configurations"]["CEASE"]["tried"] == 2
    assert found["seconds"].keys() >= {"ours", "EASE", "reading", "encoding"}


@pytest.mark.parametrize("users", [0, 1, 2])
@pytest.mark.parametrize("items", [1, 2])
def test_hardly_any_data(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, users: int, items: int) -> None:
    monkeypatch.setattr(command, "PEERS", HERE)
    write(tmp_path / "items.csv", ["item_id"], *([f"p{row}"] for row in range(items)))
    write(tmp_path / "train.csv", ["user_id", "item_id"], *([f"u{user}", "p0"] for user in range(users)))
    write(tmp_path / "queries.csv", ["query_id", "history", "targets"], ["q", "", f"p{items - 1}"], ["r", "p0 gone", "p1 gone"])
    found = run(None)
    assert found["ours"]["recall@20"][0] == (0.5 if items == 1 else 0.75)  # the first finds all, the second half or nothing
    assert all("failed" not in reason for reason in found["missing"])


def test_no_queries_and_no_items(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    task = shop()
    found = run(replace(task, queries=task.queries.select(np.zeros(0, np.int64))), "--no-peers")
    assert found["ours"]["ndcg@10"] == [None, None, None]
    for name in ("items", "train", "queries"):
        head = {"items": ["item_id"], "train": ["user_id", "item_id"], "queries": ["query_id", "history", "targets"]}[name]
        write(tmp_path / f"{name}.csv", head)
    monkeypatch.setattr("sys.argv", ["quality", *(f"--{n}={tmp_path / n}.csv" for n in ("items", "train", "queries"))])
    assert command.main() == 1
    assert capsys.readouterr() == ("", "There are no items, so there is nothing to list.\n")


def test_parts_of_each_protocol() -> None:
    assert [part.name for part in parts_of("online_retail", "warm")] == [f"online_retail-{fold}" for fold in range(7)]
    assert [part.name for part in parts_of("online_retail", "cold_users", (8, 9))][:3] == [
        f"online_retail-8-{n}" for n in (1, 2, 3)
    ]
    assert [part.name for part in parts_of("amazon", "cold_items")] == [f"amazon-{n}" for n in range(5)]
    assert [part.name for part in parts_of("movielens", "repeat")] == ["movielens"]


@pytest.mark.usefixtures("run")
def test_a_finished_part_is_not_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = own_data.Plan(0.1, (OURS, "popularity (all)"), ("trend",), tmp_path)
    part = Part("made-up", shop)
    found = own_data.run("movielens", "warm", [part], [part], plan)
    assert [line.split(" | ")[0] for line in found.splitlines() if line.startswith("| ")][2:] == [
        "| ours",
        "| ours without trend",
        "| popularity (all)",
    ]
    assert "over the best peer (popularity (all)), goal: first or level" in found
    assert (tmp_path / "tables" / "movielens-warm.md").read_text(encoding="utf-8") == found + "\n"
    capsys.readouterr()
    monkeypatch.setattr(own_data, "run_ours", None)  # whoever calls it now fails
    monkeypatch.setattr(own_data, "run_peers", None)
    assert own_data.run("movielens", "warm", [part], [part], plan) == found
    changed = replace(shop(), name="made-up", train=shop().train.select(np.arange(100)))
    with pytest.raises(TypeError):
        own_data.run("movielens", "warm", [Part("made-up", lambda: changed)], [part], plan)


def _stored(group: str, *values: float) -> Stored:
    column: list[float | None] = list(values)
    metrics = dict.fromkeys(("ndcg@10", "recall@20", "hit_rate@10"), column)
    return Stored("", metrics, [group] * len(values), {"coverage@10": 0.5, "long_tail@10": 0.25}, 3, {}, 1.5, "Words.")


def test_tables_pool_parts_and_pair_common_ones() -> None:
    finished = {
        "a": {OURS: _stored(ALL_ITEMS, 0.4, 0.6), "EASE": _stored(ALL_ITEMS, 0.2, 0.4)},
        "b": {OURS: _stored(ALL_ITEMS, 1.0)},
    }
    table = tables_of(finished)[ALL_ITEMS]
    assert table.mean(OURS) == pytest.approx(2 / 3)
    assert table.gap("EASE") == pytest.approx((0.2, 0.2, 0.2))
    lines = table.markdown().splitlines()
    assert lines[4].startswith("| ours | 0.5000 | 1.0000 | 0.6667 [")
    assert lines[5].startswith("| EASE | 0.3000 | - | 0.3000 [")
    assert lines[5].endswith("| 0.500 | 0.250 | +0.2000 [+0.2000, +0.2000] | 3 | 2 |")


def test_goals_are_computed() -> None:
    finished = {
        "p": {
            OURS: _stored(ALL_ITEMS, 0.6, 0.6),
            "EASE": _stored(ALL_ITEMS, 0.4, 0.4),
            "EASE x trend": _stored(ALL_ITEMS, 0.5, 0.7),
        }
    }
    assert goals("online_retail", "warm", tables_of(finished)) == [
        "- reached: 1.50x the best library peer without time (EASE), goal 1.4x",
        "- NOT reached: +0.0000 [-0.1000, +0.1000] over EASE x trend, goal: interval above 0",
    ]
    assert goals("amazon", "warm", tables_of(finished))[0].startswith("- reached: +0.0000")
    assert goals("amazon", "warm", {}) == ["- not measured: first or level with the best peer"]
    assert goals("amazon", "repeat", {}) == ["- not measured: 1.2x own recent history"]
    assert [line.split(":")[0] for line in goals("amazon", "cold_items", {})] == ["- not measured"] * 3


def test_goals_of_new_customers_look_at_their_own_parts() -> None:
    finished = {
        f"amazon-{count}": {OURS: _stored(ALL_ITEMS, 0.3), "popularity (recent)": _stored(ALL_ITEMS, value)}
        for count, value in ((1, 0.2), (3, 0.25))
    }
    found = goals("amazon", "cold_users", tables_of(finished))
    assert [line.split(" recent")[0] for line in found] == ["- reached: 1.50x", "- NOT reached: 1.20x"]


def test_what_cannot_rank_new_items_is_not_in_their_table() -> None:
    finished = {"p": {name: _stored(NEW_ITEMS_ONLY, 0.5) for name in ("EASE", OURS, "CEASE")}}
    assert Table(NEW_ITEMS_ONLY, finished).contestants == [OURS, "CEASE"]


def test_unreadable_results_are_measured_again(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "ours.json").write_text('{"half":', encoding="utf-8")
    assert Results(tmp_path).read("p", OURS) is None
