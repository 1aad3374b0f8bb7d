"""Lists made by hand for tests of what shows them."""

from __future__ import annotations

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.services.listing.reasons import Reason
from recsys_desktop.services.listing.recommending import Recommendation


def because(title: str, share: float) -> Reason:
    """A share that a product of the history has."""
    return Reason("history", ItemId(title), title, share, message("reasons", "Because of {title}").fill(title=title))


def popular(share: float) -> Reason:
    """The share of what sells well."""
    return Reason("prior", None, "", share, message("reasons", "Sells well now"))


def place(rank: int, title: str, *reasons: Reason, price: float | None = 4.95, stock: int | None = None) -> Recommendation:
    """A place of a list; the product's id is its title."""
    given = reasons or (because("Tea towel", 0.4), popular(0.1))
    item = Item(ItemId(title), title, category="Home > Kitchen", price=price, currency="GBP", stock=stock)
    return Recommendation(rank, item, sum(reason.share for reason in given), given)


def places(*titles: str) -> list[Recommendation]:
    """A list of these products."""
    return [place(rank, title) for rank, title in enumerate(titles, start=1)]
