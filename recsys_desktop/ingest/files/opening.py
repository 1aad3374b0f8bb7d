"""Opening a file for reading, be it plain, packed, or a member of a packed folder.

A member has a virtual path: its name behind the folder's, as in ``export.zip/2024/orders.csv``. So has a sheet of a workbook
(``book.xlsx/Orders``), whose bytes are those of the workbook. Everything is read as a stream; nothing is unpacked to a folder.
"""

from __future__ import annotations

import gzip
import io
import lzma
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, cast

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files import archives
from recsys_desktop.ingest.files.packing import TooMuchError, buffered, unpacked
from recsys_desktop.ingest.problems import damaged_file, empty_file, file_not_found, unreadable_file

#: Bytes read from the beginning of a file to learn what it is.
HEAD_BYTES = 256 * 1024
_SPREAD_BYTES = 48 * 1024
_SPREAD_PLACES = 16
#: Packed within packed, as in a zip of gzips; deeper ones are left as they are.
_MOST_LAYERS = 4
#: A packed folder within another is kept here up to the first size, then in a file without a name; no more than the second.
_IN_MEMORY, _MOST_COPIED = 16 * 1024**2, 2 * 1024**3
_COPY = 1 << 20

_CUT_OFF = message("import", "it ends too early, as if its download had been interrupted")
_DAMAGED = message("import", "the compressed file is damaged")
_TOO_MUCH = message("import", "it unpacks to far more than a table holds")
_FOLDER = message("import", "it is a folder")


@dataclass(frozen=True)
class Sample:
    """The first bytes of a file (decompressed), pieces from all over it, and whether ``head`` is all there is."""

    head: bytes
    spread: tuple[bytes, ...]
    complete: bool


@dataclass
class Source:
    """An open file. ``stream`` yields the unpacked bytes; ``size`` counts bytes as packed.

    ``seekable``: the stream is the file itself, or a copy of it. ``inner`` is what the virtual path names within the stream, which
    is a workbook's sheet.
    """

    stream: io.BufferedReader
    size: int
    seekable: bool
    inner: str
    tell: Callable[[], int]

    def position(self) -> int:
        """Return how many of the ``size`` bytes have been read."""
        return max(0, min(self.tell(), self.size))


def locate(path: Path) -> tuple[Path, str]:
    """Return the file on the disk and what the path names within it, "" for the file itself.

    Raises RecsysError file_not_found.
    """
    inner: list[str] = []
    for place in (path, *path.parents):
        if os.path.isfile(place):  # noqa: PTH113  # Path.is_file raises for names no disk can hold, as members may have
            return place, "/".join(reversed(inner))
        inner.append(place.name)
    raise file_not_found(path)


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of a packed folder's member as it is packed. Raises RecsysError as open_source does."""
    with open_source(path) as source:
        return source.size


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Open a file, or a member of a packed one, for reading.

    Raises RecsysError file_not_found, unreadable_file or empty_file; reading on within the context may raise them too.
    """
    with _explained(path), ExitStack() as stack:
        if os.path.isdir(path):  # noqa: PTH112  # as above
            raise unreadable_file(path, _FOLDER)
        file, inner = locate(path)
        size = file.stat().st_size
        if size == 0:
            raise empty_file(path)
        raw = stack.enter_context(file.open("rb"))
        source = Source(raw, size, True, inner, raw.tell)
        for _ in range(_MOST_LAYERS):
            inside = _unpacked(source, stack) or _member(source, path, stack)
            if inside is None:
                break
            source = inside
        if not source.stream.peek(1):
            raise empty_file(path)
        yield source


@contextmanager
def open_whole(path: Path) -> Iterator[Source]:
    """Open a file as open_source does, its stream one that can be skipped about in: a copy where the file is packed."""
    with open_source(path) as source, ExitStack() as stack, _explained(path):
        yield source if source.seekable else _copied(source, stack)


def _unpacked(source: Source, stack: ExitStack) -> Source | None:
    """Return the source of what a gzip, bzip2 or xz file holds; None for another file."""
    stream = unpacked(source.stream, source.size)
    if stream is None:
        return None
    return Source(stack.enter_context(stream), source.size, False, source.inner, source.tell)


def _member(source: Source, path: Path, stack: ExitStack) -> Source | None:
    """Return the source of the wanted member of a packed folder; None where nothing, or a workbook's sheet, is wanted."""
    if not source.inner or source.stream.peek(4)[:4] not in archives.ZIP_MAGIC:
        return None
    folder = source if source.seekable else _copied(source, stack)
    archive = stack.enter_context(archives.open_archive(folder.stream))
    if archives.is_workbook(archive):
        folder.stream.seek(0)
        return folder if folder is not source else None
    for name, info in archives.named_members(archive).items():
        if source.inner == name or source.inner.startswith(name + "/"):
            stream = stack.enter_context(buffered(archives.open_member(archive, info), info.compress_size))
            inner = source.inner[len(name) + 1 :]
            if not source.seekable:
                return Source(stream, source.size, False, inner, source.tell)
            return Source(stream, info.compress_size, False, inner, partial(_since, source.tell, info.header_offset))
    raise file_not_found(path)


def _since(tell: Callable[[], int], start: int) -> int:
    return tell() - start


def _copied(source: Source, stack: ExitStack) -> Source:
    """Return a source whose stream is a copy of the rest of another's: in memory, or in a file without a name if it is large."""
    head = source.stream.read(_IN_MEMORY)
    target: IO[bytes] = io.BufferedRandom(cast("io.RawIOBase", io.BytesIO(head)))
    if len(head) == _IN_MEMORY:
        target = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # the stack closes it
        target.write(head)
        left = _MOST_COPIED - len(head)
        while piece := source.stream.read(_COPY):
            left -= len(piece)
            if left < 0:
                raise TooMuchError
            target.write(piece)
        target.seek(0)
    return Source(cast("io.BufferedReader", target), source.size, True, source.inner, source.tell)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn the refusals of the system and of the unpackers into known errors."""
    try:
        yield
    except archives.RefusedError as error:
        raise damaged_file(path, error.reason) from error
    except TooMuchError as error:
        raise damaged_file(path, _TOO_MUCH) from error
    except EOFError as error:
        raise damaged_file(path, _CUT_OFF) from error
    except (gzip.BadGzipFile, zipfile.BadZipFile, lzma.LZMAError, zlib.error) as error:
        raise damaged_file(path, _DAMAGED) from error
    except OSError as error:
        if error.errno is None:  # bzip2's own complaint
            raise damaged_file(path, _DAMAGED) from error
        raise unreadable_file(path, error.strerror or type(error).__name__) from error


def sample(path: Path) -> Sample:
    """Read the beginning of a file and, where it can be skipped in, pieces from all over it."""
    with open_source(path) as source:
        head = source.stream.read(HEAD_BYTES)
        complete = len(head) < HEAD_BYTES
        if complete or not source.seekable:
            return Sample(head, (), complete)
        pieces = []
        step = max((source.size - HEAD_BYTES) // _SPREAD_PLACES, _SPREAD_BYTES)
        for offset in range(HEAD_BYTES, source.size, step):
            source.stream.seek(offset - offset % 4)  # whole code units of UTF-16 and UTF-32
            pieces.append(source.stream.read(_SPREAD_BYTES))
        return Sample(head, tuple(pieces), complete=False)
