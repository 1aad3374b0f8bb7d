"""Which files are no text tables, told by their first bytes: workbooks and data formats that are read too, and all that is not."""

from __future__ import annotations

import zipfile
from pathlib import Path

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.archives import ZIP_MAGIC, RefusedError, is_workbook, open_archive
from recsys_desktop.ingest.opening import Sample, open_whole
from recsys_desktop.ingest.problems import not_a_table
from recsys_desktop.ingest.text_format import TextFormat

#: The format of a workbook: its "encoding" is a name for people, and its header's row is found later.
SPREADSHEET = TextFormat("xlsx", "", "", 0, True, kind="spreadsheet")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_PICTURE = message("import", "a picture")
_ARCHIVE = message("import", "a compressed folder")
_PROGRAM = message("import", "a program")
_MAGIC: tuple[tuple[int, bytes, Text], ...] = (
    (0, b"\x89PNG", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (0, b"%PDF", message("import", "a PDF document")),
    (0, b"SQLite format 3", message("import", "a database")),
    (0, b"PK\x03\x04", _ARCHIVE),
    (0, b"PK\x05\x06", _ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"Rar!\x1a\x07", _ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (257, b"ustar", _ARCHIVE),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"MZ\x90", _PROGRAM),
)


def other_form(path: Path, piece: Sample) -> TextFormat | None:
    """Return the format of a workbook; None for what may be a text table. Raises RecsysError not_a_table for anything else."""
    if piece.head.startswith(_OLD_WORKBOOK) or (piece.head[:4] in ZIP_MAGIC and holds_workbook(path)):
        return SPREADSHEET
    for offset, magic, kind in _MAGIC:
        if piece.head.startswith(magic, offset):
            raise not_a_table(path, kind)
    return None


def holds_workbook(path: Path) -> bool:
    """Return whether a packed folder is a workbook, of Excel or OpenDocument."""
    with open_whole(path) as source:
        try:
            with open_archive(source.stream) as folder:
                return is_workbook(folder)
        except (zipfile.BadZipFile, RefusedError, ValueError, NotImplementedError):
            return False
