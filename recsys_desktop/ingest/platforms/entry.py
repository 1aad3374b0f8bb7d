"""What there is to say about one platform's export: how to know it by its header, and what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    ``joined``: per field, columns whose filled cells are joined by a blank (a date and a time of day). ``names``: columns with
    further ids of the product or of the row's variant, by which orders may call it (SKU). ``variant_rows``: rows that match add to
    the product of the last row that did not. ``children`` names a column and a pattern whose first group finds the ids of products
    that are only variants of the row's product. ``needs_user``: False where the export never names a customer, so that its lines
    tell about products alone. A column name that ends in "*" stands for all that begin so ("Current Quantity *").
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
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    variant_rows: tuple[SkipRule, ...] = ()
    children: tuple[str, re.Pattern[str]] | None = None
    needs_user: bool = True

    def used_columns(self) -> set[str]:
        """Return the names of all columns that this entry makes use of."""
        names = {name for columns in self.columns.values() for name in columns}
        return names | {rule.column for rule in self.skip} | set(self.filled_down) | ({self.parent} if self.parent else set())
