"""Tries settings on one fold without building a space: plain scores rank as padded keys do, and most settings only rescale them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import Targets, judge
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Fading, Float64Array, Histories
from recsys_desktop.engine.operators.collaborative import Weights
from recsys_desktop.engine.operators.factors import item_weights
from recsys_desktop.engine.operators.prior import prior_left, recent_popularity
from recsys_desktop.engine.operators.trend import trend
from recsys_desktop.engine.ranker import best_of_each
from recsys_desktop.engine.selection.folds import Fold
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

#: From histories (b, n) to scores, one line per history.
Scorer = Callable[[sp.csr_array], Float32Array]
_LENGTH = 20
#: Scores held at a time.
_BLOCK_SCORES = 10_000_000


class WarmTrial:
    """One fold of a shop: lists over all n products for the fold's customers, what they have touched left out.

    The score is ``trend_j^beta (H B)_ij + kappa popularity_j``: how the space ranks, but for its width. Items without buyers
    keep the operators' own score, where the space places them by their texts: :class:`NewcomersTrial` is for these.
    """

    def __init__(self, fold: Fold, item_keys: Int64Array, texts: TextChannels, half_life_days: float) -> None:
        """Take the fold, the items' keys (n,) and texts, and the half-life of histories in days."""
        self._texts, self._now, self._items = texts, fold.now, len(item_keys)
        self._events = Events.of(fold.split.fit, item_keys)
        past = fold.split.fit.select(np.isin(fold.split.fit.user_keys, fold.targets.user_keys))
        self._past, self._item_keys, self._half_life_days = past, item_keys, half_life_days
        histories = Histories.from_arrays(past, item_keys, fold.now, Fading(half_life_days))
        self._targets: Targets = fold.targets
        seen = histories.rows_of_each()
        self.seen = [seen[place] for place in histories.positions(fold.targets.user_keys)]
        self._kept: tuple[tuple[float, ...], Weights] | None = None

    def ndcg(self, settings: SpaceSettings, progress: Progress, known: int | None = None) -> Float64Array:
        """Return NDCG@10 of each customer (u,), of whom only the latest ``known`` events are known where that is given.

        Raises: Cancelled.
        """
        histories = self.histories(settings, known)
        lists = ranked(self.scorer(settings, progress), histories, self.seen, progress, self._items)
        return judge(lists, self._targets)["ndcg@10"]

    def scorer(self, settings: SpaceSettings, progress: Progress) -> Scorer:
        """Return what turns histories (b, n) into scores (b, n). Raises: Cancelled."""
        weights = self._weights(settings, progress)
        rising = trend(self._events, self._items, self._now, settings.trend_half_life_days, settings.trend_smoothing)
        factor = (rising**settings.trend_power).astype(np.float32)
        popularity = recent_popularity(self._events.firsts(), self._items, self._now, settings.prior_half_life_days)
        prior = (settings.prior_weight * popularity).astype(np.float32)

        def scores(histories: sp.csr_array) -> Float32Array:
            known = np.asarray(abs(histories).sum(axis=1)).reshape(-1, 1)
            left = prior_left(known, settings.prior_fading).astype(np.float32)
            return weights.scores(histories) * factor + left * prior

        return scores

    def histories(self, settings: SpaceSettings, known: int | None = None) -> sp.csr_array:
        """Return the customers' histories (u, n), of which only the latest ``known`` events are known where that is given."""
        fading = settings.fading(self._half_life_days)
        past = self._past if known is None else latest_of_each(self._past, known)
        histories = Histories.from_arrays(past, self._item_keys, self._now, fading)
        return histories.matrix(self._items)[histories.positions(self._targets.user_keys)]

    def _weights(self, settings: SpaceSettings, progress: Progress) -> Weights:
        """Return the operator for these settings; the last one is kept, since most settings do not touch it."""
        key = _operator_of(settings)
        if self._kept is None or self._kept[0] != key:
            self._kept = None
            texts = self._texts.joined(settings.letters_share)
            self._kept = key, item_weights(self._events, self._items, texts, settings, progress)
        return self._kept[1]


def latest_of_each(events: InteractionArrays, count: int) -> InteractionArrays:
    """Return the latest ``count`` events of each user; of equal or unknown times those that stand last."""
    order = np.lexsort((np.arange(len(events)), events.times, events.user_keys))
    users = events.user_keys[order]
    chosen = np.zeros(len(events), np.bool_)
    chosen[order] = np.searchsorted(users, users, side="right") - np.arange(len(users)) <= count
    return events.select(chosen)


def _operator_of(settings: SpaceSettings) -> tuple[float, ...]:
    """Return the numbers on which the item weights depend."""
    sequence = (settings.sequence_weight, settings.sequence_regularisation, settings.occasion_power)
    words = (settings.text_weight, settings.letters_share)
    return settings.regularisation, *(words if settings.text_weight else ()), *(sequence if settings.sequence_weight else ())


def ranked(scorer: Scorer, histories: sp.csr_array, seen: list[Int64Array], progress: Progress, columns: int) -> Int64Array:
    """Return lists (u, 20) of the best of the scores' ``columns`` that each user has not ``seen``; -1 where none are left.

    Raises: Cancelled.
    """
    users = histories.shape[0]
    lists = np.full((users, _LENGTH), -1, np.int64)
    kept = min(_LENGTH, columns)
    for block in _blocks(users, histories.shape[1]) if kept else ():
        progress.raise_if_cancelled()
        found = scorer(histories[block])
        for line, rows in enumerate(seen[block]):
            found[line, rows] = -np.inf
        rows, values = best_of_each(found, kept)
        lists[block, :kept] = np.where(np.isfinite(values), rows, -1)
    return lists


def _blocks(users: int, items: int) -> Iterator[slice]:
    size = max(1, _BLOCK_SCORES // max(items, 1))
    for start in range(0, users, size):
        yield slice(start, min(start + size, users))
