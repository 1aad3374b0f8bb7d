"""Which customers would like a product, and for each of them why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.explain import shares
from recsys_desktop.engine.history import rows_of
from recsys_desktop.services.listing.reasons import Reason, reasons_of
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item

_LOOKING = message("products", "Looking for customers who would like it")


@dataclass(frozen=True)
class LikelyCustomer:
    """A customer who has not dealt with a product yet but would like it; the reasons' shares sum to how much."""

    user_id: UserId
    reasons: tuple[Reason, ...]  # largest share first


def likely_customers(shop: Shop, recommender: Recommender, item_id: ItemId, k: int, progress: Progress) -> list[LikelyCustomer]:
    """Return the k customers most likely to like a product, most likely first, each with the reasons: 1 ms a customer.

    Raises: Cancelled, RecsysError unknown_item, not_prepared.
    """
    found = [user_id for user_id, _ in recommender.audience(item_id, k)]
    return with_reasons(shop, recommender, item_id, found, progress)


def with_reasons(
    shop: Shop, recommender: Recommender, item_id: ItemId, users: Sequence[UserId], progress: Progress
) -> list[LikelyCustomer]:
    """Return customers in their order, each with the reasons for a product. Raises: Cancelled, RecsysError unknown_item."""
    space = recommender.current.space
    key = shop.catalogue.key_of(item_id)
    row = -1 if key is None else int(rows_of(space.item_keys, np.array([key], np.int64))[0])
    if row < 0:
        raise unknown_item(item_id)
    found = []
    for done, user_id in enumerate(users):
        progress.report(done, len(users), _LOOKING)
        state, user = recommender.user_vector_of(user_id)
        parts = shares(space, state.rows, state.weights, user, row)
        found.append(LikelyCustomer(user_id, reasons_of(parts, recommender.titles_of(state.rows))))
    return found
