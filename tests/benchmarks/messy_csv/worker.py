"""The child process: one reader of other people's on a list of files. Imports nothing of this project; runs in ``.venv-peers``.

``python worker.py csv|clevercsv|pandas|duckdb`` reads paths from standard input, one a line, and writes one JSON list of rows a
line; ``null`` where the reader gave up or took more than SECONDS. Of the settings that these readers offer for damaged files, those
are used with which each did best over all files.
"""

from __future__ import annotations

import csv
import json
import signal
import sys
import warnings
from pathlib import Path

SECONDS = 20


def encoding_of(path: str) -> str:
    """Return UTF-8, else Latin-1, as which every file can be read: Python's own readers must be told."""
    try:
        with Path(path).open("rb") as stream:
            stream.read().decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def with_csv(path: str) -> list[list[str]]:
    """Python's own: the dialect of its Sniffer over the first 64 KB, then its reader; blank lines dropped."""
    with Path(path).open(encoding=encoding_of(path), newline="") as stream:
        dialect = csv.Sniffer().sniff(stream.read(65536))
        stream.seek(0)
        return [row for row in csv.reader(stream, dialect) if row]


def with_clevercsv(path: str) -> list[list[str]]:
    """CleverCSV's read_table; blank lines dropped."""
    import clevercsv

    return [row for row in clevercsv.read_table(path, encoding=encoding_of(path)) if row]


def with_pandas(path: str) -> list[list[str]]:
    """pandas with its Python engine and a sniffed separator, every cell as text; bad lines are skipped, not fatal."""
    import pandas

    options = {"sep": None, "engine": "python", "dtype": str, "keep_default_na": False, "on_bad_lines": "skip"}
    frame = pandas.read_csv(path, encoding=encoding_of(path), header=None, **options)
    return [["" if cell is None else str(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]


def with_duckdb(path: str) -> list[list[str]]:
    """DuckDB's read_csv with its own sniffing, every cell as text; errors are skipped, not fatal, and small ones forgiven."""
    import duckdb

    options = "all_varchar=true, ignore_errors=true, strict_mode=false"
    found = duckdb.sql(f"SELECT * FROM read_csv('{path}', {options})")
    rows = [["" if cell is None else cell for cell in row] for row in found.fetchall()]
    return rows if found.columns[0].startswith("column0") else [list(found.columns), *rows]


READERS = {"csv": with_csv, "clevercsv": with_clevercsv, "pandas": with_pandas, "duckdb": with_duckdb}


class TooLongError(Exception):
    """The reader took more than SECONDS."""


def _stop(*_arguments: object) -> None:
    raise TooLongError


def main() -> None:
    """Read every file."""
    warnings.filterwarnings("ignore")
    reader = READERS[sys.argv[1]]
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
    for line in sys.stdin:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(SECONDS)
        try:
            rows = reader(line.rstrip("\n"))
        except Exception as error:  # whatever a reader dies of, it has read nothing
            sys.stderr.write(f"{line.rstrip()}: {type(error).__name__}: {str(error)[:120]}\n")
            rows = None
        finally:
            if hasattr(signal, "SIGALRM"):
                signal.alarm(0)
        sys.stdout.write(json.dumps(rows) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
