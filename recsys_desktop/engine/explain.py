"""Why an item is on a list: the score taken apart without remainder, and where the item would stand without a purchase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.profile import UserVector
from recsys_desktop.engine.ranker import cosine_scores, exact_cosines


@dataclass(frozen=True)
class Shares:
    """What each part of a user vector contributes to one cosine: ``history`` (m,) in the order of the history, prior, sentence.

    ``own`` is what having the item itself contributes, where it may be listed again.
    """

    history: Float64Array
    prior: float
    sentence: float
    own: float

    @property
    def total(self) -> float:
        """The cosine score."""
        return float(self.history.sum()) + self.prior + self.sentence + self.own


class ShareMaker:
    """Takes the scores of one customer apart: what belongs to the customer is read once for all items of a list."""

    def __init__(self, space: ItemSpace, rows: Int64Array, weights: Float64Array, user: UserVector) -> None:
        """``rows`` and ``weights`` (m,) are the history that ``user`` was made of."""
        self._keys = space.keys
        self._user = user
        self._parts = weights[:, None] * space.queries[rows].astype(np.float64)

    def of(self, candidate: int) -> Shares:
        """Take the cosine with the item at row ``candidate`` apart.

        As ``u`` is a sum, so is ``u . k / |u|``: history item i contributes ``w_i q_i . k / |u|``. The shares sum to the score up
        to the rounding of double precision.
        """
        user = self._user
        length = user.length or 1.0
        direction = self._keys[candidate].astype(np.float64) / length
        own = 0.0 if user.own is None else float(user.own.of(np.array([candidate]))[0]) / length
        return Shares(self._parts @ direction, float(user.prior @ direction), float(user.sentence @ direction), own)


def shares(space: ItemSpace, rows: Int64Array, weights: Float64Array, user: UserVector, candidate: int) -> Shares:
    """Take the cosine of ``user`` with one item apart, see :class:`ShareMaker`."""
    return ShareMaker(space, rows, weights, user).of(candidate)


def rank_of(space: ItemSpace, user: UserVector, candidate: int, excluded: Int64Array) -> int:
    """Return the rank, from 1, of the item at row ``candidate`` among the items not ``excluded``; equal scores rank by row.

    With the vector of a user without one thing they did it is the counterfactual: where the item would have stood.
    """
    vector = user.vector
    scores = cosine_scores(space.keys, vector, user.own)
    close = np.flatnonzero(np.abs(scores - scores[candidate]) < 1e-5)  # decided in double precision, as top_k does
    scores[close] = exact_cosines(space.keys, vector, close, user.own)
    own = scores[candidate]
    before = (scores > own) | ((scores == own) & (np.arange(len(scores)) < candidate))
    before[excluded] = False
    return int(before.sum()) + 1
