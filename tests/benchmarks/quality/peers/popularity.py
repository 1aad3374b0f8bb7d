"""The same list for everybody: what sold most, ever or lately. New items borrow from their neighbours in the texts."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import NO_TIME
from recsys_desktop.engine.history import Float64Array
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers.peer import Configuration, Made, NotPossible, Peer, grid

_DAY = 86_400.0
#: What a bestseller counts beside one own event: it fills the places that are left.
_LITTLE = 1e-6


def _same_for_all(material: Material, popularity: Float64Array) -> Made:
    scores = material.with_new(popularity).astype(np.float32)
    count = len(material.task.queries)
    return material.lists(lambda block: np.tile(scores, (len(range(*block.indices(count))), 1))), {}


def _all_time(material: Material, _: Configuration) -> Made:
    return _same_for_all(material, material.popularity)


def _recent(material: Material, configuration: Configuration) -> Made:
    return _same_for_all(material, material.recent(configuration["half_life_days"]))


def _own(material: Material, configuration: Configuration) -> Made:
    """What the user had lately and often, newest first: decayed by days, or by places in the history where there are no times."""
    if not material.task.repeat:
        raise NotPossible("it lists what a user has already, and that is masked here")
    events = material.task.queries.events
    places = np.searchsorted(events.user_keys, events.user_keys, side="right") - np.arange(len(events))
    days = np.where(events.times == NO_TIME, places, (material.task.latest_time - events.times) / _DAY)
    strengths = np.exp2(-days / configuration["half_life_days"])
    own = sp.csr_array((strengths, (events.user_keys, events.item_keys)), shape=material.asked.shape)
    others = (material.popularity / max(float(material.popularity.max(initial=0.0)), 1.0) * _LITTLE).astype(np.float32)
    return material.lists(lambda block: np.asarray(own[block].toarray() + others, np.float32)), {}


PEERS = (
    Peer("popularity (all)", _all_time, ({},), ranks_new=True),
    Peer(
        "popularity (recent)",
        _recent,
        grid(half_life_days=(7.0, 3.0, 14.0, 30.0, 2.0, 5.0, 60.0, 180.0)),
        ranks_new=True,
        needs=frozenset({"times"}),
    ),
    Peer("own recent history", _own, grid(half_life_days=(60.0, 30.0, 120.0, 15.0, 365.0, 10_000.0, 7.0))),
)
