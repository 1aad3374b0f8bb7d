"""Many rows into a table at once: the driver's work per statement costs as much as SQLite's, so that each statement takes fifty."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_ROWS = 50


def insert_columns(connection: sqlite3.Connection, insert: str, columns: Sequence[Sequence[object]]) -> None:
    """Insert the rows of some columns of equal length. ``insert`` is the statement up to VALUES, such as "INSERT INTO t (a, b)"."""
    width, count = len(columns), len(columns[0])
    flat: list[object] = [None] * (width * count)
    for number, column in enumerate(columns):
        flat[number::width] = column
    row = f"({', '.join('?' * width)})"
    size = width * _ROWS
    whole = len(flat) - len(flat) % size
    connection.executemany(
        f"{insert} VALUES {', '.join([row] * _ROWS)}", (flat[start : start + size] for start in range(0, whole, size))
    )
    rest = flat[whole:]
    if rest:
        connection.execute(f"{insert} VALUES {', '.join([row] * (len(rest) // width))}", rest)
