"""Which delimiter and quote a text is written with; from its first lines only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from recsys_desktop.ingest.readers.column_forms import FEWEST_ROWS, learn
from recsys_desktop.ingest.readers.header_place import Place, header_place
from recsys_desktop.ingest.readers.mending import Mender
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.readers.tokens import Tokenizer
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.synonyms import is_known
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes

#: Lines looked at.
SAMPLE_LINES = 200
#: More lines than these before the header make a table less likely.
_FREE_PREAMBLE = 5
#: The "line" of the header where a person says that there is none.
_NO_HEADER = -1
#: Delimiters and how readily each is believed.
_DELIMITERS = {
    ",": 1.0,
    "\t": 1.0,
    ";": 1.0,
    "|": 0.97,
    "::": 0.97,
    "||": 0.97,
    "|~|": 0.97,
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
_NAME = re.compile(r"[^\W\d_][^.,;:!?\n]{0,30}\??")
#: Scores of names with no rows below, and of names above rows of many widths: one is a table, the other perhaps.
_ONLY_NAMES, _RAGGED = 0.5, 0.35
#: Above this score rows are in order.
_IN_ORDER = 0.6
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*$', re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """A format and a score: below 0.3 the text is hardly a table. The format's encoding is still open."""

    text_format: TextFormat
    score: float


def find_dialect(lines: Sequence[str], wishes: Wishes = NO_WISHES) -> Dialect:
    """Return the likeliest dialect of a text's first lines among those that ``wishes`` leave open.

    Nameless columns that are always empty tell against a delimiter: "|" of "||".
    """
    lines = list(lines[:SAMPLE_LINES])
    told = _SEPARATOR_LINE.match(lines[0]) if lines else None
    offset = 1 if told else 0
    if wishes.delimiter is not None:
        wanted = [wishes.delimiter]
    elif told:
        wanted = [told[1]]
    else:
        wanted = [delimiter for delimiter in _DELIMITERS if any(delimiter in line for line in lines)]
    place = wishes.header_line
    if place:
        place = max(0, place - 1 - offset)
    elif place == 0:
        place = _NO_HEADER
    formats = [one for delimiter in wanted for one in _formats(lines[offset:], delimiter, wishes.quote)]
    best = Dialect(TextFormat("", ",", '"', 0, False), 0.0)
    for mending in (False, True):  # what is damaged is looked into only where nothing is in order
        if best.score < _IN_ORDER:
            candidates = [_measured(lines[offset:], offset, one, place, mending=mending) for one in formats]
            best = max(candidates, key=lambda dialect: dialect.score, default=best)
    return best


def _formats(lines: list[str], delimiter: str, quote: str | None) -> list[TextFormat]:
    """Return the ways in which lines may be written with a delimiter; the plain one first."""
    text = "".join(lines)
    quote = _quote(text, delimiter, len(lines)) if quote is None else quote
    skip_blanks = bool(quote) and delimiter != " " and _blanks_before_quotes(lines, delimiter, quote)
    plain = TextFormat("", delimiter, quote, 0, True, skip_blanks)
    return [plain, replace(plain, escape="\\")] if quote and "\\" + quote in text else [plain]


def _blanks_before_quotes(lines: list[str], delimiter: str, quote: str) -> bool:
    """Return whether more cells begin with a blank and a quotation mark than with a quotation mark."""
    if delimiter + " " + quote not in "".join(lines):
        return False
    splitter = Tokenizer(delimiter, quote)
    found = [splitter.tokens(line.rstrip("\r\n")) or () for line in lines]
    padded = sum(token.text.startswith(" " + quote) and not token.quoted for tokens in found for token in tokens[1:])
    return padded > sum(token.quoted for tokens in found for token in tokens[1:])


def _measured(lines: list[str], offset: int, text_format: TextFormat, place: int | None, *, mending: bool) -> Dialect:
    """Return the format with its header's place, and how well the lines agree with it; ``place``: the header's line if said."""
    block = RowBlock()
    skipped = place if place and place > 0 else 0
    RecordSplitter(text_format).split(lines[skipped:], skipped, final=True, block=block)
    rows = [(line, row) for line, row in zip(block.lines, block.rows, strict=True) if any(cell.strip() for cell in row)]
    if not rows:
        return Dialect(text_format, 0.0)
    found = Place(0, 0) if place == _NO_HEADER else header_place([row for _, row in rows], first=place is not None)
    line = rows[found.first][0]
    behind = found.first + found.height
    following = rows[behind][0] if behind < len(rows) else rows[-1][0] + 1
    height = rows[behind - 1][0] - line + 1 if found.height else 0
    if found.height and any("\n" in cell or "\r" in cell for cell in rows[behind - 1][1]):
        height = max(height, following - line)
    table = [row for _, row in rows[found.first :]]
    odd = len(block.bad) + max(0, found.first - _FREE_PREAMBLE)
    mended = _mended(lines, text_format, rows[found.first :], block) if mending else 0
    score = _agreement(table, odd, mended, alone=found.first == 0) * _DELIMITERS.get(text_format.delimiter, 1.0)
    return Dialect(replace(text_format, header_line=line + offset, header_height=height), score)


