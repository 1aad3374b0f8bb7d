"""For whom a product is: who would like it, whom it concerns that it is back, and whom that it costs less."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.history import SECONDS_PER_DAY
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.prices import price_text
from recsys_desktop.services.handing.hand_outs import Sheet, Wish
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hidden
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item

_HEADER = ("customer", "product_id", "title", "price", "link", "place")
_BEFORE = ("price_before",)
_LOOKING = message("handouts", "Looking for the customers of {total} products")


@dataclass(frozen=True)
class News:
    """A product of which there is something to tell; ``price_before`` is "" where its price is not the news."""

    item: Item
    price_before: str = ""


def audience_sheet(shop: Shop, recommender: Recommender, wish: Wish, progress: Progress) -> Sheet:
    """Return the customers for one product, or for all with news, as a table; nearest first, product by product.

    Raises: RecsysError unknown_item, no_product_chosen, no_news.
    """
    about = [News(_product(shop, wish.item_id))] if wish.what == "audience" else news(shop, wish)
    header = (*_HEADER, *_BEFORE) if wish.what == "price_drop" else _HEADER
    return Sheet(header, _rows(recommender, wish, about, progress), _remark(wish, about))


def news(shop: Shop, wish: Wish) -> list[News]:
    """Return the products with news of the last days, the latest first. Raises: RecsysError no_news."""
    since = int(time.time()) - wish.days * int(SECONDS_PER_DAY)
    if wish.what == "price_drop":
        drops = {drop.item_id: drop.price_before for drop in shop.item_changes.price_drops(since)}
        items = shop.catalogue.get_many(list(drops))
        found = [News(item, price_text(replace(item, price=drops[item.item_id]))) for item in items]
    else:
        ids = [one.item_id for one in shop.item_changes.back_in_stock(since)]
        found = [News(item) for item in shop.catalogue.get_many(ids)]
    never = frozenset(hidden(shop))
    found = [one for one in found if one.item.item_id not in never]
    if not found:
        raise _no_news(wish)
    return found


def _rows(recommender: Recommender, wish: Wish, about: list[News], progress: Progress) -> Iterator[tuple[Cell, ...]]:
    label = _LOOKING.fill(total=len(about))
    for done, one in enumerate(about):
        progress.report(done, len(about), label)
        item = one.item
        for place, user_id in enumerate(_audience(recommender, item.item_id, wish.count), start=1):
            row = (user_id, item.item_id, item.title, price_text(item), item.url, place)
            yield (*row, one.price_before) if wish.what == "price_drop" else row
    progress.report(len(about), len(about), label)


def _audience(recommender: Recommender, item_id: ItemId, k: int) -> list[UserId]:
    """Return whom a product suits; nobody where it came in after the lists were prepared."""
    try:
        return [user_id for user_id, _ in recommender.audience(item_id, k)]
    except RecsysError as error:
        if error.code != "unknown_item":
            raise
        return []


def _product(shop: Shop, item_id: ItemId | None) -> Item:
    if item_id is None:
        raise RecsysError(
            "no_product_chosen",
            message("handouts", "No product is chosen yet."),
            message("handouts", "Type a part of its name and choose it."),
        )
    item = shop.catalogue.get(item_id)
    if item is None:
        raise unknown_item(item_id)
    return item


def _remark(wish: Wish, about: list[News]) -> Text | None:
    if wish.what == "audience":
        return message("handouts", "Customers who have it already are left out.")
    names = "; ".join(one.item.title for one in about[:3])
    if wish.what == "price_drop":
        return message("handouts", "{count} products cost less than before: {names}").fill(count=len(about), names=names)
    return message("handouts", "{count} products can be bought again: {names}").fill(count=len(about), names=names)


def _no_news(wish: Wish) -> RecsysError:
    what = (
        message("handouts", "No price fell in the last {days} days.")
        if wish.what == "price_drop"
        else message("handouts", "No product came back into stock in the last {days} days.")
    )
    return RecsysError(
        "no_news",
        what.fill(days=wish.days),
        message("handouts", "It is noticed when you import your products again, or change one by hand. Choose more days, or wait."),
    )
