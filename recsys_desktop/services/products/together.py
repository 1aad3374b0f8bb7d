"""Products that are bought together: counted, not guessed. No model is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.baskets import Baskets, Partners
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item

_COUNTING = message("together", "Counting what is bought together")
_ROWS_A_REPORT = 200


@dataclass(frozen=True)
class Together:
    """A product that shared baskets with another one."""

    item: Item
    baskets: int  # how many held both
    share: float  # of the baskets with the other product, how many held this one: 0 to 1


@dataclass(frozen=True)
class _Counted:
    signature: tuple[str, int]
    ids: list[ItemId]
    baskets: Baskets


#: A shop's baskets are sorted once for as long as its behaviour stays the same: a second for a million lines.
_COUNTED: WeakKeyDictionary[Shop, _Counted] = WeakKeyDictionary()


def together(shop: Shop, item_id: ItemId, k: int) -> tuple[Together, ...]:
    """Return at most k products that most often shared an order with this one, at least twice.

    Without order numbers, what a customer took on one day counts as an order; where nothing was ever bought, what they liked.

    Raises: RecsysError unknown_item.
    """
    counted = _counted(shop)
    try:
        row = counted.ids.index(item_id)
    except ValueError:
        raise unknown_item(item_id) from None
    return _named(shop, counted.ids, counted.baskets.partners(row, k))


def all_together(shop: Shop, k: int, progress: Progress) -> Iterator[tuple[ItemId, tuple[Together, ...]]]:
    """Yield every product, ordered by key, with what :func:`together` says of it; () where nothing is. Raises: Cancelled."""
    progress.report(0, 0, _COUNTING)
    counted = _counted(shop)
    total = len(counted.ids)
    for done, (item_id, partners) in enumerate(zip(counted.ids, counted.baskets.all_partners(k), strict=True)):
        if done % _ROWS_A_REPORT == 0:
            progress.report(done, total, _COUNTING)
        yield item_id, _named(shop, counted.ids, partners)
    progress.report(total, total, _COUNTING)


def _named(shop: Shop, ids: list[ItemId], partners: Partners) -> tuple[Together, ...]:
    if not len(partners.rows):
        return ()
    items = {item.item_id: item for item in shop.catalogue.get_many([ids[row] for row in partners.rows])}
    places = zip(partners.rows.tolist(), partners.baskets.tolist(), partners.shares.tolist(), strict=True)
    return tuple(Together(items[ids[row]], baskets, share) for row, baskets, share in places if ids[row] in items)


def _counted(shop: Shop) -> _Counted:
    keys, ids = shop.catalogue.keys()
    signature = (shop.interactions.signature(), hash((keys.tobytes(), tuple(ids))))
    known = _COUNTED.get(shop)
    if known is None or known.signature != signature:
        events, orders = shop.interactions.load_with_orders()
        known = _COUNTED[shop] = _Counted(signature, ids, Baskets.of(events, orders, np.asarray(keys)))
    return known
