"""The command ``sqlite-utils insert --csv``, as it is."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from memory import held_now  # type: ignore[import-not-found]  # runs without this project on its path


def main() -> None:
    """Import the files and print what it took."""
    *files, folder = sys.argv[1:]
    path = Path(folder) / "sqlite_utils.db"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    began = time.perf_counter()
    for name in files:
        command = [sys.executable, "-m", "sqlite_utils", "insert", str(path), Path(name).stem, name, "--csv", "--silent"]
        subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    print(f"{seconds:.3f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 - held_now():.1f}")


if __name__ == "__main__":
    main()
