"""Ways of ranking that every recommender is compared with, in plain numpy: scores (users, items) from a fit part.

Each peer has a few configurations, of which the best on the fit part's own last window is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.operators.collaborative import exact_weights
from recsys_desktop.engine.operators.prior import recent_popularity

#: Scores from (fit part, number of items, binary histories (users, items)).
Peer = Callable[[InteractionArrays, int, sp.csr_array], np.ndarray]


def popular(half_life_days: float, fit: InteractionArrays, items: int, histories: sp.csr_array) -> np.ndarray:
    """The bestsellers of the last days, the same for everybody."""
    newest = int(fit.times.max())
    counts = recent_popularity(Events.of(fit, np.arange(items)), items, newest, half_life_days)
    return np.tile(counts.astype(np.float32), (histories.shape[0], 1))


def item_knn(neighbours: int, shrink: float, fit: InteractionArrays, items: int, histories: sp.csr_array) -> np.ndarray:
    """Cosine between products over customers, the nearest neighbours only (Sarwar et al. 2001)."""
    behaviour = Events.of(fit, np.arange(items)).matrix(items)
    common = (behaviour.T @ behaviour).toarray()
    lengths = np.sqrt(np.diag(common))
    scale = lengths[:, None] * lengths[None, :] + shrink
    similar = np.divide(common, scale, out=np.zeros_like(common), where=scale > 0)
    np.fill_diagonal(similar, 0.0)
    least = np.partition(similar, items - neighbours, axis=0)[items - neighbours]
    return np.asarray(histories @ np.where(similar >= least, similar, 0.0).astype(np.float32))


def ease(regularisation: float, fit: InteractionArrays, items: int, histories: sp.csr_array) -> np.ndarray:
    """Every product from all others by ridge regression (Steck 2019), exact."""
    behaviour = Events.of(fit, np.arange(items)).matrix(items)
    weights = exact_weights(behaviour, np.zeros((items, 0), np.float32), 0.0, regularisation, Progress())
    return np.asarray(histories.astype(np.float32) @ weights.matrix)


def ease_trend(
    regularisation: float, half_life_days: float, fit: InteractionArrays, items: int, histories: sp.csr_array
) -> np.ndarray:
    """EASE times each product's recent share over its share of all sales."""
    events = Events.of(fit, np.arange(items))
    counts, recent = events.counts(items), events.recent_counts(items, int(fit.times.max()), half_life_days)
    rising = np.divide(recent, counts, out=np.zeros(items), where=counts > 0)
    return ease(regularisation, fit, items, histories) * rising.astype(np.float32)


#: Names and configurations; every peer has three.
PEERS: Mapping[str, tuple[Peer, ...]] = {
    "bestsellers, recent": tuple(partial(popular, days) for days in (3.0, 7.0, 14.0)),
    "item-kNN, cosine": tuple(partial(item_knn, *pair) for pair in ((50, 0.0), (200, 0.0), (200, 20.0))),
    "EASE": tuple(partial(ease, number) for number in (100.0, 300.0, 600.0)),
    "EASE x trend": tuple(partial(ease_trend, 300.0, days) for days in (4.0, 6.0, 10.0)),
}
