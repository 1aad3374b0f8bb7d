"""A file that is there whole or not at all: an interrupted export leaves the old one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give the block a path beside the file's place, and move what it wrote there at its end; otherwise nothing is left behind.

    The path lies in a folder of its own, where the block may keep further temporary files.

    Raises: RecsysError cannot_write.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name[:60]}.", suffix=".part", dir=path.parent) as folder:
            partial = Path(folder) / path.name
            yield partial
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.chmod(0o644)
            partial.replace(path)
    except OSError as error:
        raise cannot_write(path, (error.strerror or str(error)).lower()) from error


def cannot_write(path: Path, reason: str) -> RecsysError:
    """Return the error for a file that the system, or the disk, does not let us write."""
    return RecsysError(
        "cannot_write",
        message("errors", "{path} could not be written: {reason}. A file that was there before is unchanged.").fill(
            path=str(path), reason=reason
        ),
        message("errors", "Choose another folder, or make room on the disk, and export again."),
    )
