"""What users did: append-only behaviour from the shop's files."""

from __future__ import annotations

from collections.abc import Iterable

from recsys_desktop.domain.columns import ItemId, UserId, UserKey
from recsys_desktop.domain.entities import NO_TIME, Interaction, InteractionArrays, Kind
from recsys_desktop.store.arrays import read_interactions
from recsys_desktop.store.changes import bump, count
from recsys_desktop.store.database import Database


class Interactions:
    """Reads behaviour; files come in through the staging area."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Return the number of interactions."""
        return int(self._database.connection.conn.execute("SELECT count(*) FROM interactions").fetchone()[0])

    def of_user(self, user_id: UserId) -> list[Interaction]:
        """Return what a user did, newest first, things without a time last."""
        rows = self._database.connection.conn.execute(
            "SELECT u.user_id, i.item_id, x.kind, x.value, x.quantity, x.time, x.order_id FROM interactions x "
            "JOIN users u ON u.key = x.user JOIN items i ON i.key = x.item WHERE u.user_id = ? ORDER BY x.time DESC, x.id DESC",
            (user_id,),
        )
        return [
            Interaction(UserId(user), ItemId(item), Kind(kind), value, quantity, None if time == NO_TIME else time, order)
            for user, item, kind, value, quantity, time, order in rows
        ]

    def load(self, user_key: UserKey | None = None) -> InteractionArrays:
        """Return all behaviour, or one user's, as arrays ordered by (user, time, id)."""
        where, values = ("WHERE user = ?", (user_key,)) if user_key is not None else ("", ())
        return read_interactions(
            self._database.connection.conn.execute(
                f"SELECT user, item, kind, value, quantity, time FROM interactions {where} ORDER BY user, time, id", values
            )
        )

    def add_many(self, interactions: Iterable[Interaction]) -> None:
        """Add behaviour of known users and items; what is there already stays as it is."""
        with self._database.atomic() as db:
            for one in interactions:
                db.conn.execute(
                    "INSERT INTO interactions (user, item, kind, value, quantity, time, order_id) "
                    "SELECT u.key, i.key, ?, ?, ?, ?, ? FROM users u, items i WHERE u.user_id = ? AND i.item_id = ? "
                    "ON CONFLICT DO NOTHING",
                    (
                        int(one.kind), one.value, one.quantity, NO_TIME if one.time is None else one.time, one.order_id,
                        one.user_id, one.item_id,
                    ),
                )  # fmt: skip
            db.conn.execute(
                "UPDATE users SET last_time = coalesce((SELECT max(time) FROM interactions WHERE user = users.key), -1)"
            )
            bump(db, "interactions")

    def last_time(self) -> int | None:
        """Return the newest time in seconds UTC, or None where no behaviour has one."""
        newest = self._database.connection.conn.execute("SELECT max(last_time) FROM users").fetchone()[0]
        return None if newest is None or newest == NO_TIME else int(newest)

    def signature(self) -> str:
        """Return a text that changes whenever the behaviour does."""
        return str(count(self._database.connection, "interactions"))
