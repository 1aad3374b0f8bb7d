"""Does it help? Lists made from the past, judged by what the same customers did later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from recsys_desktop.engine.history import Float64Array, event_strengths, rows_of
from recsys_desktop.engine.metrics import hit_rate, ndcg, recall

_RESAMPLES = 2_000


@dataclass(frozen=True)
class Targets:
    """What u users did later and not before: user ``i`` owns ``rows[indptr[i]:indptr[i + 1]]``, at least one."""

    user_keys: Int64Array  # (u,) ascending
    indptr: Int64Array  # (u + 1,)
    rows: Int64Array

    def __len__(self) -> int:
        return len(self.user_keys)

    @property
    def counts(self) -> Int64Array:
        """How many targets each user has (u,)."""
        return np.diff(self.indptr)

    def of_each(self) -> Sequence[Int64Array]:
        """Each user's target rows."""
        return np.split(self.rows, self.indptr[1:-1]) if len(self) else []


@dataclass(frozen=True)
class TimeSplit:
    """``fit`` lies strictly before ``time``; ``later`` from it on."""

    time: int
    fit: InteractionArrays
    later: InteractionArrays


def time_split(events: InteractionArrays, time: int, until: int | None = None) -> TimeSplit:
    """Cut behaviour at one moment for all users; ``later`` ends before ``until``. Events without a time belong to the fit part.

    One global moment, so that nothing learnt from comes after anything predicted (Meng et al., Exploring data splitting strategies
    for the evaluation of recommendation models, RecSys 2020).
    """
    inside = (events.times >= time) & (events.times < (np.iinfo(np.int64).max if until is None else until))
    return TimeSplit(time, events.select((events.times < time) | (events.times == NO_TIME)), events.select(inside))


def new_targets(split: TimeSplit, item_keys: Int64Array) -> Targets:
    """Return what users known from the fit part liked later and had not touched before, on rows of ``item_keys`` (n,)."""
    items = np.int64(max(len(item_keys), 1))
    rows = rows_of(item_keys, split.later.item_keys)
    likes = event_strengths(split.later.kinds, split.later.values, split.later.quantities) > 0
    known = np.isin(split.later.user_keys, split.fit.user_keys)
    chosen = likes & known & (rows >= 0)
    pairs = np.unique(split.later.user_keys[chosen] * items + rows[chosen])
    seen_rows = rows_of(item_keys, split.fit.item_keys)
    pairs = pairs[~np.isin(pairs, (split.fit.user_keys * items + seen_rows)[seen_rows >= 0])]
    users, counts = np.unique(pairs // items, return_counts=True)
    return Targets(users, np.r_[0, np.cumsum(counts)].astype(np.int64), pairs % items)


def hits_of(lists: Int64Array, targets: Targets) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Return whether the item at each place of the lists (u, k) is one of its user's targets; -1 never is."""
    hits = np.zeros(lists.shape, np.bool_)
    for user, wanted in enumerate(targets.of_each()):
        hits[user] = np.isin(lists[user], wanted)
    return hits


def judge(lists: Int64Array, targets: Targets) -> dict[str, Float64Array]:
    """Return the metrics of lists (u, k >= 20) of the users of ``targets``, in their order, one value per user (u,)."""
    hits = hits_of(lists, targets)
    return {
        "ndcg@10": ndcg(hits[:, :10], targets.counts),
        "recall@20": recall(hits[:, :20], targets.counts),
        "hit_rate@10": hit_rate(hits[:, :10]),
    }


def bootstrap(values: Float64Array, seed: int) -> tuple[float, float, float]:
    """Return mean, lower and upper 95 % bound of per-user values (u,): percentile bootstrap over users (Efron 1979).

    NaN bounds without users; the mean of an empty array is NaN too.
    """
    if not len(values):
        return float("nan"), float("nan"), float("nan")
    random = np.random.default_rng(seed)
    means = np.array([values[random.integers(len(values), size=len(values))].mean() for _ in range(_RESAMPLES)])
    low, high = np.quantile(means, [0.025, 0.975])
    return float(values.mean()), float(low), float(high)


def paired_bootstrap(ours: Float64Array, theirs: Float64Array, seed: int) -> tuple[float, float, float]:
    """Return mean, lower and upper 95 % bound of ``ours - theirs`` (u,), both of the same users in the same order.

    Raises: ValueError where the lengths differ.
    """
    if len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} users against {len(theirs)}")
    return bootstrap(ours - theirs, seed)
