"""A task as the three generic files, so that everything measured goes through the same door."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Kind
from tests.benchmarks.quality.task import Task


def write_task(task: Task, folder: Path) -> tuple[Path, Path, Path]:
    """Write ``items.csv``, ``train.csv`` and ``queries.csv`` and return their paths; the folder is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "items.csv", folder / "train.csv", folder / "queries.csv"
    fields = ("item_id", "title", "description", "category", "brand", "price")
    _write(paths[0], fields, ([getattr(item, name) for name in fields] for item in task.items))
    _write(paths[1], ("user_id", "item_id", "kind", "value", "timestamp"), _train_lines(task))
    header = ("query_id", "history", "targets", "new_items_only", "group", "masked", "target_time")
    _write(paths[2], header, _query_lines(task))
    return paths


def _write(path: Path, header: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(lines)


def _train_lines(task: Task) -> Iterable[Sequence[object]]:
    train = task.train
    for user, row, kind, value, time in zip(
        train.user_keys.tolist(),
        train.item_keys.tolist(),
        train.kinds.tolist(),
        train.values.tolist(),
        train.times.tolist(),
        strict=True,
    ):
        stars = "" if np.isnan(value) else value
        yield task.user_ids[user], task.items[row].item_id, Kind(kind).word, stars, "" if time == NO_TIME else time


def _query_lines(task: Task) -> Iterable[Sequence[object]]:
    queries = task.queries
    for number, history in enumerate(queries.histories()):
        extra = np.setdiff1d(queries.masked[number], history)
        outside = queries.target_counts[number] - len(queries.targets[number])
        targets = [task.items[row].item_id for row in queries.targets[number]] + [f"?{place}" for place in range(outside)]
        yield (
            queries.ids[number],
            " ".join(task.items[row].item_id for row in history),
            " ".join(targets),
            int(queries.new_items_only[number]),
            queries.groups[number],
            " ".join(task.items[row].item_id for row in extra),
            "" if queries.times[number] == NO_TIME else int(queries.times[number]),
        )
