"""A made-up shop: two tastes of six products each, forty customers who buy within theirs, one product nobody has bought."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import NO_TIME, Float32Array, Item
from tests.benchmarks.quality.task import Task, purchases, queries_of

DAY = 86_400
#: The day of the first purchase.
FIRST = 1_704_240_000
TASTES, EACH, CUSTOMERS = 2, 6, 40
#: The row of the product nobody has bought; it is of the first taste.
NEW = TASTES * EACH


def shop(timed: bool = True, repeat: bool = False) -> Task:
    """Return the task: every customer bought four products of a taste, one a week, and takes a fifth next."""
    random = np.random.default_rng(0)
    items = tuple(Item(ItemId(f"p{row}"), f"{'tea' if row < EACH else 'axe'} {row}") for row in range(NEW + 1))
    orders = [random.permutation(EACH) + EACH * (customer % TASTES) for customer in range(CUSTOMERS)]
    users = np.repeat(np.arange(CUSTOMERS), 4)
    rows = np.concatenate([order[:4] for order in orders])
    times = FIRST + np.tile(np.arange(4) * 7 * DAY, CUSTOMERS) + users * 60 if timed else np.full(len(users), NO_TIME)
    train = purchases(users, rows, times)
    start = FIRST + 28 * DAY if timed else NO_TIME
    queries = queries_of(
        [str(user) for user in range(CUSTOMERS)], train, [order[4:5] for order in orders], repeat=repeat, times=start
    )
    return Task("made up", items, tuple(map(str, range(CUSTOMERS))), train, queries, repeat)


def vectors(task: Task) -> Float32Array:
    """Return unit text vectors (n, 8): those of one taste lie close."""
    noise = np.random.default_rng(1).normal(0.0, 0.1, (len(task.items), 8))
    centres = np.array([np.eye(8)[int(item.title.startswith("tea"))] for item in task.items])
    found = (centres + noise).astype(np.float32)
    unit: Float32Array = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def write(path: Path, *lines: Sequence[object]) -> Path:
    """Write a CSV file and return its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return path
