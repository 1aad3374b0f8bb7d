"""What there is to say about one platform's export: how to know it by its header, and what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recsys_desktop.domain.entities import Kind


@dataclass(frozen=True)
class SkipRule:
    """Rows whose cell in ``column`` matches ``pattern`` from its beginning are left out and counted under ``reason``."""

    column: str
    pattern: re.Pattern[str]
    reason: str


@dataclass(frozen=True)
class Platform:
    """One kind of export. Column names are compared without case, blanks and punctuation.

    ``signatures``: the header must hold all names of one of them. ``columns``: per field the columns to look in; the first
    one with a filled cell counts. ``continued``: rows that repeat an id without a title are variants or pictures of the
    product above. ``parent``: a row with this column filled is a variant of the product it names (by SKU, or "id:44").
    ``filled_down``: order columns that only an order's first line carries. ``between`` separates several categories of a
    cell, ``levels`` the levels of one. ``first_tag_is_category``: there is no category column, the first tag stands for it.
    ``title_is_id``: rows without an id are told apart by their titles. ``needs_title``: False where the file only adds to
    products that another one describes. ``url_pattern`` makes an address of the cell in the address column.
    """

    name: str
    role: Literal["catalogue", "behaviour", "orders"]
    signatures: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]
    kind: Kind | None = None
    skip: tuple[SkipRule, ...] = ()
    continued: bool = False
    parent: str = ""
    filled_down: tuple[str, ...] = ()
    between: str = ""
    levels: str = ">"
    first_tag_is_category: bool = False
    title_is_id: bool = False
    needs_title: bool = True
    url_pattern: str = "{}"

    def used_columns(self) -> set[str]:
        """Return the names of all columns that this entry makes use of."""
        names = {name for columns in self.columns.values() for name in columns}
        return names | {rule.column for rule in self.skip} | set(self.filled_down) | ({self.parent} if self.parent else set())
