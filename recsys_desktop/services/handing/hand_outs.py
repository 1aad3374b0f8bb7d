"""What can be handed out, for whom and how: the wish that the window and the command line put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import Text
from recsys_desktop.handouts.cells import Cell

#: A letter for each customer as a table or a page; customers for a product or for news about products; tables for the shop; and
#: a report on paper, which the window writes.
What = Literal["mailing", "page", "audience", "back_in_stock", "price_drop", "similar", "together", "report"]
#: Whose import reads a table of similar products, or of those bought together.
Platform = Literal["plain", "shopify", "matrixify", "woocommerce"]
PLATFORMS: tuple[Platform, ...] = ("plain", "shopify", "matrixify", "woocommerce")
#: Hand-outs that speak to customers, one row or chapter for each.
LETTERS: tuple[What, ...] = ("mailing", "page")
#: Hand-outs with news: what is new about products since some days.
NEWS: tuple[What, ...] = ("back_in_stock", "price_drop")


@dataclass(frozen=True)
class Wish:
    """What a person wants to hand out. Each kind of hand-out reads only what concerns it."""

    what: What
    scenario: str = STANDARD
    #: Products of a letter or beside a product; customers for a product.
    count: int = 5
    #: For whom letters are; none: all. ``active_days`` leaves out who did nothing for longer; 0: nobody.
    users: tuple[UserId, ...] = ()
    active_days: int = 0
    #: A letter names other products than the last mailing did, as far as there are enough.
    rotate: bool = True
    #: A product goes to at most so many customers for each piece in stock; 0: to any number.
    customers_per_piece: int = 0
    #: Whose customers are looked for.
    item_id: ItemId | None = None
    #: How old news may be.
    days: int = 30
    platform: Platform = "plain"
    #: E-mail addresses of customers who are known by a code; they are written, never stored.
    addresses: Mapping[UserId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A table on its way out: its header, its rows, and what is to be known about them before."""

    header: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]
    remark: Text | None = None
    customers: int | None = None  # to whom letters go
