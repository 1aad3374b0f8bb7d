"""What the guide of pandas says: read_csv, then to_sql."""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path

import pandas

sys.path.insert(0, str(Path(__file__).parent))

from memory import held_now, peak  # type: ignore[import-not-found]  # runs without this project on its path


def main() -> None:
    """Import the files and print what it took."""
    *files, folder = sys.argv[1:]
    before = held_now()
    began = time.perf_counter()
    database = sqlite3.connect(Path(folder) / "pandas.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    for name in files:
        pandas.read_csv(name).to_sql(Path(name).stem, database, index=False)
    database.commit()
    database.close()
    print(f"{time.perf_counter() - began:.3f} {peak() - before:.1f}")


if __name__ == "__main__":
    main()
