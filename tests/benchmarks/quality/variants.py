"""The same task made harder: products nobody has bought yet, customers of whom little is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays
from tests.benchmarks.quality.task import NEW_ITEMS_ONLY, Mask, Queries, Task

#: Groups of the queries of :func:`cold_items`.
NEW_AMONG_ALL, OLD_BESIDE_NEW, OLD_ALONE = "new among all", "old beside new", "old alone"
PARTITIONS = 5
_PART = 0.15
#: Histories cut to so many last events stand for new customers.
SHORT_HISTORIES = (1, 2, 3)


def cold_items(task: Task, seed: int) -> Task:
    """Return the task with a random 15 % of the items that have events made new: their events are gone, histories included.

    Four groups of queries: the targets among the new items, ranked among new items only and among all, and the other targets,
    ranked among all and with the new items left out. What somebody had before stays masked.
    Items that never had an event are left out.
    """
    task = task.restricted(~task.new_items())
    count = len(task.items)
    new = np.zeros(count, np.bool_)
    new[np.random.default_rng(seed).choice(count, int(_PART * count), replace=False)] = True
    hidden = np.flatnonzero(new)
    train = task.train.select(~new[task.train.item_keys])
    left = replace(task.queries, events=task.queries.events.select(~new[task.queries.events.item_keys]))
    wanted, others = _with_targets(left, new), _with_targets(left, ~new)
    parts = [
        replace(wanted, new_items_only=np.ones(len(wanted), np.bool_), groups=(NEW_ITEMS_ONLY,) * len(wanted)),
        replace(wanted, groups=(NEW_AMONG_ALL,) * len(wanted)),
        replace(others, groups=(OLD_BESIDE_NEW,) * len(others)),
        replace(others, groups=(OLD_ALONE,) * len(others), masked=tuple(np.union1d(one, hidden) for one in others.masked)),
    ]
    return replace(task, name=f"{task.name}-cold_items-{seed}", train=train, queries=joined(parts))


def _with_targets(queries: Queries, allowed: Mask) -> Queries:
    """Return the queries with a target among the allowed items, and these targets only."""
    targets = [rows[allowed[rows]] for rows in queries.targets]
    chosen = np.array([len(rows) > 0 for rows in targets], np.bool_)
    cut = replace(queries, targets=tuple(targets), target_counts=np.array([len(rows) for rows in targets], np.int64))
    return cut.select(chosen)


def joined(parts: list[Queries]) -> Queries:
    """Return queries of one task one after the other."""
    offsets = np.cumsum([0, *(len(part) for part in parts)])
    events = [replace(part.events, user_keys=part.events.user_keys + offset) for part, offset in zip(parts, offsets, strict=False)]
    return Queries(
        tuple(query for part in parts for query in part.ids),
        InteractionArrays(*(np.concatenate(columns) for columns in zip(*map(_columns, events), strict=True))),
        tuple(rows for part in parts for rows in part.targets),
        np.concatenate([part.target_counts for part in parts]),
        tuple(rows for part in parts for rows in part.masked),
        np.concatenate([part.new_items_only for part in parts]),
        tuple(group for part in parts for group in part.groups),
        np.concatenate([part.times for part in parts]),
    )


def _columns(events: InteractionArrays) -> tuple[np.ndarray, ...]:
    return events.user_keys, events.item_keys, events.kinds, events.values, events.quantities, events.times


def cold_users(task: Task, count: int) -> Task:
    """Return the task with every history cut to its last ``count`` events; what the customer had before stays masked."""
    events = task.queries.events
    ends = np.searchsorted(events.user_keys, events.user_keys, side="right")
    last: Int64Array = ends - np.arange(len(ends))
    queries = replace(task.queries, events=events.select(last <= count))
    return replace(task, name=f"{task.name}-cold_users-{count}", queries=queries)


#: Protocols as functions of a data set's task and the number of the part, and how many parts each has.
VARIANTS: dict[str, tuple[Callable[[Task, int], Task], tuple[int, ...]]] = {
    "cold_items": (cold_items, tuple(range(PARTITIONS))),
    "cold_users": (cold_users, SHORT_HISTORIES),
}
