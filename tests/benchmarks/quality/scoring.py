"""Lists judged query by query, and the figures of a table with their 95 % intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.evaluation import bootstrap, paired_bootstrap
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.metrics import coverage, hit_rate, ndcg, recall
from tests.benchmarks.quality.task import Mask, Task

#: Length of the judged lists; NDCG and hit rate look at the first 10 places.
LENGTH = 20
MAIN = "ndcg@10"
#: The items that most events fall on; all others are the long tail.
_HEAD_SHARE = 0.2

Values = dict[str, Float64Array]  # metric -> one value per query, NaN where the query has no target
Triple = tuple[float | None, float | None, float | None]  # mean, lower and upper bound; None without queries


def values_of(task: Task, lists: Int64Array) -> Values:
    """Return the metrics of lists (q, 20) of rows, -1 for no item: one value per query of the task."""
    queries = task.queries
    hits = np.zeros(lists.shape, np.bool_)
    for number, targets in enumerate(queries.targets):
        hits[number] = np.isin(lists[number], targets)
    asked = queries.target_counts > 0
    counts = np.maximum(queries.target_counts, 1)
    found = {
        MAIN: ndcg(hits[:, :10], counts),
        "recall@20": recall(hits[:, :LENGTH], counts),
        "hit_rate@10": hit_rate(hits[:, :10]),
    }
    return {name: np.where(asked, values, np.nan) for name, values in found.items()}


def list_facts(task: Task, lists: Int64Array) -> dict[str, float]:
    """Return the share of the catalogue on some list's first 10 places, and the share of these places in the long tail.

    The long tail is every item outside the fifth of the catalogue that most events of train fall on.
    """
    items = len(task.items)
    counts = np.bincount(task.train.item_keys, minlength=items)
    head = np.lexsort((np.arange(items), -counts))[: int(_HEAD_SHARE * items)]
    listed = lists[:, :10][lists[:, :10] >= 0]
    tail = float((~np.isin(listed, head)).mean()) if len(listed) else 0.0
    return {"coverage@10": coverage(lists[:, :10], items), "long_tail@10": tail}


def mean_of(values: Values, chosen: Mask) -> float:
    """Return the mean NDCG@10 of the chosen queries that have targets; NaN without any."""
    left = _known(values[MAIN], chosen)
    return float(left.mean()) if len(left) else float("nan")


def figures(values: Values, chosen: Mask) -> dict[str, Triple]:
    """Return mean and 95 % interval (bootstrap over queries) of each metric over the chosen queries."""
    return {name: _rounded(bootstrap(_known(column, chosen), seed=0)) for name, column in values.items()}


def difference(ours: Values, theirs: Values, chosen: Mask) -> Triple:
    """Return mean and 95 % interval (paired bootstrap over the chosen queries) of ours - theirs in NDCG@10."""
    return _rounded(paired_bootstrap(_known(ours[MAIN], chosen), _known(theirs[MAIN], chosen), seed=0))


def _known(column: Float64Array, chosen: Mask) -> Float64Array:
    return column[chosen & np.isfinite(column)]


def _rounded(found: tuple[float, float, float]) -> Triple:
    mean, low, high = (None if np.isnan(value) else round(value, 6) for value in found)
    return mean, low, high


@dataclass(frozen=True)
class Judged:
    """One contestant's lists with what they are worth."""

    values: Values
    facts: Mapping[str, float]

    @classmethod
    def of(cls, task: Task, lists: Int64Array) -> Judged:
        """Judge lists (q, 20)."""
        return cls(values_of(task, lists), list_facts(task, lists))
