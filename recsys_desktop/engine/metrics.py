"""How good lists are: one value per user, so that two ways of making lists can be compared user by user.

Throughout, ``hits`` is a boolean matrix (users, k): whether the item at each rank is one of the user's targets, and ``targets``
(users,) counts them, at least 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.history import Float64Array

Hits = NDArray[np.bool_]


def hit_rate(hits: Hits) -> Float64Array:
    """Return 1 for each user with a target among the first k, else 0.

    >>> hit_rate(np.array([[False, True], [False, False]])).tolist()
    [1.0, 0.0]
    """
    found: Float64Array = hits.max(axis=1, initial=False).astype(np.float64)
    return found


def recall(hits: Hits, targets: Int64Array) -> Float64Array:
    """Return the share of the targets found among the first k: hits / min(k, targets), so that 1 can be reached.

    >>> recall(np.array([[True, False, True]]), np.array([4])).round(3).tolist()
    [0.667]
    """
    found: Float64Array = hits.sum(axis=1, dtype=np.float64)
    return found / np.minimum(targets, hits.shape[1])


def ndcg(hits: Hits, targets: Int64Array) -> Float64Array:
    r"""Return the normalised discounted cumulative gain at k.

    .. math:: \mathrm{NDCG} = \sum_{r=1}^{k} \frac{h_r}{\log_2(r + 1)} \Big/ \sum_{r=1}^{\min(k, t)} \frac{1}{\log_2(r + 1)}

    with h_r = 1 where the item at rank r is a target and t the number of targets. Source: Jarvelin and Kekalainen, 2002.

    >>> ndcg(np.array([[False, True]]), np.array([1])).round(4).tolist()
    [0.6309]
    """
    gains = 1.0 / np.log2(np.arange(2, hits.shape[1] + 2))
    ideal: Float64Array = np.r_[0.0, np.cumsum(gains)][np.minimum(targets, hits.shape[1])]
    gained: Float64Array = hits @ gains
    return gained / ideal


def coverage(lists: Int64Array, items: int) -> float:
    """Return the share of the catalogue's ``items`` that stands on at least one of the lists (users, k); -1 is no item.

    >>> coverage(np.array([[0, 1], [1, -1]]), 4)
    0.5
    """
    return len(np.unique(lists[lists >= 0])) / items if items else 0.0
