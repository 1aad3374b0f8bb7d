"""Prices below the regular one: those valid today lower what a product costs."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from recsys_desktop.ingest.cleaning.caching import CellCache, UnreadableValue
from recsys_desktop.ingest.cleaning.dates import DateReader
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.platforms.entry import SalePrice, all_names

Number = float | None | UnreadableValue
_DAY = 86_400
_NO = re.compile(r"\s*(no?|false|0)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class _Columns:
    """Where one kind of sale price stands; None where the file has no such column."""

    price: int | None
    amount: int | None
    percent: int | None
    mode: int | None
    when: int | None
    starts: int | None
    ends: int | None


class SalePrices:
    """Lowers the prices of one file's rows by the sale prices that are valid at ``now`` (seconds since 1970 UTC)."""

    def __init__(self, layout: Layout, now: float | None = None) -> None:
        conventions = layout.plan.conventions
        self._now = time.time() if now is None else now
        self._numbers: CellCache[Number] = CellCache(lambda text: parse_number(text.strip().rstrip("%"), conventions.decimal_comma))
        self._dates = CellCache(DateReader(conventions.day_first).parse)
        sales = [_columns(sale, layout) for sale in (layout.platform.sale if layout.platform else ())]
        self._sales = [sale for sale in sales if (sale.price, sale.amount, sale.percent) != (None, None, None)]

    def lower(self, prices: list[Number], columns: Sequence[Sequence[str]]) -> list[Number]:
        """Return the prices with those on sale lowered; an unreadable sale price is none."""
        for sale in self._sales:
            prices = [self._lowered(price, index, sale, columns) for index, price in enumerate(prices)]
        return prices

    def _lowered(self, price: Number, index: int, sale: _Columns, columns: Sequence[Sequence[str]]) -> Number:
        def number(column: int | None) -> float | None:
            value = self._numbers[columns[column][index]] if column is not None else None
            return value if isinstance(value, float) and value > 0 else None

        if not (price is None or isinstance(price, float)) or not self._valid(index, sale, columns):
            return price
        lower = number(sale.price)
        if lower is not None:
            return min(price, lower) if price is not None else lower
        amount, percent = number(sale.amount), number(sale.percent)
        if sale.mode is not None and columns[sale.mode][index].strip().upper() == "PERCENT":
            amount, percent = None, amount
        if price is None or (amount is None and percent is None):
            return price
        return round(max(0.0, price - (amount or 0.0) - price * (percent or 0.0) / 100), 2)

    def _valid(self, index: int, sale: _Columns, columns: Sequence[Sequence[str]]) -> bool:
        """Return whether today lies in the sale; its last day counts, and a date that cannot be read binds nothing."""
        if sale.when is not None and _NO.fullmatch(columns[sale.when][index]):
            return False
        starts = self._dates[columns[sale.starts][index]] if sale.starts is not None else None
        ends = self._dates[columns[sale.ends][index]] if sale.ends is not None else None
        return (not isinstance(starts, int) or starts <= self._now) and (not isinstance(ends, int) or self._now < ends + _DAY)


def _columns(sale: SalePrice, layout: Layout) -> _Columns:
    columns = (sale.price, sale.amount, sale.percent, sale.mode, sale.when, sale.starts, sale.ends)
    return _Columns(*(next(iter(layout.numbers_of(all_names(column))), None) for column in columns))
