"""How an item lies in its row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from recsys_desktop.domain.columns import ITEM_COLUMNS, PRICE, STOCK
from recsys_desktop.domain.entities import Item

#: The columns of an item, for SQL, in the order of the fields of :class:`~recsys_desktop.domain.entities.Item`.
ITEM_FIELDS = ", ".join(ITEM_COLUMNS)
ITEM_MARKS = ", ".join("?" * len(ITEM_COLUMNS))
#: Columns in which None means "the shop does not say"; in all others that is "".
NUMBER_COLUMNS = (PRICE, STOCK)


def item_of(row: Sequence[Any]) -> Item:
    """Return the item of a row in the order of :data:`ITEM_FIELDS`."""
    item_id, title, description, category, tags, *rest = row
    return Item(item_id, title, description, category, tuple(json.loads(tags)) if tags else (), *rest)


def row_of(item: Item) -> tuple[object, ...]:
    """Return the row of an item in the order of :data:`ITEM_FIELDS`."""
    tags = json.dumps(item.tags, ensure_ascii=False) if item.tags else ""
    return (
        item.item_id, item.title, item.description, item.category, tags, item.brand,
        item.price, item.currency, item.stock, item.url, item.image,
    )  # fmt: skip
