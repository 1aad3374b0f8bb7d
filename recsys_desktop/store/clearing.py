"""Taking many products and customers out of a shop at once, and starting over where nothing is left."""

from __future__ import annotations

import json
from collections.abc import Collection

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.journal import forget
from recsys_desktop.store.model_versions import BUNDLED

#: What is learnt from a shop and means nothing without it, and what belongs to none of its rows.
_LEARNT = ("sentences", "vectors", "runs", "showings")


def take_out(database: Database, item_ids: Collection[ItemId], user_ids: Collection[UserId]) -> None:
    """Remove products and customers by their ids, with all that hangs on them, in one transaction. Ids not there are passed over.

    The last import can then no longer be taken back. Where no product is left, what was learnt and all rules go too.
    """
    with database.atomic() as db:
        forget(db)
        db.execute("DELETE FROM items WHERE item_id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(item_ids)),))
        db.execute("DELETE FROM users WHERE user_id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(user_ids)),))
        if not db.execute("SELECT 1 FROM items LIMIT 1").fetchall():
            for table in _LEARNT:
                db.execute(f"DELETE FROM {table}")
            db.execute("UPDATE scenarios SET rules = '{}'")
            db.execute("UPDATE model_versions SET active = 0 WHERE active = 1")
            db.execute("UPDATE model_versions SET active = 1 WHERE number = ?", (BUNDLED,))
            db.execute("DELETE FROM model_versions WHERE number != ?", (BUNDLED,))
        for topic in Topic:
            count_change(db, topic)
