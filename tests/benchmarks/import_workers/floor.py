"""The least that can be done: cells as they stand into a table without an index."""

from __future__ import annotations

import csv
import sqlite3
import sys
import time
from itertools import chain, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from memory import held_now, peak  # type: ignore[import-not-found]  # runs without this project on its path

_ROWS = 10_000


def main() -> None:
    """Import the files and print what it took."""
    *files, folder = sys.argv[1:]
    before = held_now()
    began = time.perf_counter()
    database = sqlite3.connect(Path(folder) / "floor.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    for name in files:
        with Path(name).open(encoding="utf-8", newline="") as file, database:
            reader = csv.reader(file)
            header = next(reader)
            table = Path(name).stem
            columns = ", ".join(f'"{column}" TEXT' for column in header)
            database.execute(f'CREATE TABLE "{table}" ({columns})')
            marks = ", ".join("?" * len(header))
            for first in reader:
                database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', chain([first], islice(reader, _ROWS)))
    database.close()
    print(f"{time.perf_counter() - began:.3f} {peak() - before:.1f}")


if __name__ == "__main__":
    main()
