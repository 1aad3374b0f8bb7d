"""Counters that tell whether a table has changed, without reading it."""

from __future__ import annotations

from collections.abc import Mapping
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


def counts(database: Database) -> dict[Topic, int]:
    """Return how many changes of each topic were made."""
    return {topic: changes(database, topic) for topic in Topic}


def count_on(database: Database, former: Mapping[Topic, int]) -> None:
    """Count on from ``former`` where an older file was put in the place of this one: what was read of either is read again."""
    with database.atomic() as db:
        for topic, count in former.items():
            db.execute("UPDATE changes SET count = ? WHERE topic = ?", (count + 1, topic.value))
