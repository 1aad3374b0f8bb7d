"""Products that leave the shop leave its lists too, at once and without a new fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from recsys_desktop.domain.columns import ItemKey
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.services.fitting import load_current, swap_in
from recsys_desktop.services.shop import Shop


def without(space: ItemSpace, keys: Sequence[ItemKey]) -> ItemSpace:
    """Return the space without the rows of some items, itself where it has none of them."""
    kept = ~np.isin(space.item_keys, np.array(keys, np.int64))
    if kept.all():
        return space
    names = ("item_keys", "keys", "queries", "texts", "own", "buyers", "groups", "trend")
    return replace(space, **{name: getattr(space, name)[kept] for name in names})


def take_out(shop: Shop, keys: Sequence[ItemKey]) -> None:
    """Take items that are no longer in the store out of the prepared lists.

    Their keys may be given to the next products, so no row may be left that answers to them.
    """
    if not len(keys):
        return
    current = load_current(shop)
    if current is None:
        return
    space = without(current.space, keys)
    if space is not current.space:
        swap_in(shop, space, current.model_version, current.now)
