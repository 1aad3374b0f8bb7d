"""How large a workbook's sheets are, found out before they are read: the library that reads them keeps every cell in memory.

A few bytes can say that a cell stands in the last row and column of a sheet, or that a row is repeated a million times; the
library would take the memory for all cells up to there, and the program would end.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers.expat import ExpatError, ParserCreate

from recsys_desktop.ingest.files.archives import open_member
from recsys_desktop.ingest.files.packing import buffered

#: Cells, empty ones within the table included; each takes about 32 bytes.
MOST_CELLS = 32_000_000
_BLOCK = 1 << 20
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,10})[\"']")
_OVERLAP = 32  # more than a place's length: one that is cut by the end of a block is found with the next


class TooManyCellsError(Exception):
    """A sheet has more cells than are read."""


def check(archive: zipfile.ZipFile) -> None:
    """Raise TooManyCellsError, or TooMuchError of packing, for a workbook that does not fit into memory."""
    if _is_encrypted(archive):
        return  # the library says so
    for info in archive.infolist():
        if info.filename.startswith("xl/worksheets/") or info.filename == "content.xml":
            with buffered(open_member(archive, info), info.compress_size) as part:
                cells = _open_document_cells(part) if info.filename == "content.xml" else _excel_cells(part)
            if cells > MOST_CELLS:
                raise TooManyCellsError
        elif info.filename.startswith("xl/"):
            with buffered(open_member(archive, info), info.compress_size) as part:
                while part.read(_BLOCK):
                    pass


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Return whether an OpenDocument is locked with a password: its parts are then no XML."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    info = archive.getinfo("META-INF/manifest.xml")
    with buffered(open_member(archive, info), info.compress_size) as part:
        return b"encryption-data" in part.read(_BLOCK)


def _excel_cells(part: io.BufferedReader) -> int:
    """Return how many cells lie between the first cell of a sheet and its last row and column."""
    columns: set[bytes] = set()
    rows = 0
    rest = b""
    while piece := part.read(_BLOCK):
        found = _PLACE.findall(rest + piece)
        if found:
            letters, numbers = zip(*found, strict=True)
            columns.update(letters)
            rows = max(rows, *map(int, set(numbers)), 0)
        rest = piece[-_OVERLAP:]
    return rows * max(map(_column, columns), default=1)


def _column(letters: bytes) -> int:
    """Return a column's number, from 1.

    >>> _column(b"A"), _column(b"XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return max(number, 1)


class _Counter:
    """Counts the cells of an OpenDocument sheet up to the last filled one of each row, repeated ones as often as they are."""

    def __init__(self) -> None:
        self.cells = 0
        self._rows = 1
        self._width = self._filled = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note a row or a cell."""
        if name.endswith("table-row"):
            self._rows, self._width, self._filled = _repeated(attributes, "number-rows-repeated"), 0, 0
        elif name.endswith("table-cell"):
            self._width += _repeated(attributes, "number-columns-repeated")
            if any(key.endswith(("value-type", "formula")) for key in attributes):
                self._filled = self._width

    def end(self, name: str) -> None:
        """Add a row to the cells. Raises TooManyCellsError."""
        if name.endswith("table-row"):
            self.cells += self._rows * self._filled
            if self.cells > MOST_CELLS:
                raise TooManyCellsError


def _repeated(attributes: dict[str, str], name: str) -> int:
    for key, value in attributes.items():
        if key.endswith(name) and value.isdecimal():
            return int(value[:12])
    return 1


def _open_document_cells(part: io.BufferedReader) -> int:
    """Return how many cells a sheet has. Raises TooManyCellsError; BadZipFile where it is not well-formed."""
    counter, parser = _Counter(), ParserCreate()
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    try:
        while piece := part.read(_BLOCK):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except ExpatError as error:  # the library would look for the missing end for ever
        raise zipfile.BadZipFile from error
    return counter.cells
