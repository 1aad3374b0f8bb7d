"""A task as peers read it: binary behaviour, sequences, texts, and lists made of scores with everything masked that must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, InteractionArrays
from recsys_desktop.engine.history import Float64Array, event_strengths
from recsys_desktop.engine.ranker import best_of_each
from tests.benchmarks.quality.neighbour_mean import kernel_mean
from tests.benchmarks.quality.scoring import LENGTH
from tests.benchmarks.quality.task import Task

#: Scores held at a time.
_BLOCK_SCORES = 20_000_000
_DAY = 86_400.0
#: Text neighbours whose sales stand for those of a new item.
_NEIGHBOURS, _TEMPERATURE = 30, 0.05
#: Far below any score.
_TIE_BREAK = 1e-6

#: Scores (b, n) of the queries of a slice.
Scorer = Callable[[slice], Float32Array]


@dataclass(frozen=True)
class Material:
    """A task and its unit text vectors (n, e), zero rows where an item has no text."""

    task: Task
    texts: Float32Array
    #: What the lists (q, 20) are worth, where configurations are being chosen: then a model may train until this stops rising.
    judge: Callable[[Int64Array], float] | None = None
    #: Seconds after which one training ends, converged or not.
    seconds: float = float("inf")

    @property
    def items(self) -> int:
        """n, the size of the catalogue."""
        return len(self.task.items)

    @cached_property
    def liked(self) -> InteractionArrays:
        """What train says well of items: no dislikes, no low ratings."""
        return _liked(self.task.train)

    @cached_property
    def behaviour(self) -> sp.csr_array:
        """The binary matrix (users, n) of train."""
        return _binary(self.liked, len(self.task.user_ids), self.items)

    @cached_property
    def asked(self) -> sp.csr_array:
        """The binary histories (q, n) of the queries."""
        return _binary(_liked(self.task.queries.events), len(self.task.queries), self.items)

    @cached_property
    def histories(self) -> list[Int64Array]:
        """What each query's history says well of items: rows, oldest first, repeats included."""
        return replace(self.task.queries, events=_liked(self.task.queries.events)).histories()

    @cached_property
    def popularity(self) -> Float64Array:
        """How many users liked each item (n,)."""
        return np.bincount(self.behaviour.indices, minlength=self.items).astype(np.float64)

    def recent(self, half_life_days: float) -> Float64Array:
        """Return each item's events (n,), each counting ``2 ** (-age / half_life)``; events without a time count nothing."""
        times = self.liked.times
        decay = np.where(times == NO_TIME, 0.0, np.exp2(-(self.task.latest_time - times) / _DAY / half_life_days))
        return np.bincount(self.liked.item_keys, weights=decay, minlength=self.items).astype(np.float64)

    def with_new(self, popularity: Float64Array) -> Float64Array:
        """Return the popularity with that of new items lent by their nearest neighbours in the texts."""
        new = self.task.new_items()
        if not new.any() or new.all() or not self.texts.shape[1]:
            return popularity
        known = popularity[~new].astype(np.float32)[:, None]
        lent = popularity.copy()
        lent[new] = kernel_mean(self.texts[new], self.texts[~new], known, _NEIGHBOURS, _TEMPERATURE)[:, 0]
        return lent

    @cached_property
    def _fallback(self) -> Float32Array:
        return self.with_new(self.popularity).astype(np.float32)

    def lists(self, scorer: Scorer) -> Int64Array:
        """Return the rows (q, 20) that score best, -1 where fewer are left; bestsellers where nothing is known of a query.

        Of equal scores the better seller comes first, so that a peer whose scores are mostly 0 does not fill its lists by chance.
        """
        queries = self.task.queries
        count, kept = len(queries), min(LENGTH, self.items)
        rows = np.full((count, LENGTH), -1, np.int64)
        old = np.flatnonzero(~self.task.new_items())
        silent = np.diff(self.asked.indptr) == 0
        tie_break = np.float32(_TIE_BREAK) * self._fallback / max(float(self._fallback.max(initial=0.0)), 1.0)
        size = max(1, _BLOCK_SCORES // max(self.items, 1))
        for start in range(0, count if kept else 0, size):
            block = slice(start, min(start + size, count))
            scores = np.nan_to_num(np.array(scorer(block), np.float32), nan=-1e30, posinf=1e30, neginf=-1e30)
            scores += tie_break
            scores[silent[block]] = self._fallback
            for place, number in enumerate(range(*block.indices(count))):
                scores[place, queries.masked[number]] = -np.inf
                if queries.new_items_only[number]:
                    scores[place, old] = -np.inf
            best, values = best_of_each(scores, kept)
            rows[block, :kept] = np.where(values == -np.inf, -1, best)
        return rows

    def with_bestsellers(self, lists: Int64Array) -> Int64Array:
        """Return lists (q, 20) made elsewhere, with bestsellers for the queries that have none."""
        empty = np.all(lists < 0, axis=1)
        if not empty.any():
            return lists
        best = self.lists(lambda block: np.tile(self._fallback, (len(range(*block.indices(len(lists)))), 1)))
        return np.where(empty[:, None], best, lists)


def _liked(events: InteractionArrays) -> InteractionArrays:
    return events.select(event_strengths(events.kinds, events.values, events.quantities) > 0)


def _binary(events: InteractionArrays, users: int, items: int) -> sp.csr_array:
    ones = np.ones(len(events), np.float32)
    matrix = sp.csr_array((ones, (events.user_keys, events.item_keys)), shape=(users, items))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix
