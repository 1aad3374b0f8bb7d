"""The items of the shop."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import BRAND, CATEGORY, CURRENCY, ITEM_COLUMNS, ItemId, ItemKey
from recsys_desktop.domain.entities import Int64Array, Item
from recsys_desktop.store.changes import Topic, changes, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.imports import note_edited
from recsys_desktop.store.item_changes import note_typed
from recsys_desktop.store.item_rows import ITEM_FIELDS, ITEM_MARKS, item_of, row_of
from recsys_desktop.store.like import containing

#: Items read by one query of :meth:`Catalogue.iterate`: no reading is left open while its user works.
_AT_ONCE = 5_000
_SEARCHED = ("title", "item_id", "category", "brand", "tags")
#: Columns whose values recur, so that the next product may be given one of them.
_RECURRING = (CATEGORY, BRAND, CURRENCY)


@dataclass(frozen=True)
class RuleColumns:
    """All n items in the order of their keys; NaN for a price that is not known and a stock that is not counted."""

    keys: Int64Array
    ids: Sequence[ItemId]
    categories: Sequence[str]
    brands: Sequence[str]
    prices: NDArray[np.float64]
    stocks: NDArray[np.float64]


class Catalogue:
    """Reads items, and writes the few that are typed in by hand; files come in through the staging area."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Return the number of items."""
        return int(self._database.read("SELECT count(*) FROM items")[0][0])

    def get(self, item_id: ItemId) -> Item | None:
        """Return one item, or None."""
        found = self.get_many([item_id])
        return found[0] if found else None

    def get_many(self, item_ids: Sequence[ItemId]) -> list[Item]:
        """Return the items of these ids in their order; unknown ids are passed over."""
        rows = self._database.read(
            f"SELECT {ITEM_FIELDS} FROM items WHERE item_id IN (SELECT value FROM json_each(?))", (json.dumps(list(item_ids)),)
        )
        found = {row[0]: item_of(row) for row in rows}
        return [found[item_id] for item_id in item_ids if item_id in found]

    def page(self, search: str, limit: int, after: tuple[str, ItemId] | None = None) -> list[Item]:
        """Return up to ``limit`` items ordered by (title, id) in which every word of ``search`` occurs.

        Words are looked for in title, id, category, brand and tags. ``after`` is ``(title, item_id)`` of the last item of the page
        before, None for the first page.
        """
        words = search.split()
        anywhere = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in _SEARCHED)
        conditions = [f"({anywhere})"] * len(words)
        parameters: list[object] = [containing(word) for word in words for _ in _SEARCHED]
        if after is not None:
            conditions.append("(title, item_id) > (? COLLATE NOCASE, ?)")  # written so, SQLite seeks in the index
            parameters += after
        # A search that finds little would look up every row in the order of the index: five times slower than reading through.
        source = "items NOT INDEXED" if words else "items"
        rows = self._database.read(
            f"SELECT {ITEM_FIELDS} FROM {source} WHERE {' AND '.join(conditions) or 'true'} "
            "ORDER BY title COLLATE NOCASE, item_id LIMIT ?",
            (*parameters, limit),
        )
        return [item_of(row) for row in rows]

    def keys(self) -> tuple[Int64Array, list[ItemId]]:
        """Return all keys (n,), ascending, and the n ids in that order."""
        rows = self._database.read("SELECT key, item_id FROM items ORDER BY key")
        return np.array([key for key, _ in rows], np.int64), [item_id for _, item_id in rows]

    def rule_columns(self) -> RuleColumns:
        """Return what rules ask of all items. 100,000 items take a fifth of a second."""
        rows = self._database.read("SELECT key, item_id, category, brand, price, stock FROM items ORDER BY key")
        keys, ids, categories, brands, prices, stocks = zip(*rows, strict=True) if rows else ((),) * 6
        return RuleColumns(
            np.array(keys, np.int64), ids, categories, brands, np.array(prices, np.float64), np.array(stocks, np.float64)
        )

    def iterate(self) -> Iterator[tuple[ItemKey, Item]]:
        """Yield all items ordered by key."""
        last = 0
        while rows := self._database.read(
            f"SELECT key, {ITEM_FIELDS} FROM items WHERE key > ? ORDER BY key LIMIT {_AT_ONCE}", (last,)
        ):
            for key, *row in rows:
                yield key, item_of(row)
            last = rows[-1][0]

    def key_of(self, item_id: ItemId) -> ItemKey | None:
        """Return the key of an item, or None."""
        rows = self._database.read("SELECT key FROM items WHERE item_id = ?", (item_id,))
        return rows[0][0] if rows else None

    def titles(self, keys: Int64Array) -> list[str]:
        """Return the titles of these keys (m,) in their order; "" for an unknown key."""
        wanted = keys.tolist()
        rows = self._database.read(
            "SELECT key, title FROM items WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(wanted),)
        )
        found = dict(rows)
        return [found.get(key, "") for key in wanted]

    def upsert(self, items: Iterable[Item]) -> None:
        """Add items, or replace those of the same id in all their fields."""
        items = list(items)
        replaced = ", ".join(f"{column} = excluded.{column}" for column in ITEM_COLUMNS[1:])
        rows = [row_of(item) for item in items]
        with self._database.atomic() as db:
            note_typed(db, [(item.item_id, item.price, item.stock) for item in items], int(time.time()))
            db.conn.executemany(
                f"INSERT INTO items ({ITEM_FIELDS}) VALUES ({ITEM_MARKS})"
                f" ON CONFLICT (item_id) DO UPDATE SET {replaced}, made_up = 0",
                rows,
            )
            note_edited(db, [str(row[0]) for row in rows])
            count_change(db, Topic.ITEMS)

    def common_values(self, column: str, limit: int) -> list[str]:
        """Return up to ``limit`` values of "category", "brand" or "currency", the most frequent first, equally frequent by name.

        Raises: ValueError for another column.
        """
        if column not in _RECURRING:
            raise ValueError(column)
        rows = self._database.read(
            f"SELECT {column} FROM items WHERE {column} != '' GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT ?", (limit,)
        )
        return [row[0] for row in rows]

    def counted_values(self, column: str) -> list[tuple[str, int]]:
        """Return every value of "category", "brand" or "currency" with the number of items that have it, by name.

        Raises: ValueError for another column.
        """
        if column not in _RECURRING:
            raise ValueError(column)
        rows = self._database.read(f"SELECT {column}, count(*) FROM items WHERE {column} != '' GROUP BY {column} ORDER BY {column}")
        return [(row[0], int(row[1])) for row in rows]

    def is_used(self, item_id: ItemId) -> bool:
        """Return whether any behaviour or answer names the item."""
        named = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE item = items.key)" for table in ("interactions", "feedback"))
        return bool(self._database.read(f"SELECT 1 FROM items WHERE item_id = ? AND ({named})", (item_id,)))

    def remove(self, item_id: ItemId) -> None:
        """Delete an item and its vectors. Its key may be given to the next item. Nothing happens where there is no such item.

        Raises: ValueError where behaviour or an answer names the item: those are never deleted with it.
        """
        with self._database.atomic() as db:
            if self.is_used(item_id):
                raise ValueError(item_id)
            note_edited(db, [item_id])
            db.execute("DELETE FROM items WHERE item_id = ?", (item_id,))
            count_change(db, Topic.ITEMS)

    def signature(self) -> str:
        """Return a text that changes whenever the catalogue does."""
        return str(changes(self._database, Topic.ITEMS))
