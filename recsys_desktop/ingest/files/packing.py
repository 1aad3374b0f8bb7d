"""Packed bytes unpacked as they are read: gzip, bzip2 and xz, never more of them than a table has."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
from typing import Protocol

#: More than this is not unpacked, and from the lesser size on not more than so many times the packed bytes: a few thousand bytes
#: can be packed so that they fill any disk. Real tables shrink to a twentieth, seldom to a hundredth.
MOST_UNPACKED = 8 * 1024**3
_FREE_UNPACKED, _MOST_RATIO = 256 * 1024**2, 250
_BUFFER = 1 << 16

_GZIP = re.compile(rb"\x1f\x8b\x08")
_BZIP2 = re.compile(rb"BZh[1-9](1AY&SY|\x17rE8P\x90)")
_XZ = re.compile(rb"\xfd7zXZ\x00")


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return at most so many bytes."""

    def close(self) -> None:
        """Let go of what is read."""


class TooMuchError(Exception):
    """The bytes unpack to more than any table holds."""


class Unpacked(io.RawIOBase):
    """The bytes of a stream of packed ones; reading beyond what a table can hold raises :class:`TooMuchError`."""

    def __init__(self, stream: Readable, packed_size: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = min(MOST_UNPACKED, max(_FREE_UNPACKED, _MOST_RATIO * packed_size))

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader calls it with
        """Fill the buffer as far as there are bytes."""
        filled = 0
        while filled < len(buffer) and (piece := self._stream.read(len(buffer) - filled)):
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        self._left -= filled
        if self._left < 0:
            raise TooMuchError
        return filled

    def close(self) -> None:
        """Close the stream too."""
        self._stream.close()
        super().close()


def buffered(stream: Readable, packed_size: int) -> io.BufferedReader:
    """Return the bytes that a stream unpacks, with a limit and a look ahead."""
    return io.BufferedReader(Unpacked(stream, packed_size), _BUFFER)


def unpacked(stream: io.BufferedReader, packed_size: int) -> io.BufferedReader | None:
    """Return what a stream that is packed on its own (not a folder) unpacks to; None for any other."""
    head = stream.peek(16)[:16]
    if _GZIP.match(head):
        return buffered(gzip.GzipFile(fileobj=stream), packed_size)
    if _BZIP2.match(head):
        return buffered(bz2.BZ2File(stream), packed_size)
    if _XZ.match(head):
        return buffered(lzma.LZMAFile(stream), packed_size)
    return None
