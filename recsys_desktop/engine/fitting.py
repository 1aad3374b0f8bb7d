"""Fits the item space of a shop: from its texts, its behaviour, or both, whatever there is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace, pad, placing_of, widened
from recsys_desktop.engine.operators.factors import item_factors
from recsys_desktop.engine.operators.own_history import own_scales, rebuy_rates
from recsys_desktop.engine.operators.prior import recent_popularity
from recsys_desktop.engine.operators.trend import trend
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.topics import groups_of

_COUNTING = message("fit", "Counting what customers did")
_STEPS = 3


def fit_space(
    item_keys: Int64Array,
    texts: TextChannels,
    titles: Sequence[str],
    categories: Sequence[str],
    interactions: InteractionArrays,
    now: int,
    settings: SpaceSettings,
    progress: Progress,
) -> ItemSpace:
    """Fit the space of n items: ``item_keys`` (n,), their n ``texts``, ``titles`` and ``categories`` (may be "").

    ``now`` (seconds UTC) is the time of the shop's newest behaviour, feedback aside: what is recent is reckoned from it. With fewer
    than ``settings.fewest_users`` users of two products the text vectors themselves are keys and queries; without texts only
    behaviour speaks, without times there is no trend. The result depends on the behaviour as a set of events, not on its order.

    Raises: Cancelled.
    """
    progress.report(0, _STEPS, _COUNTING)
    items = len(item_keys)
    vectors = texts.joined(settings.letters_share)
    events = Events.of(interactions, item_keys)
    progress.report(1, _STEPS, _COUNTING)
    popularity = recent_popularity(events.firsts(), items, now, settings.prior_half_life_days)
    progress.report(_STEPS, _STEPS, _COUNTING)
    collaborative = int((events.kinds_of_users() >= 2).sum()) >= settings.fewest_users
    moving = _trend(events, items, now, settings)
    if collaborative:
        queries, keys = item_factors(events, items, vectors, settings, progress)
        keys *= moving[:, None]
    else:
        queries, keys = vectors, vectors
    buyers = events.buyers(items).astype(np.float32)
    keys, queries, prior, longest = _joined(keys, queries, popularity, settings)
    own = own_scales(rebuy_rates(events, items, settings.own_smoothing), moving, settings.own_weight) / longest
    placing = placing_of(keys, queries, vectors, buyers, progress) if collaborative else None
    groups, group_names = groups_of(titles, categories, vectors, settings.seed, progress)
    space = ItemSpace(
        item_keys=np.asarray(item_keys, np.int64),
        keys=pad(keys),
        queries=queries,
        prior=prior,
        texts=vectors,
        own=own.astype(np.float32),
        buyers=buyers,
        groups=groups,
        group_names=group_names,
        trend=moving,
        placing=placing,
        reader=texts.reader if vectors.shape[1] > texts.model.shape[1] or settings.letters_share >= 1 else None,
        settings=settings,
    )
    return space.with_cold_placed(progress)


def _trend(events: Events, items: int, now: int, settings: SpaceSettings) -> Float32Array:
    factors = trend(events, items, now, settings.trend_half_life_days, settings.trend_smoothing)
    return (factors**settings.trend_power).astype(np.float32)


def _joined(
    keys: Float32Array, queries: Float32Array, popularity: Float64Array, settings: SpaceSettings
) -> tuple[Float32Array, Float32Array, Float32Array, float]:
    """Return keys with the popularity coordinate (n, d - 1), queries (n, d), the prior (d,), and what the keys were divided by.

    The longest key has length 1. The weight of the prior is split evenly between key and user vector, so that neither outgrows its
    other coordinates.
    """
    share = float(np.sqrt(settings.prior_weight))
    joined = np.concatenate([keys, (share * popularity).astype(np.float32)[:, None]], axis=1)
    longest = float(np.sqrt(np.einsum("nd,nd->n", joined, joined).max(initial=0.0)))
    longest = longest or 1.0
    joined /= np.float32(longest)
    prior = np.zeros(joined.shape[1] + 1, np.float32)
    prior[-2] = share
    return joined, widened(queries, len(prior)), prior, longest
