"""What is said about the stock of a product."""

from __future__ import annotations

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.texts import words

#: From this stock on, a number tells the person nothing they would act on.
_PLENTY = 5


def stock_words(item: Item) -> str:
    """Return "In stock", "3 left" or "Out of stock"; "" where the shop does not say."""
    if item.stock is None:
        return ""
    if item.stock <= 0:
        return words(message("stock", "Out of stock"))
    if item.stock < _PLENTY:
        return words(message("stock", "{count} left").fill(count=item.stock))
    return words(message("stock", "In stock"))


def is_gone(item: Item) -> bool:
    """Return whether the shop says that none is left."""
    return item.stock is not None and item.stock <= 0
