"""Which files are no text tables, told by their first bytes: workbooks and data formats that are read too, and all that is not."""

from __future__ import annotations

from pathlib import Path

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.files.archives import ZIP_MAGIC, is_binary_workbook, is_workbook, open_archive
from recsys_desktop.ingest.files.encoding import guess_encoding
from recsys_desktop.ingest.files.opening import Sample, open_whole
from recsys_desktop.ingest.problems import not_a_table, unknown_encoding
from recsys_desktop.ingest.readers import html_table
from recsys_desktop.ingest.readers.json_shape import find_shape, is_json
from recsys_desktop.ingest.readers.xml_reader import encoding_of, is_web_page, is_xml, records_path
from recsys_desktop.ingest.text_format import TextFormat

#: The format of a workbook: its "encoding" is a name for people, and its header's row is found later.
SPREADSHEET = TextFormat("xlsx", "", "", 0, True, kind="spreadsheet")
#: Marks of encodings, and the zero bytes of wide ones, that may stand before the first letter.
_BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
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


def other_form(path: Path, piece: Sample, encoding: str | None = None) -> TextFormat | None:
    """Return the format of a workbook, of JSON, XML or a web page's table; None for what may be a text table.

    ``encoding`` overrules the guess. Raises RecsysError not_a_table for anything else.
    """
    if piece.head.startswith(_OLD_WORKBOOK) or (piece.head[:4] in ZIP_MAGIC and holds_workbook(path)):
        return SPREADSHEET
    for offset, magic, kind in _MAGIC:
        if piece.head.startswith(magic, offset):
            raise not_a_table(path, kind)
    first = piece.head.lstrip(_BEFORE_TEXT)[:1]
    if first in (b"{", b"["):
        return _json(path, piece, encoding)
    return _xml(path, piece, encoding) if first == b"<" else None


def _json(path: Path, piece: Sample, encoding: str | None) -> TextFormat | None:
    encoding = encoding or guess_encoding(path, piece).encoding
    text = _decoded(path, piece, encoding)
    if not is_json(text):
        return None
    if find_shape(text) is None:
        raise not_a_table(path, message("import", "JSON data without a list of records"))
    return TextFormat(encoding, "", "", 0, True, kind="json")


def _xml(path: Path, piece: Sample, encoding_wish: str | None) -> TextFormat | None:
    encoding = encoding_wish or encoding_of(path, piece)
    text = _decoded(path, piece, encoding)
    if not is_xml(text):
        return None
    if is_web_page(text):
        return _page(path, piece, encoding_wish)
    if records_path(path, text, complete=piece.complete) is not None:
        return TextFormat(encoding, "", "", 0, True, kind="xml")
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise not_a_table(path, message("import", "XML data without repeated records"))
    return None


def _page(path: Path, piece: Sample, encoding: str | None) -> TextFormat:
    encoding = encoding or html_table.encoding_of(path, piece)
    if html_table.find_table(_decoded(path, piece, encoding)) is None:
        raise not_a_table(path, message("import", "a web page"))
    return TextFormat(encoding, "", "", 0, True, kind="html")


def _decoded(path: Path, piece: Sample, encoding: str) -> str:
    """Return the first characters. Raises RecsysError unknown_encoding."""
    try:
        return piece.head.decode(encoding, "ignore")
    except LookupError as error:
        raise unknown_encoding(path, encoding) from error


def holds_workbook(path: Path) -> bool:
    """Return whether a packed folder is a workbook, of Excel or OpenDocument.

    Raises RecsysError unreadable_file; not_a_table for a binary workbook, whose size cannot be told before it is read.
    """
    with open_whole(path) as source, open_archive(source.stream) as folder:
        if is_binary_workbook(folder):
            raise not_a_table(path, message("import", "a binary Excel workbook, which has to be saved as .xlsx first"))
        return is_workbook(folder)
