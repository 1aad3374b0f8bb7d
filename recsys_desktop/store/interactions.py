"""What users did: append-only behaviour from the shop's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recsys_desktop.domain.columns import ItemId, UserId, UserKey
from recsys_desktop.domain.entities import NO_TIME, Int64Array, Interaction, InteractionArrays, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.arrays import interaction_arrays, order_arrays
from recsys_desktop.store.changes import Topic, changes
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained
from recsys_desktop.store.staging import Staging

#: Rows read by one query of :meth:`Interactions.iterate`: no reading is left open while its user works.
_AT_ONCE = 10_000


class Interactions:
    """Reads behaviour; files come in through the staging area."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._newest: tuple[str, int | None] | None = None  # signature and last time then

    def count(self) -> int:
        """Return the number of interactions."""
        return int(self._database.read("SELECT count(*) FROM interactions")[0][0])

    def of_user(self, user_id: UserId) -> list[Interaction]:
        """Return what a user did, newest first, things without a time last."""
        rows = self._database.read(
            "SELECT items.item_id, kind, value, quantity, time, order_id FROM interactions"
            " JOIN users ON users.key = user JOIN items ON items.key = item"
            " WHERE users.user_id = ? ORDER BY time DESC, interactions.id DESC",
            (user_id,),
        )
        return [
            Interaction(user_id, ItemId(item), Kind(kind), value, quantity, None if time == NO_TIME else time, order)
            for item, kind, value, quantity, time, order in rows
        ]

    def iterate(self) -> Iterator[Interaction]:
        """Yield all behaviour in the order in which it came in."""
        last = 0
        while rows := self._database.read(
            "SELECT interactions.id, users.user_id, items.item_id, kind, value, quantity, time, order_id FROM interactions"
            " JOIN users ON users.key = user JOIN items ON items.key = item"
            f" WHERE interactions.id > ? ORDER BY interactions.id LIMIT {_AT_ONCE}",
            (last,),
        ):
            for _, user, item, kind, value, quantity, time, order in rows:
                yield Interaction(user, item, Kind(kind), value, quantity, None if time == NO_TIME else time, order)
            last = rows[-1][0]

    def load(self, user_key: UserKey | None = None) -> InteractionArrays:
        """Return all behaviour, or one user's, as arrays ordered by (user, time, id)."""
        connection = self._database.connection.conn
        query = "SELECT user, item, kind, value, quantity, time FROM interactions"
        with explained(self._database.path):
            if user_key is None:
                return interaction_arrays(connection.execute(f"{query} ORDER BY id"))
            return interaction_arrays(connection.execute(f"{query} WHERE user = ? ORDER BY id", (user_key,)))

    def load_with_orders(self) -> tuple[InteractionArrays, Int64Array]:
        """Return all behaviour ordered by (user, time, id), and for each event (m,) the number of its order, 0 where it has none.

        Equal numbers are equal order ids; the numbers themselves mean nothing.
        """
        connection = self._database.connection.conn
        numbers: dict[str, int] = {"": 0}
        query = "SELECT user, item, kind, value, quantity, time, order_id FROM interactions ORDER BY id"
        with explained(self._database.path):
            rows = ((*row, numbers.setdefault(order, len(numbers))) for *row, order in connection.execute(query))
            return order_arrays(rows)

    def add_many(self, interactions: Iterable[Interaction]) -> None:
        """Add behaviour by the rules of an import; users and items that are not there yet are created."""
        with Staging(self._database) as staging:
            staging.add_interactions(list(interactions))
            staging.merge(Progress())

    def by_kind(self) -> dict[Kind, tuple[int, int | None, int | None]]:
        """Return how many there are of each kind that occurs, and their first and last time in seconds UTC, None without times.

        A million rows are looked through in SQLite (some 0.2 s): a tenth of loading them.
        """
        rows = self._database.read(
            "SELECT kind, count(*), min(CASE WHEN time != ? THEN time END), max(CASE WHEN time != ? THEN time END)"
            " FROM interactions GROUP BY kind ORDER BY kind",
            (NO_TIME, NO_TIME),
        )
        return {Kind(kind): (count, first, last) for kind, count, first, last in rows}

    def last_time(self) -> int | None:
        """Return the newest time in seconds UTC, or None where no behaviour has one.

        A million rows are looked through (some 50 ms) only once for as long as none of them changes.
        """
        signature = self.signature()
        known = self._newest
        if known is None or known[0] != signature:
            newest = self._database.read("SELECT max(time) FROM interactions")[0][0]
            known = self._newest = (signature, None if newest in (None, NO_TIME) else int(newest))
        return known[1]

    def signature(self) -> str:
        """Return a text that changes whenever the behaviour does."""
        return str(changes(self._database, Topic.INTERACTIONS))
