"""How a file is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How a file holds its table.
Kind = Literal["text", "spreadsheet", "json", "xml", "html"]


@dataclass(frozen=True)
class TextFormat:
    """Encoding (Python's name), delimiter, quote ("" for none) and the header's place.

    ``header_line`` is the physical line of the header, counted from 0; ``header_height`` the lines it takes up (a header
    cell may hold a line end). ``confident`` is False where another reading is nearly as likely. ``skip_blanks``: blanks
    after a delimiter do not belong to the cell. ``escape``: the character that takes the next one's meaning away, "" for none.
    A spreadsheet has encoding "xlsx"; neither it nor JSON and XML have a delimiter or a quote.
    """

    encoding: str
    delimiter: str
    quote: str
    header_line: int
    confident: bool
    skip_blanks: bool = False
    header_height: int = 1
    escape: str = ""
    kind: Kind = "text"
