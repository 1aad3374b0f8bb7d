"""How prices and stocks changed: what is cheaper than before, and what can be bought again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlite_utils

from recsys_desktop.domain.columns import PRICE, STOCK, ItemId
from recsys_desktop.store.database import Database

#: A stock counts only where it comes to an end or begins again: each sale would be a row otherwise. An uncounted one is there.
_DIFFERS = "({price} IS NOT old.price OR (coalesce({stock}, 1) > 0) != (coalesce(old.stock, 1) > 0))"
_NOTE = "INSERT INTO main.item_changes (item, time, price_before, price_after, stock_before, stock_after)"
#: Of several changes of a product within the days asked for, the first tells what was before.
_SINCE = (
    "SELECT items.item_id, latest, first.{name}_before FROM"
    " (SELECT item, min(id) AS id, max(time) AS latest FROM item_changes WHERE time >= ? AND {happened} GROUP BY item) AS span"
    " JOIN item_changes first ON first.id = span.id JOIN items ON items.key = span.item"
    " WHERE {stands} ORDER BY latest DESC, items.item_id"
)


@dataclass(frozen=True)
class BackInStock:
    """A product that was sold out and can be bought now."""

    item_id: ItemId
    time: int  # seconds UTC at which the shop learnt of it


@dataclass(frozen=True)
class PriceDrop:
    """A product that costs less now than it did."""

    item_id: ItemId
    time: int
    price_before: float


class ItemChanges:
    """Reads what the merge of imports and changes by hand wrote down."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def back_in_stock(self, since: int) -> list[BackInStock]:
        """Return what was sold out, came back at ``since`` (seconds UTC) or later, and is still there; the latest first."""
        rows = self._database.read(
            _SINCE.format(
                name="stock",
                happened="stock_before <= 0 AND coalesce(stock_after, 1) > 0",
                stands="coalesce(items.stock, 1) > 0",
            ),
            (since,),
        )
        return [BackInStock(item_id, time) for item_id, time, _ in rows]

    def price_drops(self, since: int) -> list[PriceDrop]:
        """Return what costs less than before its first change of price at ``since`` or later; the latest first.

        What is sold out is left out.
        """
        rows = self._database.read(
            _SINCE.format(
                name="price",
                happened="price_before IS NOT NULL AND price_after IS NOT NULL AND price_after != price_before",
                stands="items.price < first.price_before AND coalesce(items.stock, 1) > 0",
            ),
            (since,),
        )
        return [PriceDrop(item_id, time, before) for item_id, time, before in rows]

    def count(self) -> int:
        """Return the number of changes written down."""
        return int(self._database.read("SELECT count(*) FROM item_changes")[0][0])


def note_merged(db: sqlite_utils.Database, table: str, values: dict[str, str], time: int) -> None:
    """Write down what the products of ``staged.matched`` are about to become; ``values`` is the SQL of their new fields."""
    price, stock = values[PRICE], values[STOCK]
    db.execute(
        f"{_NOTE} SELECT old.key, ?, old.price, {price}, old.stock, {stock} FROM staged.matched"
        f" CROSS JOIN staged.{table} new ON new.rowid = place CROSS JOIN main.items old ON old.key = matched.key"
        f" WHERE written AND NOT old.made_up AND {_DIFFERS.format(price=price, stock=stock)}",
        (time,),
    )


def note_typed(db: sqlite_utils.Database, rows: Sequence[tuple[ItemId, float | None, int | None]], time: int) -> None:
    """Write down what products changed by hand are about to become: (id, price, stock)."""
    differs = _DIFFERS.format(price=":price", stock=":stock")
    db.conn.executemany(
        f"{_NOTE} SELECT old.key, :time, old.price, :price, old.stock, :stock FROM main.items old"
        f" WHERE old.item_id = :item_id AND NOT old.made_up AND {differs}",
        [{"item_id": item_id, "price": price, "stock": stock, "time": time} for item_id, price, stock in rows],
    )


def highest(db: sqlite_utils.Database) -> int:
    """Return the number of the last change."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM main.item_changes").fetchone()[0])


def belong(db: sqlite_utils.Database, above: int, number: int) -> None:
    """Say that the changes after ``above`` came with the import ``number``, unless that is 0: no noted one."""
    if number:
        db.execute("UPDATE main.item_changes SET import = ? WHERE id > ?", (number, above))


def forget_import(db: sqlite_utils.Database, number: int) -> None:
    """Remove the changes that came with an import: it is taken back."""
    db.execute("DELETE FROM main.item_changes WHERE import = ?", (number,))
