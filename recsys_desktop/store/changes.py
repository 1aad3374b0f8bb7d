"""Counters that tell whether a table has changed, without reading it."""

from __future__ import annotations

from enum import Enum

import sqlite_utils

from recsys_desktop.store.database import Database


class Topic(Enum):
    """What is counted."""

    INTERACTIONS = "interactions"
    FEEDBACK = "feedback"
    ITEMS = "items"
    RULES = "rules"  # of any scenario, and which products are hidden


def count_change(db: sqlite_utils.Database, topic: Topic) -> None:
    """Count one change, inside the transaction that makes it."""
    db.execute("UPDATE changes SET count = count + 1 WHERE topic = ?", (topic.value,))


def changes(database: Database, topic: Topic) -> int:
    """Return how many changes were made since the file was created."""
    return int(database.read("SELECT count FROM changes WHERE topic = ?", (topic.value,))[0][0])
