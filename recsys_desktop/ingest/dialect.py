"""Which delimiter and quote a text is written with, and on which line its header stands; from its first lines only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.synonyms import is_known
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes

#: Lines looked at, and how many rows may stand before the header.
SAMPLE_LINES = 200
_MOST_PREAMBLE = 30
#: More lines than these before the header make a table less likely.
_FREE_PREAMBLE = 5
#: Delimiters and how readily each is believed.
_DELIMITERS = {
    ",": 1.0,
    "\t": 1.0,
    ";": 1.0,
    "|": 0.97,
    "::": 0.97,
    "\x1f": 0.97,
    "\x01": 0.97,
    "^": 0.9,
    "~": 0.9,
    ":": 0.5,
    " ": 0.5,
}
_TYPED = re.compile(
    r"\s*(|[-+]?[$€£¥]?\s?\d[\d.,]*\s?[%€£]?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d{1,2}:\d{2}.*)?|\d{1,2}:\d{2}(:\d{2})?"
    r"|https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]{1,40}|true|false)\s*"
)
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*$', re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """A format and a score: below 0.3 the text is hardly a table. The format's encoding is still open."""

    text_format: TextFormat
    score: float


def find_dialect(lines: Sequence[str], wishes: Wishes = NO_WISHES) -> Dialect:
    """Return the likeliest dialect of a text's first lines among those that ``wishes`` leave open."""
    lines = list(lines[:SAMPLE_LINES])
    told = _SEPARATOR_LINE.match(lines[0]) if lines else None
    offset = 1 if told else 0
    wanted = [told[1]] if told else [delimiter for delimiter in _DELIMITERS if any(delimiter in line for line in lines)]
    candidates = [
        _measured(lines[offset:], offset, text_format) for delimiter in wanted for text_format in _formats(lines, delimiter)
    ]
    return max(candidates, key=lambda dialect: dialect.score, default=Dialect(TextFormat("", ",", '"', 0, False), 0.0))


def _formats(lines: list[str], delimiter: str) -> list[TextFormat]:
    """Return the ways in which lines may be written with a delimiter; the plain one first."""
    text = "".join(lines)
    quote = _quote(text, delimiter)
    skip_blanks = len(delimiter) == 1 and text.count(delimiter + " " + quote) > text.count(delimiter + quote)
    plain = TextFormat("", delimiter, quote, 0, True, skip_blanks)
    return [plain, replace(plain, escape="\\")] if "\\" + quote in text else [plain]


def _measured(lines: list[str], offset: int, text_format: TextFormat) -> Dialect:
    """Return the format with its header's place, and how well the lines agree with it."""
    block = RowBlock()
    RecordSplitter(text_format).split(lines, 0, final=True, block=block)
    rows = [(line, row) for line, row in zip(block.lines, block.rows, strict=True) if any(cell.strip() for cell in row)]
    if not rows:
        return Dialect(text_format, 0.0)
    header = header_index([row for _, row in rows])
    line = rows[header][0]
    following = rows[header + 1][0] if header + 1 < len(rows) else line + 1
    height = max(1, following - line) if any("\n" in cell or "\r" in cell for cell in rows[header][1]) else 1
    odd = len(block.bad) + max(0, header - _FREE_PREAMBLE)
    score = _agreement([row for _, row in rows[header:]], odd) * _DELIMITERS.get(text_format.delimiter, 1.0)
    return Dialect(replace(text_format, header_line=line + offset, header_height=height), score)


def _quote(text: str, delimiter: str) -> str:
    """Return the quote character that wraps cells, by how often each does."""
    between = re.escape(delimiter)
    wrapped = {}
    for quote in ('"', "'"):
        cell = rf"(?:^|{between})\s?{quote}[^{quote}\n]*{quote}(?={between}|\s*$)"
        wrapped[quote] = len(re.findall(cell, text, re.MULTILINE))
    if wrapped["'"] > 2 * wrapped['"'] and wrapped["'"] >= 2:
        return "'"
    return '"'


def _agreement(rows: list[list[str]], odd: int) -> float:
    """Return how much rows look like one table: equal widths, cells of known forms, a header of known names.

    ``odd`` counts further lines that fit in nowhere.
    """
    widths = Counter(map(len, rows))
    width, count = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]))
    if width < 2:
        return 0.0
    same = count / (len(rows) + odd)
    cells = [cell for row in rows[1:50] if len(row) == width for cell in row]
    typed = sum(_TYPED.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.5
    known = sum(is_known(cell) for cell in rows[0])
    if len(rows) == 1 and known < 2:
        return 0.0
    return same * same * (0.4 + 0.6 * typed) * (1 - 1 / (width + 1)) + min(1, 3 * same) * (
        0.5 * min(known, 4) / 4 + 0.01 * min(known, 30)
    )


def header_index(rows: list[list[str]]) -> int:
    """Return the index of the header: the early row with most known names, else the first as wide as the table is."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0
    width = max(widths.items(), key=lambda pair: (pair[1], pair[0]))[0]
    early = rows[:_MOST_PREAMBLE]
    known = [sum(is_known(cell) for cell in row) if 2 * len(row) > width else 0 for row in early]
    if max(known) >= 2:
        return known.index(max(known))
    for index, row in enumerate(early):
        if len(row) == width and all(cell.strip() for cell in row[: max(2, width // 2)]):
            return index
    return 0
