"""Which lists were shown to whom: what was seen and ignored is something else than what was never seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import sqlite_utils

from recsys_desktop.domain.columns import ItemId, ItemKey, UserId, UserKey
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.store.database import Database

#: Where a list is shown: to staff in the window, or to the customer in something that was handed out.
Channel = Literal["window", "mailing"]

#: Customers, each with a list of (item, rank from 1).
Lists = Iterable[tuple[UserId, Sequence[tuple[ItemId, int]]]]

#: Shown on so many days, and nothing followed: then it counts as ignored. Once or twice is easily overlooked.
IGNORED_AFTER = 3
#: A mailing to 100,000 customers is a million rows. Older ones than these no longer shape anything.
_MAILINGS_KEPT = 12

_LATEST = (
    "SELECT showing FROM impressions JOIN showings ON showings.id = showing"
    " WHERE user = :user AND (:channel IS NULL OR channel = :channel) AND (:before IS NULL OR time < :before)"
    " GROUP BY showing ORDER BY showing DESC LIMIT :lists"
)
_LATEST_OF_ALL = (
    "SELECT user, item FROM (SELECT user, item, dense_rank() OVER (PARTITION BY user ORDER BY showing DESC) AS age"
    " FROM impressions JOIN showings ON showings.id = showing"
    " WHERE (:channel IS NULL OR channel = :channel) AND (:before IS NULL OR time < :before))"
    " WHERE age <= :lists ORDER BY user, item"
)
_FOLLOWED = (
    "EXISTS (SELECT 1 FROM interactions AS i WHERE i.user = seen.user AND i.item = seen.item AND i.time >= seen.first)"
    " OR EXISTS (SELECT 1 FROM feedback AS f WHERE f.user = seen.user AND f.item = seen.item AND f.time >= seen.first"
    " AND NOT EXISTS (SELECT 1 FROM feedback AS undo WHERE undo.retracts = f.id))"
)
_SEEN = (
    f"SELECT items.item_id, items.title, shown, first, last, best, {_FOLLOWED}"
    " FROM (SELECT user, item, count(DISTINCT time / 86400) AS shown, min(time) AS first, max(time) AS last, min(rank) AS best"
    " FROM impressions JOIN showings ON showings.id = showing"
    " WHERE user = (SELECT key FROM users WHERE user_id = ?) GROUP BY item) AS seen"
    " JOIN items ON items.key = seen.item ORDER BY last DESC, shown DESC, best, items.item_id"
)

_FORGET = (
    "DELETE FROM showings WHERE channel = 'mailing' AND id NOT IN"
    " (SELECT id FROM showings WHERE channel = 'mailing' ORDER BY id DESC LIMIT ?)"
)


@dataclass(frozen=True)
class Shown:
    """How often a product stood on a customer's lists, and whether the customer or staff did anything with it since."""

    item_id: ItemId
    title: str
    days: int  # (UTC) on which it was shown, at least 1: a list made anew at every click is shown once
    first_time: int  # seconds UTC
    last_time: int
    best_rank: int  # from 1
    followed: bool  # behaviour or an answer that stands, at or after the first time

    @property
    def ignored(self) -> bool:
        """Whether it was shown often enough to be noticed, and nothing followed."""
        return self.days >= IGNORED_AFTER and not self.followed


@dataclass(frozen=True)
class ImpressionCounts:
    """How much was shown: lists (a mailing counts each customer's), places on them, customers and products."""

    lists: int
    places: int
    users: int
    items: int


