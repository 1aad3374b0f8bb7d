"""Lists of a shop that is not prepared yet, or whose prepared lists cannot be read: from its file alone."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId, UserKey
from recsys_desktop.domain.entities import Int64Array, Kind
from recsys_desktop.domain.rules import Rules
from recsys_desktop.engine.history import Float64Array, rows_of
from recsys_desktop.engine.popularity import bestsellers
from recsys_desktop.engine.rules import above_median
from recsys_desktop.services.imports.sources import from_bestsellers, from_categories, from_newest
from recsys_desktop.services.listing.customer_state import dealt_with, events_of
from recsys_desktop.services.listing.filling import Filling, Place, Source, Withheld
from recsys_desktop.services.listing.resting import resting_rows
from recsys_desktop.services.products.catalogue_facts import CatalogueFacts
from recsys_desktop.services.shop import Shop

_NOTHING = np.zeros(0, np.int64)


class UnpreparedLists:
    """Makes lists of what sells in the categories a customer likes, of bestsellers, and of what is new; one thread at a time."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._read: tuple[tuple[str, str], Int64Array, Float64Array, CatalogueFacts] | None = None

    def of_user(self, user_id: UserId, user_key: UserKey, rules: Rules) -> list[Place]:
        """Return the places of a known customer's list."""
        item_keys, popularity, shelf = self._current()
        events = events_of(self._shop, user_key)
        now = int(events.times.max(initial=0))
        had, refused = dealt_with(events, item_keys, now, rules.bring_back_days)
        never = rows_of(item_keys, self._shop.feedback.never_show(user_key))
        resting = resting_rows(self._shop, user_key, rules, item_keys)
        sources = self._sources(liked_categories(self._shop, user_id), item_keys, popularity, shelf)
        withheld = Withheld(had, np.union1d(refused, never[never >= 0]), resting)
        return Filling(sources, shelf.compiled(rules), rules.list_length, None).fill(withheld)

    def of_items(self, item_ids: Collection[ItemId], rules: Rules) -> list[Place]:
        """Return the places of a list for someone who has only these products."""
        item_keys, popularity, shelf = self._current()
        categories = {item.category for item in self._shop.catalogue.get_many(list(item_ids)) if item.category}
        sources = self._sources(categories, item_keys, popularity, shelf)
        withheld = Withheld(shelf.facts.rows(list(item_ids)), _NOTHING, _NOTHING)
        return Filling(sources, shelf.compiled(rules), rules.list_length, None).fill(withheld)

    @property
    def shelf(self) -> CatalogueFacts:
        """The rows that places name."""
        return self._current()[2]

    def _sources(
        self, categories: Collection[str], item_keys: Int64Array, popularity: Float64Array, shelf: CatalogueFacts
    ) -> list[Source]:
        liked = [from_categories(shelf.facts, categories, popularity)] if categories else []
        return [*liked, from_bestsellers(popularity), from_newest(item_keys)]

    def _current(self) -> tuple[Int64Array, Float64Array, CatalogueFacts]:
        signature = (self._shop.catalogue.signature(), self._shop.interactions.signature())
        if self._read is None or self._read[0] != signature:
            item_keys, _ = self._shop.catalogue.keys()
            popularity = bestsellers(item_keys, self._shop.interactions.load())
            shelf = CatalogueFacts(self._shop, item_keys, partial(above_median, popularity))
            self._read = (signature, item_keys, popularity, shelf)
        return self._read[1:]


def liked_categories(shop: Shop, user_id: UserId) -> set[str]:
    """Return the categories of what a customer did anything with that speaks for it."""
    done = [one.item_id for one in shop.interactions.of_user(user_id) if one.kind is not Kind.DISLIKE and one.quantity > 0]
    return {item.category for item in shop.catalogue.get_many(list(dict.fromkeys(done))) if item.category}
