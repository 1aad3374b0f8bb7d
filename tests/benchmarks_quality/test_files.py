"""Any shop's three files: what is missing, unknown, long or odd in them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.entities import NO_TIME, Kind
from tests.benchmarks.quality.reading import Unusable, read_task
from tests.benchmarks.quality.task import ALL_ITEMS, NEW_ITEMS_ONLY, Task
from tests.benchmarks.quality.variants import cold_items, cold_users
from tests.benchmarks.quality.writing import write_task
from tests.benchmarks_quality.shops import DAY, FIRST, shop, write


def _read(folder: Path, items: list[list[object]], train: list[list[object]], queries: list[list[object]]) -> Task:
    paths = [write(folder / f"{name}.csv", *lines) for name, lines in (("i", items), ("t", train), ("q", queries))]
    return read_task(paths[0], paths[1], paths[2])


def test_least_that_is_needed(tmp_path: Path) -> None:
    task = _read(
        tmp_path,
        [["item_id"], ["a"], ["b"], ["a"]],
        [["user_id", "item_id"], ["u", "a"], ["u", "a"], ["v", "c"]],
        [["query_id", "history", "targets"], ["q1", "a x  a", "b y b"], ["q2", "", ""]],
    )
    assert [item.item_id for item in task.items] == ["a", "b", "c"]  # c is named by train alone
    assert task.train.item_keys.tolist() == [0, 0, 2]
    assert task.train.times.tolist() == [NO_TIME] * 3
    assert [history.tolist() for history in task.queries.histories()] == [[0, 0], []]
    assert [rows.tolist() for rows in task.queries.targets] == [[1], []]
    assert task.queries.target_counts.tolist() == [2, 0]  # y is in no catalogue, and still a target
    assert [rows.tolist() for rows in task.queries.masked] == [[0], []]
    assert task.queries.groups == (ALL_ITEMS, ALL_ITEMS)


def test_everything_there_is(tmp_path: Path) -> None:
    text = "x" * 200_000
    task = _read(
        tmp_path,
        [["item_id", "title", "description", "price"], ["7", "<b>Mug</b>", f"['{text}']", "£3.50"], ["8", "", "", ""]],
        [
            ["user_id", "item_id", "kind", "value", "timestamp"],
            ["u", "7.0", "rating", "4", "2024-01-03"],
            ["u", "8", "teleport", "", str((FIRST + DAY) * 1000)],
            ["u", "8", "refund", "", ""],
            ["", "8", "buy", "", ""],
            ["w", "", "buy", "", ""],
        ],
        [
            ["query_id", "history", "targets", "new_items_only", "group", "masked", "target_time"],
            ["u", "7", "8", "1", "", "8", "2024-01-05"],
            ["v", "7", "8", "0", "mine", "", ""],
        ],
    )
    mug = task.items[0]
    assert (mug.title, mug.description, mug.price) == ("Mug", text, 3.5)
    assert task.train.kinds.tolist() == [Kind.RATING, Kind.PURCHASE]
    assert task.train.values[0] == 4.0
    assert task.train.times.tolist() == [FIRST, FIRST + DAY]
    assert task.queries.new_items_only.tolist() == [True, False]
    assert task.queries.groups == (NEW_ITEMS_ONLY, "mine")
    assert [rows.tolist() for rows in task.queries.masked] == [[0, 1], [0]]
    assert task.queries.times.tolist() == [FIRST + 2 * DAY, NO_TIME]
    assert task.queries.events.times.tolist() == [FIRST, NO_TIME]  # u is known from train, v is not
    assert task.queries.events.kinds.tolist() == [Kind.RATING, Kind.PURCHASE]
    task.assert_no_leak()


def test_a_history_stands_for_the_newest_events_of_its_user(tmp_path: Path) -> None:
    events = [["u", "a", 10**9], ["u", "b", 10**9 + 5], ["u", "a", 10**9 + 9]]
    task = _read(
        tmp_path,
        [["item_id"], ["a"], ["b"]],
        [["user_id", "item_id", "timestamp"], *events],
        [["query_id", "history", "targets"], ["u", "a b", "b"], ["u", "a a", "b"], ["u", "a a a", "b"]],
    )
    assert task.queries.events.user_keys.tolist() == [0, 0, 1, 1, 2, 2, 2]
    known = [10**9 + 5, 10**9 + 9, 10**9, 10**9 + 9]
    assert task.queries.events.times.tolist() == [*known, NO_TIME, NO_TIME, NO_TIME]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    good = write(tmp_path / "good.csv", ["item_id"], ["a"])
    bad = write(tmp_path / "bad.csv", ["user", "item_id"])
    with pytest.raises(Unusable, match="has no column user_id; it has user, item_id"):
        read_task(good, bad, bad)
    with pytest.raises(Unusable, match="cannot be read"):
        read_task(tmp_path / "none.csv", bad, bad)


@pytest.mark.parametrize(
    "task", [shop(), shop(timed=False), cold_items(shop(), 0), cold_users(shop(), 2)], ids=lambda task: task.name
)
def test_a_task_comes_back_from_its_files(tmp_path: Path, task: Task) -> None:
    found = read_task(*write_task(task, tmp_path))
    assert found.items == task.items
    users = [int(found.user_ids[user]) for user in found.train.user_keys]
    assert sorted(zip(users, found.train.item_keys.tolist(), found.train.times.tolist(), strict=True)) == sorted(
        zip(task.train.user_keys.tolist(), task.train.item_keys.tolist(), task.train.times.tolist(), strict=True)
    )
    assert found.queries.ids == task.queries.ids
    assert found.queries.groups == task.queries.groups
    for name in ("user_keys", "item_keys", "kinds", "times"):
        np.testing.assert_array_equal(getattr(found.queries.events, name), getattr(task.queries.events, name))
    for name in ("target_counts", "new_items_only", "times"):
        np.testing.assert_array_equal(getattr(found.queries, name), getattr(task.queries, name))
    for mine, theirs in zip(found.queries.masked + found.queries.targets, task.queries.masked + task.queries.targets, strict=True):
        assert mine.tolist() == theirs.tolist()
