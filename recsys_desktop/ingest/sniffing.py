"""What kind of file this is and how it is written, before a row is imported."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.dialect import SAMPLE_LINES, find_dialect
from recsys_desktop.ingest.encoding import EncodingGuess, guess_encoding
from recsys_desktop.ingest.forms import other_form
from recsys_desktop.ingest.opening import Sample, sample
from recsys_desktop.ingest.problems import empty_file, not_a_table, unknown_encoding, unsure_format
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes

__all__ = ["TextFormat", "best_guess", "sniff"]

_WEB_PAGE = re.compile(r"\s*(<!doctype html|<html|<head)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x7f]")
#: Below this score a text is not a table, and below the other the settings are a guess.
_TABLE, _CONFIDENT = 0.3, 0.42


def sniff(path: Path, wishes: Wishes = NO_WISHES) -> TextFormat:
    """Return how a file is written, as far as ``wishes`` do not say it.

    Raises RecsysError: file_not_found, unreadable_file, empty_file, not_a_table, unknown_encoding, unsure_format.
    """
    return _sniffed(path, wishes, guessing=False)


def best_guess(path: Path, wishes: Wishes = NO_WISHES) -> TextFormat:
    """Return the likeliest format of a file, ``confident`` or not: what a person is shown when :func:`sniff` refuses it.

    Raises RecsysError: file_not_found, unreadable_file, empty_file, not_a_table; unknown_encoding for a name that is none.
    """
    return _sniffed(path, wishes, guessing=True)


def _sniffed(path: Path, wishes: Wishes, *, guessing: bool) -> TextFormat:
    piece = sample(path)
    other = other_form(path, piece, wishes.encoding)
    if other is not None:
        return other
    guess = EncodingGuess(wishes.encoding, True) if wishes.encoding else guess_encoding(path, piece)
    lines = _first_lines(path, piece, guess.encoding)
    if not "".join(lines).strip("\ufeff \t\r\n,;"):
        raise empty_file(path)
    _refuse_other_texts(path, lines)
    if not guess.confident and not guessing:
        raise unknown_encoding(path, guess.encoding)
    dialect = find_dialect(lines, wishes)
    if dialect.score < _TABLE and wishes.delimiter is None:
        raise not_a_table(path, message("import", "running text"))
    sure = wishes.delimiter is not None or dialect.score >= _CONFIDENT
    if not sure and not guessing:
        raise unsure_format(path, dialect.text_format.delimiter)
    return replace(dialect.text_format, encoding=guess.encoding, confident=sure and guess.confident)


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
