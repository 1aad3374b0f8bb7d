"""Tries settings on products that nobody has bought yet: some of a fold's products lose their past, and texts must place them."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import Targets, TimeSplit, judge
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.lots import lot_of
from recsys_desktop.engine.placing import fit_placing
from recsys_desktop.engine.selection.folds import Fold
from recsys_desktop.engine.selection.trial import WarmTrial, ranked
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

#: Percent of the products that lose their past.
_HIDDEN_PERCENT = 15


class NewcomersTrial:
    """One fold of a shop in which 15 % of the products with buyers are played as new, always the same ones.

    A placed key is linear in the keys it is placed by, and so is its score: what :func:`fit_placing` does to keys is done to each
    customer's scores instead, which gives what the item space ranks by without building one.
    """

    def __init__(self, fold: Fold, item_keys: Int64Array, texts: TextChannels, half_life_days: float) -> None:
        """Take the fold, the items' keys (n,) and texts, and the half-life of histories in days."""
        fit, self._texts = fold.split.fit, texts
        bought = np.isin(item_keys, fit.item_keys)
        self._hidden = bought & (lot_of(item_keys) < _HIDDEN_PERCENT)
        left = fit.select(~np.isin(fit.item_keys, item_keys[self._hidden]))
        self._targets = _of_known(fold.targets, left)
        split = TimeSplit(fold.split.time, left, fold.split.later)
        self._warm = WarmTrial(Fold(split, self._targets), item_keys, texts, half_life_days)
        self._buyers = Events.of(left, item_keys).buyers(len(item_keys)).astype(np.float64)
        self._new_rows = np.flatnonzero(self._hidden)
        self._new_targets, self._asked = _among(self._targets, self._hidden)

    @property
    def customers(self) -> int:
        """Customers with a target among the products played as new."""
        return len(self._new_targets)

    def among_new(self, settings: SpaceSettings, progress: Progress) -> Float64Array:
        """Return NDCG@10 (u',) of the products played as new, ranked among themselves. Raises: Cancelled."""
        score = self._warm.scorer(settings, progress)
        nobody = [np.zeros(0, np.int64)] * len(self._asked)

        def scores(histories: sp.csr_array) -> Float32Array:
            return self._placed(score(histories), self._new_rows, settings, progress)

        histories = self._warm.histories(settings)[self._asked]
        return judge(ranked(scores, histories, nobody, progress, len(self._new_rows)), self._new_targets)["ndcg@10"]

    def _placed(self, scores: Float32Array, rows: Int64Array, settings: SpaceSettings, progress: Progress) -> Float32Array:
        """Return the scores (b, m) that the texts of the items at ``rows`` (m,) earn, from those of all items (b, n)."""
        texts, warm = self._texts.joined(settings.letters_share), self._buyers > 0
        placing = fit_placing(texts[warm], self._buyers[warm], scores[:, warm].T, 0, progress)
        return placing.place(texts[rows], progress).T


def _of_known(targets: Targets, left: InteractionArrays) -> Targets:
    """Return the targets of the users of whom something is left to know."""
    return _selected(targets, np.flatnonzero(np.isin(targets.user_keys, left.user_keys)), list(targets.of_each()))


def _among(targets: Targets, allowed: np.ndarray) -> tuple[Targets, Int64Array]:
    """Return the targets among the allowed items, numbered by their place among these, and the users (u',) who have some."""
    place = np.cumsum(allowed) - 1
    rows = [place[wanted[allowed[wanted]]] for wanted in targets.of_each()]
    users = np.flatnonzero([len(wanted) > 0 for wanted in rows])
    return _selected(targets, users, rows), users


def _selected(targets: Targets, users: Int64Array, rows: list[Int64Array]) -> Targets:
    chosen = [rows[user] for user in users]
    indptr = np.r_[0, np.cumsum([len(wanted) for wanted in chosen])].astype(np.int64)
    return Targets(targets.user_keys[users], indptr, np.concatenate([np.zeros(0, np.int64), *chosen]))
