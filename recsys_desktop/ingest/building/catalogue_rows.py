"""Rows to products: variants and pictures of one product collapse, its texts are cleaned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recsys_desktop.domain.columns import (
    BRAND,
    CATEGORY,
    CURRENCY,
    DESCRIPTION,
    IMAGE,
    ITEM_ID,
    PRICE,
    STOCK,
    TAGS,
    TITLE,
    URL,
    ItemId,
)
from recsys_desktop.domain.entities import Item
from recsys_desktop.ingest.building.names import NameReader
from recsys_desktop.ingest.building.sale_prices import SalePrices
from recsys_desktop.ingest.building.variants import RowReader
from recsys_desktop.ingest.building.verdicts import CellFault, Verdicts
from recsys_desktop.ingest.cleaning.caching import UNREADABLE, CellCache, UnreadableValue
from recsys_desktop.ingest.cleaning.guards import unguarded
from recsys_desktop.ingest.cleaning.ids import clean_id, id_from_title, is_rounded
from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.numbers import currency_of, parse_number
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from recsys_desktop.ingest.cleaning.stock import ENDLESS, in_stock
from recsys_desktop.ingest.columns.layout import Layout, matching
from recsys_desktop.ingest.plan import Chunk
from recsys_desktop.ingest.rows import RowBlock

Number = float | None | UnreadableValue
#: What stands for a price that the till asks for.
_OPEN = frozenset({"variable", "variabel", "variabile"})
_KEY = re.compile(r"(?:(?<=[,;|])|^)\s*\w+=")
_NO_TAG = re.compile(r"\d*|yes|no", re.IGNORECASE)


class CatalogueBuilder:
    """Turns the rows of one file into products."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        platform = layout.platform
        conventions = layout.plan.conventions
        comma, between, levels = conventions.decimal_comma, conventions.category_between, conventions.category_levels
        root = f"{platform.category_root} > " if platform and platform.category_root else ""
        self._prices: CellCache[Number] = CellCache(
            lambda text: None if text.strip().lower() in _OPEN else parse_number(text, comma)
        )
        self._stocks = CellCache(in_stock)
        self._categories = CellCache(lambda text: category_path(text, between, levels).removeprefix(root))
        self._tags = CellCache(_keyed_tags if platform and platform.keyed_tags else split_tags)
        self._short_texts = CellCache(plain_text)
        said = layout.has(CURRENCY)
        self._currencies = CellCache((lambda text: unguarded(text.strip()).upper()) if said else currency_of)
        self._untracked = layout.present(platform.untracked) if platform else ()
        self._names = NameReader(layout)
        self._sales = SalePrices(layout)
        self._reader = RowReader(layout)
        self._families = self._reader.families

    def add(self, block: RowBlock) -> Chunk:
        """Return the products that a block completes, its bad rows and counts."""
        chunk = Chunk(bad=list(block.bad), rows=len(block) + len(block.bad), bytes_done=block.bytes_done)
        if not len(block):
            return chunk
        columns = block.columns()
        numbers = self._numbers(columns, len(block))
        items = self._items(columns, numbers, len(block))
        verdicts = self._verdicts(items, columns, numbers)
        chunk.items = self._reader.collect(items, self._names.of_rows(columns), columns, verdicts)
        chunk.names = self._take_names()
        verdicts.settle(chunk, block, self._layout)
        return chunk

    def finish(self) -> Chunk:
        """Return the products that waited for further rows."""
        items = self._families.rest()
        return Chunk(items=items, names=self._take_names())

    def _take_names(self) -> list[tuple[str, ItemId]]:
        names, self._families.names = self._families.names, []
        return names

    def _items(self, columns: Sequence[Sequence[str]], numbers: _Numbers, count: int) -> list[Item]:
        """Return one product per row, whatever its faults; wrong numbers are None here and judged apart."""

        def cells(field: str) -> Sequence[str]:
            return self._layout.column(field, columns) or [""] * count

        titles = [plain_text(title) for title in cells(TITLE)]
        ids = [clean_id(cell) for cell in cells(ITEM_ID)]
        if self._layout.title_is_id:
            ids = [item or id_from_title(title) for item, title in zip(ids, titles, strict=True)]
        tags = self._tags.column(cells(TAGS))
        fields = (
            ids,
            titles,
            map(plain_text, cells(DESCRIPTION)),
            self._category_column(cells(CATEGORY), tags),
            tags,
            self._short_texts.column(cells(BRAND)),
            [price if isinstance(price, float) else None for price in numbers.prices],
            self._currency_column(cells(CURRENCY), cells(PRICE)),
            [int(stock) if isinstance(stock, float) else None for stock in numbers.stocks],
            self._addresses(cells(URL)),
            [first_address(unguarded(cell)) if cell else "" for cell in cells(IMAGE)],
        )
        return list(map(Item, *fields))

    def _addresses(self, cells: Sequence[str]) -> list[str]:
        pattern = self._layout.platform.url_pattern if self._layout.platform else "{}"
        return [pattern.format(unguarded(cell.strip())) if cell else "" for cell in cells]

    def _category_column(self, cells: Sequence[str], tags: Sequence[tuple[str, ...]]) -> list[str]:
        if self._layout.platform is not None and self._layout.platform.first_tag_is_category:
            return [names[0] if names else "" for names in tags]
        return self._categories.column(cells)

    def _currency_column(self, cells: Sequence[str], prices: Sequence[str]) -> list[str]:
        """Return the currencies: said in their own column, or by the price's own sign where that means one only."""
        return self._currencies.column(cells if self._layout.has(CURRENCY) else prices)

    def _numbers(self, columns: Sequence[Sequence[str]], count: int) -> _Numbers:
        prices = self._layout.column(PRICE, columns)
        return _Numbers(
            self._sales.lower(self._prices.column(prices) if prices is not None else [None] * count, columns),
            self._stock_column(columns, count),
        )

    def _stock_column(self, columns: Sequence[Sequence[str]], count: int) -> list[Number]:
        """Return what is in stock: the sum over the columns of places, ENDLESS where nobody counts."""
        cells = self._layout.column(STOCK, columns)
        if cells is None:
            return [None] * count
        platform = self._layout.platform
        if platform is not None and STOCK in platform.summed:
            places = [self._stocks.column(columns[index]) for index in self._layout.indexes[STOCK]]
            stocks = [_sum(numbers) for numbers in zip(*places, strict=True)]
        else:
            stocks = self._stocks.column(cells)
        for number, rule in self._untracked:
            for index in matching(rule, columns[number]):
                if stocks[index] is not None:
                    stocks[index] = float(ENDLESS)
        return stocks

    def _verdicts(self, items: Sequence[Item], columns: Sequence[Sequence[str]], numbers: _Numbers) -> Verdicts:
        verdicts = Verdicts.none_yet(len(items))
        for number, rule in self._layout.skip_rules:
            verdicts.give(matching(rule, columns[number]), rule.reason)
        verdicts.give(
            [i for i, item in enumerate(items) if "+" in item.item_id and is_rounded(item.item_id)],
            CellFault(ITEM_ID, rounded=True),
        )
        verdicts.unreadable(PRICE, numbers.prices)
        verdicts.give([i for i, price in enumerate(numbers.prices) if isinstance(price, float) and price < 0], CellFault(PRICE))
        verdicts.unreadable(STOCK, numbers.stocks)
        return verdicts


@dataclass(frozen=True)
class _Numbers:
    """The number columns of a block, wrong cells still marked as such."""

    prices: list[Number]
    stocks: list[Number]


def _keyed_tags(text: str) -> tuple[str, ...]:
    """Return the values of "colour=Red,size=XL|XXL" that are words."""
    return tuple(tag for tag in split_tags(_KEY.sub("", text)) if not _NO_TAG.fullmatch(tag))


def _sum(numbers: Sequence[Number]) -> Number:
    """Return the sum of those numbers that are known; UNREADABLE where one cell is."""
    known = [number for number in numbers if isinstance(number, float)]
    if UNREADABLE in numbers:
        return UNREADABLE
    return sum(known) if known else None
