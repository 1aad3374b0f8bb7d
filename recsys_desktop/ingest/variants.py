"""Products that take several rows of a file: variants, pictures, daily snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from recsys_desktop.domain.columns import TITLE
from recsys_desktop.domain.entities import Item
from recsys_desktop.ingest.layout import Layout
from recsys_desktop.ingest.verdicts import CellFault, Verdicts


class Families:
    """Collects the rows of each product. A product's price is its cheapest variant's, its stock the sum of theirs."""

    def __init__(self, layout: Layout) -> None:
        platform = layout.platform
        self._needs_title = platform.needs_title if platform else True
        self._continued = platform.continued if platform else False
        self._parent = layout.index_of(platform.parent) if platform and platform.parent else None
        self._sku = layout.index_of("SKU")
        self._seen: set[str] = set()
        self._open: Item | None = None
        self._waiting: dict[str, Item] = {}  # products without a price of their own, by SKU and "id:..."
        self._variants: dict[str, Item] = {}  # what is known of the variants of a parent so far

    def collect(self, items: Sequence[Item], rows: Sequence[Sequence[str]], verdicts: Verdicts) -> list[Item]:
        """Return the products that are complete; rows that only add to one get the verdict "variant" or "repeated"."""
        done: list[Item] = []
        for index, (item, row) in enumerate(zip(items, rows, strict=True)):
            if verdicts.rows[index] is not None:
                continue
            if self._parent is not None and row[self._parent].strip():
                self._add_variant(row[self._parent].strip(), item)
                verdicts.give([index], "variant")
            elif self._continued:
                self._continue(index, item, verdicts, done)
            elif not item.title and self._needs_title:
                verdicts.give([index], CellFault(TITLE))
            elif self._parent is not None and item.price is None:
                self._waiting[f"id:{item.item_id}"] = item
                if self._sku is not None and row[self._sku].strip():
                    self._waiting[row[self._sku].strip()] = item
            else:
                self._finish_one(index, item, verdicts, done)
        return done

    def rest(self) -> list[Item]:
        """Return the products that waited for further rows."""
        done = [self._open] if self._open is not None else []
        self._open = None
        for item in {item.item_id: item for item in self._waiting.values()}.values():
            keys = [key for key, waiting in self._waiting.items() if waiting is item]
            done.append(reduce(_merged, (self._variants[key] for key in keys if key in self._variants), item))
        return done

    def _continue(self, index: int, item: Item, verdicts: Verdicts, done: list[Item]) -> None:
        """Take one row of a file whose products go on over the following rows."""
        if self._open is not None and item.item_id == self._open.item_id:
            self._open = _merged(self._open, item)
            verdicts.give([index], "variant")
        elif not item.title:
            verdicts.give([index], "variant" if item.item_id in self._seen else CellFault(TITLE))
        else:
            if self._open is not None:
                done.append(self._open)
            self._open = item
            self._seen.add(item.item_id)

    def _add_variant(self, parent: str, item: Item) -> None:
        known = self._variants.get(parent)
        self._variants[parent] = item if known is None else _merged(known, item)

    def _finish_one(self, index: int, item: Item, verdicts: Verdicts, done: list[Item]) -> None:
        """Hand out a one-row product; the newest of several rows with one id counts."""
        done.append(item)
        if item.item_id in self._seen:
            verdicts.give([index], "repeated")
        self._seen.add(item.item_id)


def _merged(item: Item, variant: Item) -> Item:
    """Return the product with what one more of its rows says."""
    prices = [price for price in (item.price, variant.price) if price is not None]
    stocks = [stock for stock in (item.stock, variant.stock) if stock is not None]
    return replace(
        item,
        price=min(prices, default=None),
        stock=sum(stocks) if stocks else None,
        image=item.image or variant.image,
        description=item.description or variant.description,
    )
