"""What kind of file this is and how it is written, before a row is imported."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.dialect import SAMPLE_LINES, find_dialect
from recsys_desktop.ingest.encoding import EncodingGuess, guess_encoding
from recsys_desktop.ingest.opening import Sample, sample
from recsys_desktop.ingest.problems import empty_file, not_a_table, unknown_encoding
from recsys_desktop.ingest.text_format import TextFormat

__all__ = ["SPREADSHEET", "TextFormat", "sniff"]

#: The "encoding" of a spreadsheet, which has no text format.
SPREADSHEET = TextFormat("xlsx", "", "", 0, True)
_PICTURE = message("import", "a picture")
_MAGIC: tuple[tuple[bytes, Text], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"%PDF", message("import", "a PDF document")),
    (b"SQLite format 3", message("import", "a database")),
    (b"PK\x03\x04", message("import", "a compressed folder")),
    (b"\x7fELF", message("import", "a program")),
    (b"MZ\x90", message("import", "a program")),
)
_WEB_PAGE = re.compile(r"\s*(<!doctype html|<html|<head)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x7f]")
#: Below this score a text is not a table, and below the other the settings are a guess.
_TABLE, _CONFIDENT = 0.3, 0.42


def is_spreadsheet(path: Path, head: bytes) -> bool:
    """Return whether the file is a workbook: Excel old and new, or OpenDocument."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(path) as folder:
            names = folder.namelist()
    except (zipfile.BadZipFile, OSError):
        return False
    return any(name.startswith("xl/") for name in names) or "content.xml" in names


def sniff(path: Path, encoding: str | None = None) -> TextFormat:
    """Return how a file is written; ``encoding`` overrules the guess.

    Raises RecsysError: file_not_found, unreadable_file, empty_file, not_a_table, unknown_encoding.
    """
    piece = sample(path)
    if is_spreadsheet(path, piece.head):
        return SPREADSHEET
    for magic, kind in _MAGIC:
        if piece.head.startswith(magic):
            raise not_a_table(path, kind)
    guess = EncodingGuess(encoding, True) if encoding else guess_encoding(path, piece)
    lines = _first_lines(path, piece, guess.encoding)
    if not "".join(lines).strip("\ufeff \t\r\n,;"):
        raise empty_file(path)
    _refuse_other_texts(path, lines)
    if not guess.confident:
        raise unknown_encoding(path, guess.encoding)
    dialect = find_dialect(lines)
    if dialect.score < _TABLE:
        raise not_a_table(path, message("import", "running text"))
    return replace(dialect.text_format, encoding=guess.encoding, confident=dialect.score >= _CONFIDENT)


def _first_lines(path: Path, piece: Sample, encoding: str) -> list[str]:
    """Return the first lines of a text with their line ends; a last line that may be cut is left out."""
    try:
        text = piece.head.decode(encoding, "replace")
    except LookupError as error:
        raise unknown_encoding(path, encoding) from error
    lines = list(io.StringIO(text.replace("\x00", ""), newline=""))
    if not piece.complete and len(lines) > 1:
        lines.pop()
    return lines[:SAMPLE_LINES]


def _refuse_other_texts(path: Path, lines: list[str]) -> None:
    """Raise not_a_table for bytes that are no text and for web pages and JSON."""
    text = "".join(lines)
    if len(_CONTROL.findall(text)) > 0.02 * len(text) or text.count("\ufffd") > 0.1 * len(text):
        raise not_a_table(path, message("import", "a file of another program"))
    if _WEB_PAGE.match(text):
        raise not_a_table(path, message("import", "a web page"))
    if text.lstrip()[:1] in ("{", "["):
        raise not_a_table(path, message("import", "JSON data"))
