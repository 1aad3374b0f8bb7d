"""Opening a file for reading: plain or gzip, with samples of its bytes and its position for the progress bar."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from recsys_desktop.ingest.problems import empty_file, file_not_found, unreadable_file

_GZIP = b"\x1f\x8b"
#: Bytes read from the beginning of a file to learn what it is.
HEAD_BYTES = 256 * 1024
_SPREAD_BYTES = 48 * 1024
_SPREAD_PLACES = 16


@dataclass(frozen=True)
class Sample:
    """The first bytes of a file (decompressed), pieces from all over it, and whether ``head`` is all there is."""

    head: bytes
    spread: tuple[bytes, ...]
    complete: bool


@dataclass
class Source:
    """An open file: ``stream`` yields the (decompressed) bytes, ``position`` counts bytes of the file itself."""

    stream: BinaryIO
    raw: BinaryIO
    size: int

    def position(self) -> int:
        """Return how many of the file's ``size`` bytes have been read."""
        return self.raw.tell()


def is_gzip(path: Path) -> bool:
    """Return whether the file is compressed with gzip, by its first bytes."""
    with path.open("rb") as stream:
        return stream.read(2) == _GZIP


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Open a file for reading. Raises RecsysError file_not_found, unreadable_file or empty_file."""
    with _explained(path):
        if not path.exists():
            raise file_not_found(path)
        if path.is_dir():
            raise unreadable_file(path, "it is a folder")
        size = path.stat().st_size
        if size == 0:
            raise empty_file(path)
        with path.open("rb") as raw:
            if is_gzip(path):
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield Source(io.BufferedReader(unpacked, 1 << 16), raw, size)
            else:
                yield Source(raw, raw, size)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn the system's refusals into known errors."""
    try:
        yield
    except (PermissionError, IsADirectoryError) as error:
        raise unreadable_file(path, error.strerror or type(error).__name__) from error
    except (gzip.BadGzipFile, EOFError) as error:
        raise unreadable_file(path, "the compressed file is damaged") from error
    except OSError as error:
        raise unreadable_file(path, error.strerror or type(error).__name__) from error


def sample(path: Path) -> Sample:
    """Read the beginning of a file and, where it can be skipped in, pieces from all over it."""
    with open_source(path) as source:
        head = source.stream.read(HEAD_BYTES)
        complete = len(head) < HEAD_BYTES
        if complete or source.stream is not source.raw:
            return Sample(head, (), complete)
        pieces = []
        step = max((source.size - HEAD_BYTES) // _SPREAD_PLACES, _SPREAD_BYTES)
        for offset in range(HEAD_BYTES, source.size, step):
            source.stream.seek(offset - offset % 4)  # whole code units of UTF-16 and UTF-32
            pieces.append(source.stream.read(_SPREAD_BYTES))
        return Sample(head, tuple(pieces), complete=False)
