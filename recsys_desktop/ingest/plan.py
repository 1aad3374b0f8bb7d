"""What was found out about a file before it is imported, and what reading it yields."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from recsys_desktop.domain.entities import Interaction, Item
from recsys_desktop.domain.texts import Text
from recsys_desktop.ingest.mapping import Mapping
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.text_format import TextFormat

Role = Literal["catalogue", "behaviour", "orders"]
RoleWish = Literal["auto", "catalogue", "behaviour", "orders"]


@dataclass(frozen=True)
class Conventions:
    """How a file writes its values, settled once over a sample of its rows.

    ``day_first``: 03/04 is the third of April. ``decimal_comma``: 12,50 is twelve and a half. ``rating_scale`` turns the
    file's ratings into stars of 5. ``code_digits``: product codes begin with this many digits, 0 where they are of any form.
    """

    day_first: bool = True
    decimal_comma: bool = False
    rating_scale: float = 1.0
    code_digits: int = 0


@dataclass(frozen=True)
class FilePlan:
    """How one file will be imported. ``problems`` are remarks that do not stop the import; ``preview`` holds up to 5 rows."""

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


@dataclass
class Chunk:
    """What some thousand rows of a file gave. ``skipped`` counts rows left out on purpose, by reason; ``rows`` all rows read."""

    items: list[Item] = field(default_factory=list)
    interactions: list[Interaction] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    bytes_done: int = 0