class Impressions:
    """The log of lists that were shown. A *showing* is one list in the window, or all lists of one mailing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def log(
        self,
        user_id: UserId,
        places: Sequence[tuple[ItemId, int]],
        channel: Channel,
        scenario: str,
        model_version: int,
        time: int,
    ) -> int:
        """Store one list as (item, rank from 1) and return the number of its showing. ``time`` is seconds UTC.

        Unknown users and items are left out: they were taken away while the list was on the screen.
        """
        return self.log_many([(user_id, places)], channel, scenario, model_version, time)

    def log_many(
        self,
        lists: Lists,
        channel: Channel,
        scenario: str,
        model_version: int,
        time: int,
    ) -> int:
        """Store the lists of one mailing as one showing and return its number. A million places take some ten seconds.

        Of mailings only the last :data:`_MAILINGS_KEPT` are kept.
        """
        with self._database.atomic() as db:
            opened = "INSERT INTO showings (time, channel, scenario, model_version) VALUES (?, ?, ?, ?)"
            showing = db.execute(opened, (time, channel, scenario, model_version)).lastrowid
            assert showing is not None
            _insert(db, showing, lists)
            db.execute(_FORGET, (_MAILINGS_KEPT,))
        return showing

    def add(self, showing: int, user_id: UserId, places: Sequence[tuple[ItemId, int]]) -> None:
        """Store further places of a list that was shown: those that came into view later. Ranks already stored stay as they are."""
        with self._database.atomic() as db:
            _insert(db, showing, [(user_id, places)])

    def take_back(self, showing: int) -> None:
        """Remove a showing with all its lists: a mailing that was not sent after all. Nothing happens where it is unknown."""
        with self._database.atomic() as db:
            db.execute("DELETE FROM showings WHERE id = ?", (showing,))

    def last_of(self, user_key: UserKey, lists: int, channel: Channel | None = None, before: int | None = None) -> set[ItemKey]:
        """Return the items of a customer's latest ``lists`` lists: of one channel or of all, shown before a time or up to now.

        ``before`` lets a list stand while someone works with it: what was shown a minute ago is the list still in view.
        """
        rows = self._database.read(
            f"SELECT DISTINCT item FROM impressions WHERE user = :user AND showing IN ({_LATEST})",
            {"user": user_key, "channel": channel, "before": before, "lists": lists},
        )
        return {item for (item,) in rows}

    def last_of_all(self, lists: int, channel: Channel | None = None, before: int | None = None) -> tuple[Int64Array, Int64Array]:
        """Return the same of all customers at once: user keys (m,), ascending, and the item keys (m,) beside them."""
        rows = self._database.read(_LATEST_OF_ALL, {"channel": channel, "before": before, "lists": lists})
        table = np.array(rows, np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def of_user(self, user_id: UserId) -> list[Shown]:
        """Return what was ever shown to a customer, lately shown first. What is not in it is unseen."""
        rows = self._database.read(_SEEN, (user_id,))
        return [
            Shown(item_id, title, days, first, last, best, followed=bool(followed))
            for item_id, title, days, first, last, best, followed in rows
        ]

    def last_time(self, user_id: UserId, channel: Channel) -> int | None:
        """Return when a customer's latest list was shown, or None."""
        rows = self._database.read(
            "SELECT max(time) FROM impressions JOIN showings ON showings.id = showing"
            " WHERE channel = ? AND user = (SELECT key FROM users WHERE user_id = ?)",
            (channel, user_id),
        )
        return None if rows[0][0] is None else int(rows[0][0])

    def counts(self) -> ImpressionCounts:
        """Return how much was shown so far."""
        lists = self._database.read("SELECT count(*) FROM (SELECT DISTINCT user, showing FROM impressions)")
        rest = self._database.read("SELECT count(*), count(DISTINCT user), count(DISTINCT item) FROM impressions")
        return ImpressionCounts(lists[0][0], *rest[0])


def _insert(db: sqlite_utils.Database, showing: int, lists: Lists) -> None:
    db.conn.executemany(
        "INSERT OR IGNORE INTO impressions (user, showing, rank, item)"
        " SELECT users.key, ?, ?, items.key FROM users, items WHERE user_id = ? AND item_id = ?",
        ((showing, rank, user_id, item_id) for user_id, places in lists for item_id, rank in places),
    )
