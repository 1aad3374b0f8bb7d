"""The items of the shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from recsys_desktop.domain.columns import ItemId, ItemKey
from recsys_desktop.domain.entities import Int64Array, Item
from recsys_desktop.store.database import Database
from recsys_desktop.store.like import escaped

COLUMNS = "item_id, title, description, category, tags, brand, price, currency, stock, url, image"
#: Separates tags in their column; no file can hold it inside a tag, as the importer drops control characters.
TAG_SEPARATOR = "\x1f"
_AT_ONCE = 500

ItemRow = tuple[str, str, str, str, str, str, float | None, str, int | None, str, str]


class Catalogue:
    """Reads items, and writes the few that are typed in by hand; files come in through the staging area."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Return the number of items."""
        return int(self._database.connection.conn.execute("SELECT count(*) FROM items").fetchone()[0])

    def get(self, item_id: ItemId) -> Item | None:
        """Return one item, or None."""
        found = self.get_many([item_id])
        return found[0] if found else None

    def get_many(self, item_ids: Sequence[ItemId]) -> list[Item]:
        """Return the items of these ids in their order; unknown ids are passed over."""
        found: dict[str, Item] = {}
        for start in range(0, len(item_ids), _AT_ONCE):
            chunk = item_ids[start : start + _AT_ONCE]
            marks = ",".join("?" * len(chunk))
            rows = self._database.connection.conn.execute(f"SELECT {COLUMNS} FROM items WHERE item_id IN ({marks})", chunk)
            found.update((row[0], item_of(row)) for row in rows)
        return [found[item_id] for item_id in item_ids if item_id in found]

    def page(self, search: str, limit: int, after: tuple[str, int] | None = None) -> list[tuple[ItemKey, Item]]:
        """Return up to ``limit`` items ordered by title, that contain ``search`` in title, id or category.

        ``after`` is (title, key) of the last item of the page before, None for the first page.
        """
        where: list[str] = []
        values: list[str | int] = []
        if search:
            where.append("(title LIKE ? ESCAPE '\\' OR item_id LIKE ? ESCAPE '\\' OR category LIKE ? ESCAPE '\\')")
            values += [f"%{escaped(search)}%"] * 3
        if after is not None:
            where.append("(title COLLATE NOCASE, key) > (?, ?)")
            values += list(after)
        condition = f"WHERE {' AND '.join(where)}" if where else ""
        rows = self._database.connection.conn.execute(
            f"SELECT key, {COLUMNS} FROM items {condition} ORDER BY title COLLATE NOCASE, key LIMIT ?", (*values, limit)
        )
        return [(ItemKey(row[0]), item_of(row[1:])) for row in rows]

    def keys(self) -> tuple[Int64Array, list[ItemId]]:
        """Return all keys (n,), ascending, and the n ids in that order."""
        rows = self._database.connection.conn.execute("SELECT key, item_id FROM items ORDER BY key").fetchall()
        return np.array([row[0] for row in rows], np.int64), [ItemId(row[1]) for row in rows]

    def iterate(self) -> Iterator[tuple[ItemKey, Item]]:
        """Yield all items ordered by key."""
        for row in self._database.connection.conn.execute(f"SELECT key, {COLUMNS} FROM items ORDER BY key"):
            yield ItemKey(row[0]), item_of(row[1:])

    def key_of(self, item_id: ItemId) -> ItemKey | None:
        """Return the key of an item, or None."""
        row = self._database.connection.conn.execute("SELECT key FROM items WHERE item_id = ?", (item_id,)).fetchone()
        return None if row is None else ItemKey(row[0])

    def titles(self, keys: Int64Array) -> list[str]:
        """Return the titles of these keys (m,) in their order; "" for an unknown key."""
        found: dict[int, str] = {}
        wanted = keys.tolist()
        for start in range(0, len(wanted), _AT_ONCE):
            chunk = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(chunk))
            found.update(self._database.connection.conn.execute(f"SELECT key, title FROM items WHERE key IN ({marks})", chunk))
        return [found.get(key, "") for key in wanted]

    def upsert(self, items: Iterable[Item]) -> None:
        """Add items or replace those of the same id."""
        marks = ", ".join("?" * 11)
        update = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ")[1:])
        with self._database.atomic() as db:
            db.conn.executemany(
                f"INSERT INTO items ({COLUMNS}) VALUES ({marks}) ON CONFLICT (item_id) DO UPDATE SET {update}",
                (row_of(item) for item in items),
            )


def item_of(row: Sequence[object]) -> Item:
    """Return the item of a row in the order of :data:`COLUMNS`."""
    item_id, title, description, category, tags, brand, price, currency, stock, url, image = row
    return Item(
        ItemId(str(item_id)),
        str(title),
        str(description),
        str(category),
        tuple(str(tags).split(TAG_SEPARATOR)) if tags else (),
        str(brand),
        price if isinstance(price, float) else None,
        str(currency),
        stock if isinstance(stock, int) else None,
        str(url),
        str(image),
    )


def row_of(item: Item) -> ItemRow:
    """Return the row of an item in the order of :data:`COLUMNS`."""
    return (
        item.item_id, item.title, item.description, item.category, TAG_SEPARATOR.join(item.tags), item.brand, item.price,
        item.currency, item.stock, item.url, item.image,
    )  # fmt: skip