def _quote(text: str, delimiter: str, lines: int) -> str:
    """Return the quotation mark that wraps cells: the one that has to, by what stands within, or that wraps most cells."""
    between = re.escape(delimiter)
    needed, plain = {}, {}
    for quote in ('"', "'"):
        # An apostrophe before one of these signs keeps a spreadsheet from taking the cell for a formula.
        opening = quote if quote == '"' else "'(?![=+@-])"
        cell = rf"(?:^|{between})[ ]?{opening}((?:[^{quote}]|{quote}{quote}){{0,2000}}){quote}(?={between}|[ \r]*$)"
        wrapped = re.findall(cell, text, re.MULTILINE) if quote in text else []
        needed[quote] = sum(delimiter in inner or quote in inner or "\n" in inner for inner in wrapped)
        plain[quote] = len(wrapped)
    if needed["'"] > needed['"']:
        return "'"
    return "'" if needed["'"] == needed['"'] and plain["'"] > 2 * plain['"'] and plain["'"] >= max(2, lines // 2) else '"'


def _mended(lines: list[str], text_format: TextFormat, rows: list[tuple[int, list[str]]], block: RowBlock) -> int:
    """Return how many rows, numbered by their lines, that are not as wide as the table could be made so in one way only."""
    width, count = _width([row for _, row in rows])
    if not 0.25 * len(rows) <= count < len(rows) or count <= FEWEST_ROWS or len(text_format.delimiter) != 1:
        return 0
    splitter = Tokenizer(text_format.delimiter, text_format.quote, text_format.escape, skip_blanks=text_format.skip_blanks)
    teachers = [splitter.tokens(lines[line].rstrip("\r\n")) for line, row in rows[1:] if len(row) == width]
    mender = Mender(text_format, learn([tokens for tokens in teachers if tokens is not None and len(tokens) == width]))
    damaged = [line for line, row in rows if len(row) != width] + [bad.line for bad in block.bad]
    return sum(mender.mend(lines[line]) is not None for line in damaged)


def _width(rows: list[list[str]]) -> tuple[int, int]:
    """Return the commonest number of cells, more than one where there is such a row, and how many rows have it."""
    return max(Counter(map(len, rows)).items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]))


def _agreement(rows: list[list[str]], odd: int, mended: int, *, alone: bool) -> float:
    """Return how much rows look like one table: equal widths, cells of known forms, a header of known names.

    ``odd`` counts further lines that fit in nowhere, ``mended`` the rows of another width that damage explains.
    ``alone``: nothing stands above the rows.
    """
    width, count = _width(rows)
    if width < 2 or sum(any(cell.strip() for cell in column) for column in zip_longest(*rows, fillvalue="")) < 2:
        return 0.0
    same = min(1.0, (count + mended) / (len(rows) + odd))
    cells = [cell for row in rows[1:50] if len(row) == width for cell in row]
    typed = sum(_TYPED.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.5
    known = sum(is_known(cell) for cell in rows[0])
    inner = list(zip_longest(*rows[:50], fillvalue=""))[:-1]
    nameless = sum(not any(cell.strip() for cell in column) for column in inner)
    names = alone and _is_names(rows[0])
    if len(rows) == 1:
        return _ONLY_NAMES if known >= 2 or names else 0.0
    agreement = same * same * (0.4 + 0.6 * typed) * (1 - 1 / (width + 1)) * (1 - nameless / width) + min(1, 3 * same) * (
        0.5 * min(known, 4) / 4 + 0.01 * min(known, 30)
    )
    return max(agreement, _RAGGED) if names and any(len(row) > 1 for row in rows[1:]) else agreement


def _is_names(row: Sequence[str]) -> bool:
    """Return whether the cells of a row may be a header's names: short, different, and no sentence."""
    names = [cell.strip() for cell in row]
    while names and not names[-1]:
        names.pop()
    return len(names) > 1 and len(set(names)) == len(names) and all(map(_NAME.fullmatch, names))
