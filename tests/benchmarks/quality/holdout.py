"""The part of train on which peers choose their configurations: the newest behaviour, or each user's last, never a query's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from tests.benchmarks.quality.task import Mask, Queries, Task, queries_of
from tests.benchmarks.quality.variants import cold_items, cold_users

_DAY = 86_400
#: A window of this length, unless it would be more than this share of the time there is.
_WINDOW_DAYS, _LARGEST_SHARE = 28, 0.2
#: Fewer queries than this say nothing, so many are enough, of more a sample is taken.
_FEWEST, _ENOUGH, _MOST = 30, 100, 1_000
_LAST_PART = 0.1
_SEED = 1


def holdout(task: Task) -> Task | None:
    """Return a task like the given one, made of its train part alone; None where there is too little to hold out.

    Cut at one moment where that leaves enough queries, else at each user's last 10 % if that leaves more. Where the task asks for
    new items, items are made new; where its histories are short, these are cut as short.
    """
    timed = _by_time(task)
    found = [timed] if timed and len(timed.queries) >= _ENOUGH else [one for one in (timed, _by_user(task)) if one]
    inner = max(found, key=lambda one: len(one.queries), default=None)
    if inner is None:
        return None
    lengths = [len(history) for history in task.queries.histories()]
    if max(lengths, default=0) > 0:
        inner = cold_users(inner, max(lengths))
    if task.queries.new_items_only.any():
        inner = cold_items(inner, _SEED)
    return replace(inner, name=f"{task.name}, held out")


def _by_time(task: Task) -> Task | None:
    times = task.train.times[task.train.times != NO_TIME]
    if not len(times):
        return None
    window = min(_WINDOW_DAYS * _DAY, int(_LARGEST_SHARE * (times.max() - times.min())))
    start = int(times.max()) + 1 - window
    return _cut(task, task.train.times >= start, start)


def _by_user(task: Task) -> Task | None:
    """Hold out each user's last 10 % of events, at least one of those who have two."""
    users = task.train.user_keys
    counts = np.bincount(users, minlength=len(task.user_ids))
    tested = np.where(counts >= 2, np.maximum((counts * _LAST_PART).astype(np.int64), 1), 0)
    ends = np.searchsorted(users, users, side="right")
    return _cut(task, ends - np.arange(len(users)) <= tested[users], NO_TIME)


def _cut(task: Task, later: Mask, start: int) -> Task | None:
    """Return the task that asks for the later events of users who have earlier ones; train is all that is earlier."""
    train, after = task.train.select(~later), task.train.select(later)
    before = _rows(train, len(task.user_ids))
    taken = _rows(after, len(task.user_ids))
    wanted = [rows if task.repeat else np.setdiff1d(rows, known) for rows, known in zip(taken, before, strict=True)]
    able = np.flatnonzero([len(rows) > 0 and len(known) > 0 for rows, known in zip(wanted, before, strict=True)])
    if len(able) < _FEWEST:
        return None
    asked = np.sort(np.random.default_rng(_SEED).permutation(able)[:_MOST])
    events = train.select(np.isin(train.user_keys, asked))
    queries: Queries = queries_of(
        [task.user_ids[user] for user in asked],
        replace(events, user_keys=np.searchsorted(asked, events.user_keys)),
        [wanted[user] for user in asked],
        repeat=task.repeat,
        times=start,
    )
    return replace(task, train=train, queries=queries)


def _rows(events: InteractionArrays, users: int) -> list[Int64Array]:
    ends = np.searchsorted(events.user_keys, np.arange(1, users))
    return np.split(events.item_keys, ends) if users else []
