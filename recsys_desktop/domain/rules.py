"""Rules of a shop's lists: what may stand in them, what stands first, and how varied they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recsys_desktop.domain.columns import ItemId

#: The scenario of the window and of everything that names none. It always exists.
STANDARD = "standard"
#: Lowest and highest value of the rules that are numbers.
LIMITS: dict[str, tuple[float, float]] = {
    "list_length": (1, 100),
    "price_low": (0, 1e12),
    "price_high": (0, 1e12),
    "bring_back_days": (0, 3650),
    "rest_lists": (0, 10),
    "diversity": (0, 1),
    "long_tail": (0, 1),
}


@dataclass(frozen=True)
class Boost:
    """Lifts (``strength`` up to 1) or lowers (down to -1) one item, a category with all below it, or a brand."""

    target: Literal["item", "category", "brand"]
    name: str  # an item id, a category path ("Home > Kitchen"), a brand
    strength: float


@dataclass(frozen=True)
class Rules:
    """What shapes lists; the defaults change nothing but that sold-out and bought products stay away.

    Prices are in the catalogue's own units. A category names itself and all below it.
    """

    list_length: int = 10  # 1 to 100
    in_stock: bool = True  # items whose stock is not counted are always in
    price_low: float | None = None
    price_high: float | None = None
    only_categories: tuple[str, ...] = ()  # none: all
    without_categories: tuple[str, ...] = ()
    bring_back_days: int = 0  # bought items may come back after so many days; 0: never
    pinned: tuple[ItemId, ...] = ()  # stand first, in this order
    blocked: tuple[ItemId, ...] = ()
    boosts: tuple[Boost, ...] = ()
    rest_lists: int = 0  # items of so many latest shown lists of a user rest; 0: none
    diversity: float = 0.0  # 0 to 1: how much the items of a list must differ
    long_tail: float = 0.0  # 0 to 1: how much rarely bought items are lifted


@dataclass(frozen=True)
class Scenario:
    """A place where lists are shown, under the name that the shop gave it, with its rules."""

    name: str
    rules: Rules
