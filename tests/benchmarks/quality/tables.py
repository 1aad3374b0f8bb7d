"""Finished parts as Markdown: a table per group of queries, pooled over the parts, and the goals as the figures have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from recsys_desktop.engine.evaluation import bootstrap, paired_bootstrap
from recsys_desktop.engine.history import Float64Array
from tests.benchmarks.quality.measure import OURS
from tests.benchmarks.quality.peers.everyone import BY_NAME
from tests.benchmarks.quality.results import Stored
from tests.benchmarks.quality.scoring import MAIN, Triple
from tests.benchmarks.quality.task import NEW_ITEMS_ONLY

#: Finished parts: part -> contestant -> what it did.
Finished = Mapping[str, Mapping[str, Stored]]


@dataclass(frozen=True)
class Table:
    """All contestants on one group of queries."""

    group: str
    finished: Finished

    @cached_property
    def contestants(self) -> list[str]:
        """Everybody who finished a part in which this group is asked and is able to answer, ours first."""
        found: dict[str, None] = {}
        for part in self.finished.values():
            found |= dict.fromkeys(name for name, stored in part.items() if len(stored.of_group(self.group)[MAIN]))
        able = [name for name in found if self.group != NEW_ITEMS_ONLY or name not in BY_NAME or BY_NAME[name].ranks_new]
        return sorted(able, key=lambda name: name != OURS)

    def values(self, name: str, metric: str = MAIN) -> dict[str, Float64Array]:
        """Return a contestant's values by part, NaN for queries without targets."""
        parts = {part: one[name] for part, one in self.finished.items() if name in one}
        return {part: stored.of_group(self.group)[metric] for part, stored in parts.items()}

    def mean(self, name: str, metric: str = MAIN) -> float:
        """Return a contestant's mean over all queries of all its parts; NaN without any."""
        pooled = _pooled(self.values(name, metric).values())
        return float(pooled.mean()) if len(pooled) else float("nan")

    def gap(self, name: str) -> Triple:
        """Return ours - the contestant's NDCG@10 with its 95 % interval, over the parts that both finished."""
        ours, theirs = self.values(OURS), self.values(name)
        common = [part for part in ours if part in theirs]
        return paired_bootstrap(_pooled(ours[part] for part in common), _pooled(theirs[part] for part in common), seed=0)

    def markdown(self) -> str:
        """Return the table; per part the NDCG@10 only."""
        parts = list(self.finished)
        columns = ["", *parts, "NDCG@10", "Recall@20", "HR@10", "coverage", "long tail", "ours - it", "tried", "seconds"]
        lines = [_line(columns), _line(["---"] * len(columns))]
        lines += [_line(self._cells(name, parts)) for name in self.contestants]
        return "\n".join([f"**{self.group}**", "", *lines])

    def _cells(self, name: str, parts: Sequence[str]) -> list[str]:
        values = self.values(name)
        stored = [self.finished[part][name] for part in values]
        mean, low, high = bootstrap(_pooled(values.values()), seed=0)
        gap = self.gap(name) if name != OURS and self.values(OURS) else None
        return [
            name,
            *(f"{np.nanmean(values[part]):.4f}" if part in values else "-" for part in parts),
            f"{mean:.4f} [{low:.4f}, {high:.4f}]",
            f"{self.mean(name, 'recall@20'):.4f}",
            f"{self.mean(name, 'hit_rate@10'):.4f}",
            *(_fact(stored, fact) for fact in ("coverage@10", "long_tail@10")),
            "" if gap is None else "{:+.4f} [{:+.4f}, {:+.4f}]".format(*gap),
            str(sum(one.tried for one in stored)),
            f"{sum(one.seconds for one in stored):.0f}",
        ]


def _fact(stored: Sequence[Stored], fact: str) -> str:
    """Return a fact about lists, which are not told apart by group: "-" where there are several groups."""
    if any(len(set(one.groups)) > 1 for one in stored):
        return "-"
    return f"{np.mean([one.facts[fact] for one in stored]):.3f}"


def _pooled(columns: Iterable[Float64Array]) -> Float64Array:
    each = list(columns)
    joined: Float64Array = np.concatenate(each) if each else np.zeros(0)
    return joined[np.isfinite(joined)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def tables_of(finished: Finished) -> dict[str, Table]:
    """Return a table for every group of queries that was asked."""
    groups = dict.fromkeys(group for part in finished.values() for stored in part.values() for group in stored.groups)
    return {group: Table(group, finished) for group in groups}
