"""What a person said about a file before it is read; whatever was left open is found out from the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RoleWish = Literal["auto", "catalogue", "behaviour", "orders"]


@dataclass(frozen=True)
class Mapping:
    """``columns`` holds, per field, the name of its column as the header writes it."""

    columns: dict[str, str]


@dataclass(frozen=True)
class Wishes:
    """ "auto" and None: not said. Each answer overrules what would be guessed.

    ``columns`` names the columns of some fields, the rest is guessed; with ``exact`` it is the whole mapping. ``header_line`` is
    the header's physical line (a sheet's row), counted from 1; 0: no line names the columns. ``quote`` is "" where cells are
    never quoted. ``day_first``: 03/04 is the third of April. ``decimal_comma``: 12,50 is twelve and a half. ``platform`` is the
    name of a known export, "generic" for none.
    """

    role: RoleWish = "auto"
    columns: Mapping | None = None
    exact: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    header_line: int | None = None
    day_first: bool | None = None
    decimal_comma: bool | None = None
    platform: str | None = None


#: Nothing was said.
NO_WISHES = Wishes()
