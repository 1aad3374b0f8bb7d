"""Counters that tell whether a table has changed, without reading it."""

from __future__ import annotations

from typing import Literal

import sqlite_utils

Topic = Literal["interactions", "feedback"]


def bump(connection: sqlite_utils.Database, topic: Topic) -> None:
    """Count one change, inside the transaction that makes it."""
    connection.conn.execute("UPDATE changes SET count = count + 1 WHERE topic = ?", (topic,))


def count(connection: sqlite_utils.Database, topic: Topic) -> int:
    """Return how many changes were made since the file was created."""
    return int(connection.conn.execute("SELECT count FROM changes WHERE topic = ?", (topic,)).fetchone()[0])
