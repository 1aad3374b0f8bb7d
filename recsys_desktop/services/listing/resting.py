"""Rotation: what a customer was sent lately rests, so that they are not sent the same list twice running."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.columns import UserKey
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.rules import Rules
from recsys_desktop.engine.history import rows_of
from recsys_desktop.services.shop import Shop


def resting_rows(shop: Shop, user_key: UserKey, rules: Rules, item_keys: Int64Array) -> Int64Array:
    """Return the rows, in ``item_keys`` (n,), of the products that rest for a customer.

    Only lists that were handed out count. What staff look at in the window the customer has not seen; and a list that was checked
    there has to be the one that is then sent.
    """
    if not rules.rest_lists:
        return np.zeros(0, np.int64)
    shown = shop.impressions.last_of(user_key, rules.rest_lists, "mailing")
    rows = rows_of(item_keys, np.array(sorted(shown), np.int64))
    return rows[rows >= 0]
