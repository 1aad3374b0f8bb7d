"""Tables as CSV files that spreadsheets open rightly, written whole or not at all."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.handouts.formula_guard import guarded


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> int:
    """Write a UTF-8 table with a byte order mark (spreadsheets need it for Chinese) and return the number of rows.

    Text cells pass the formula guard, numbers stay numbers, None is an empty cell. The file is written beside its place and moved
    there at the end: an interrupted export leaves the old file.

    Raises: RecsysError cannot_write.
    """
    partial: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        partial = Path(name)
        count = 0
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            for row in rows:
                writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
                count += 1
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(0o644)
        partial.replace(path)
        partial = None
        return count
    except OSError as error:
        raise RecsysError(
            "cannot_write",
            message("errors", "{path} could not be written: {reason}. A file that was there before is unchanged.").fill(
                path=str(path), reason=(error.strerror or str(error)).lower()
            ),
            message("errors", "Choose another folder, or make room on the disk, and export again."),
        ) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
