"""A small shop file of every schema that was ever released, so that each can still be opened.

When a step is added to the migrations, write the new file and commit it with the step::

    python -m tests.store.schema_samples

Files of older schemas are never written again: no program that writes them is left.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import CurvePoint, FeedbackKind, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.migrations import SCHEMA_VERSION
from recsys_desktop.store.model_versions import ModelVersions
from recsys_desktop.store.runs import Runs
from recsys_desktop.store.shop_settings import ShopSettings
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.vectors import Vectors
from tests.store.shops import event

FOLDER = Path(__file__).parent / "data" / "schema"
ITEMS = (
    Item(
        ItemId("01234"),
        "Glass lantern",
        "Für eine Kerze",
        "Home > Lanterns",
        ("glass", "vintage"),
        "Acme",
        12.5,
        "EUR",
        3,
        "u",
        "i",
    ),
    Item(ItemId("12345678901234567890"), "红灯笼"),
)
EVENTS = (
    event("017850", "01234", 1_600_000_000, quantity=2.0, order_id="A-1"),
    event("017850", "12345678901234567890", None, Kind.VIEW),
    event("客户", "01234", 1_500_000_000, Kind.RATING, value=4.5),
)
VECTORS = np.array([[0.25, -1.0, 3.0], [1.0, 2.0, 0.125]], np.float32)


def sample(version: int) -> Path:
    """Return the path of the sample of a schema."""
    return FOLDER / f"v{version:03d}.db"


def fill(database: Database) -> None:
    """Put something into every table."""
    with Staging(database) as staging:
        staging.add_items(ITEMS)
        staging.add_interactions(EVENTS)
        staging.add_names([("L-1", ITEMS[0].item_id)])
        staging.merge(Progress(), ["products.csv", "orders.csv"])
    log = FeedbackLog(database)
    log.append(UserId("017850"), ItemId("01234"), FeedbackKind.RATING, 5.0, 1_700_000_000, 1)
    log.append(UserId("客户"), ItemId("01234"), FeedbackKind.NEVER_SHOW, None, 1_700_000_001, 1)
    log.retract(2, 1_700_000_002)
    ModelVersions(database).add("second", "models/2", 1, {"ndcg@10": 0.25})
    ModelVersions(database).activate(2)
    Vectors(database).put_many(2, np.array([1, 2], np.int64), ["h1", "h2"], VECTORS)
    Vectors(database).put_sentences(1, np.array([2], np.int64), ["s2"], VECTORS[:1])
    Runs(database).start("train", {"epochs": 1}, 7)
    Runs(database).add_points(1, [CurvePoint("loss", 1, 0.5)])
    Runs(database).finish(1, {"kept": True}, 2)
    ShopSettings(database).set(SHOP_NAME, "店铺")
    ShopSettings(database).set_json("item_space", {"folder": "spaces/a"})


def write(target: Path) -> None:
    """Write the sample of today's schema, in small pages and without a log beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        with closing(Database(path)) as database:
            fill(database)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 1024", "VACUUM"):
                connection.execute(statement)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    if sample(SCHEMA_VERSION).exists():
        sys.exit(f"{sample(SCHEMA_VERSION)} is there already. Delete it first if its schema was never released.")
    write(sample(SCHEMA_VERSION))
