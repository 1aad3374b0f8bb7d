"""What was found out about a file before it is imported, and what reading it yields."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.event_columns import EventColumns
from recsys_desktop.domain.texts import Text
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Mapping, Wishes

Role = Literal["catalogue", "behaviour", "orders"]


@dataclass(frozen=True)
class Conventions:
    """How a file writes its values, settled once over a sample of its rows.

    ``day_first``: 03/04 is the third of April. ``decimal_comma``: 12,50 is twelve and a half. ``rating_scale`` turns the
    file's ratings into stars of 5. ``code_digits``: product codes begin with this many digits, 0 where they are of any form.
    ``day_first_told``: what a date of the file itself tells (27/08), whatever was said; None: nothing. ``serial_dates``: dates
    are a spreadsheet's day numbers (45123.5). ``category_between`` stands between several categories of a cell ("": one only),
    ``category_levels`` between the levels of one.
    """

    day_first: bool = True
    decimal_comma: bool = False
    rating_scale: float = 1.0
    code_digits: int = 0
    day_first_told: bool | None = None
    serial_dates: bool = False
    category_between: str = ""
    category_levels: str = ">"


@dataclass(frozen=True)
class FilePlan:
    """How one file will be imported. ``problems`` are remarks that do not stop the import; ``preview`` holds up to 5 rows.

    ``questions`` names what only a person can settle (names of fields of :class:`Wishes`); while there are any, the file is not
    imported. ``personal`` are columns of names, addresses and telephone numbers, which are never read. With ``pseudonyms``
    the customers' column holds such data itself, and a keyed pseudonym takes its place.
    """

    path: Path
    platform: str
    format: TextFormat
    role: Role
    mapping: Mapping
    header: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    unused: tuple[str, ...]
    problems: tuple[Text, ...]
    conventions: Conventions
    wishes: Wishes = NO_WISHES
    questions: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    pseudonyms: bool = False


@dataclass
class Chunk:
    """What some thousand rows of a file gave. ``skipped`` counts rows left out on purpose, by reason; ``rows`` all rows read;
    ``mended`` those that were damaged and could be put right.

    ``names`` are further ids by which orders may call a product of this catalogue (its variants' SKUs). ``alternatives`` are, for
    an id of this chunk's events that no product may have, the ids to try instead, best first (made from the line's title).
    """

    items: list[Item] = field(default_factory=list)
    events: EventColumns = field(default_factory=EventColumns)
    bad: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    mended: int = 0
    bytes_done: int = 0
    names: list[tuple[str, ItemId]] = field(default_factory=list)
    alternatives: list[tuple[ItemId, tuple[str, ...]]] = field(default_factory=list)
