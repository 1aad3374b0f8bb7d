"""What the tests of the store build shops from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TypeVar

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.database import Database
from recsys_desktop.store.merge_counts import MergeCounts
from recsys_desktop.store.staging import Staging

Result = TypeVar("Result")


def item(item_id: str, title: str = "", **fields: object) -> Item:
    return Item(ItemId(item_id), title, **fields)  # type: ignore[arg-type]  # the fields are those of Item


def event(
    user_id: str,
    item_id: str,
    time: int | None = None,
    kind: Kind = Kind.PURCHASE,
    *,
    value: float | None = None,
    quantity: float = 1.0,
    order_id: str = "",
) -> Interaction:
    return Interaction(UserId(user_id), ItemId(item_id), kind, value, quantity, time, order_id)


#: A small shop: two products, the behaviour of two customers, and a product that only behaviour names.
ITEMS = [
    item(
        "01",
        "Red mug",
        description="Holds tea",
        category="Kitchen",
        tags=("red", "mug"),
        brand="Acme",
        price=4.5,
        currency="EUR",
        stock=7,
    ),
    item("02", "Lantern"),
]
EVENTS = [
    event("007", "01", 100, order_id="A", quantity=2.0),
    event("007", "03", 200, order_id="B"),
    event("8", "01", 150, Kind.RATING, value=4.0),
    event("8", "02", None, Kind.VIEW),
]


def take_in(
    database: Database, items: Iterable[Item] = (), events: Iterable[Interaction] = (), progress: Progress | None = None
) -> MergeCounts:
    """Import rows as one file."""
    with Staging(database) as staging:
        staging.add_items(list(items))
        staging.add_interactions(list(events))
        return staging.merge(progress or Progress())


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return what an import may change, without the numbers SQLite gives to rows."""
    return {
        "items": sorted(database.read("SELECT item_id, title, description, category, tags, brand, price, stock FROM items")),
        "users": sorted(database.read("SELECT user_id, last_time FROM users")),
        "interactions": sorted(
            database.read(
                "SELECT user_id, item_id, kind, value, quantity, time, order_id FROM interactions "
                "JOIN users ON users.key = user JOIN items ON items.key = item"
            ),
            key=repr,
        ),
        "made_up": sorted(database.read("SELECT item_id FROM items WHERE made_up")),
        "names": sorted(database.read("SELECT name, item_id FROM item_names JOIN items ON items.key = item")),
        "alternatives": sorted(database.read("SELECT item_id, place, name FROM item_alternatives JOIN items ON items.key = item")),
        "changes": database.read("SELECT topic, count FROM changes ORDER BY topic"),
        "imports": database.read("SELECT files, counts FROM imports ORDER BY id"),
    }


#: Tables that an undo puts back to the byte; counters, the history and what the undo itself needs are not among them.
DATA_TABLES = ("items", "users", "interactions", "feedback", "item_names", "item_alternatives", "vectors", "sentences")


def rows_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of the shop's data with SQLite's own numbers, written so that 1 and 1.0 are told apart."""
    return {table: [tuple(map(repr, row)) for row in database.read(f"SELECT * FROM {table} ORDER BY 1")] for table in DATA_TABLES}


def on_another_thread(work: Callable[[], Result]) -> Result:
    """Return what the work returns on a thread of its own."""
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def opened(path: Path) -> closing[Database]:
    """Open a store that is closed at the end of the block."""
    return closing(Database(path))


def attached(database: Database) -> list[str]:
    """Return the names of the databases of this thread's connection."""
    return [row[1] for row in database.read("PRAGMA database_list")]
