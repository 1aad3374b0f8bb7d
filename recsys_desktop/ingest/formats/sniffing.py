"""What kind of file this is and how it is written, before a row is imported."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files.encoding import EncodingGuess, guess_encoding
from recsys_desktop.ingest.files.opening import Sample, sample
from recsys_desktop.ingest.formats.dialect import SAMPLE_LINES, find_dialect
from recsys_desktop.ingest.formats.forms import other_form
from recsys_desktop.ingest.formats.other_texts import likeliest, never_a_table
from recsys_desktop.ingest.problems import empty_file, not_a_table, unknown_encoding, unsure_format
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes

__all__ = ["TextFormat", "best_guess", "sniff"]

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
    if piece.head.count(0) > max(8, len(piece.head) // 50) and not guess.encoding.startswith(("utf-16", "utf-32")):
        raise not_a_table(path, message("import", "a file of another program"))
    kind = never_a_table(lines)
    if kind is not None:
        raise not_a_table(path, kind)
    if not guess.confident and not guessing:
        raise unknown_encoding(path, guess.encoding)
    dialect = find_dialect(lines, wishes)
    if dialect.score < _TABLE and wishes.delimiter is None:
        raise not_a_table(path, likeliest(lines))
    sure = wishes.delimiter is not None or dialect.score >= _CONFIDENT
    if not sure and not guessing:
        raise unsure_format(path, dialect.text_format.delimiter)
    return replace(dialect.text_format, encoding=guess.encoding, confident=sure and guess.confident)


def _first_lines(path: Path, piece: Sample, encoding: str) -> list[str]:
    """Return the first lines of a text with their line ends; a last line that may be cut is left out."""
    try:
        text = piece.head.decode(encoding, "replace")
    except (LookupError, ValueError) as error:
        raise unknown_encoding(path, encoding) from error
    lines = list(io.StringIO(text.replace("\x00", ""), newline=""))
    if not piece.complete and len(lines) > 1:
        lines.pop()
    return lines[:SAMPLE_LINES]
