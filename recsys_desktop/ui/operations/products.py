"""Looking through products: found and sorted, what each has to do with others and with customers, and all of them on a map.

What makes these is imported on the lane that makes them: its libraries take longer to load than a page may take to appear.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QLocale

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.likely_customers import LikelyCustomer
    from recsys_desktop.services.listing.recommending import SimilarItem
    from recsys_desktop.services.products.catalogue_map import ShopMap
    from recsys_desktop.services.products.finding_products import Found, SortKey, Wanted
    from recsys_desktop.services.products.text_coach import TextAdvice
    from recsys_desktop.services.products.text_gain import TextGain
    from recsys_desktop.services.products.together import Together


@dataclass(frozen=True)
class FoundProducts:
    """What was found, and the categories to choose from."""

    found: Found
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """Products read for the table; one that has gone meanwhile is missing."""

    ids: tuple[ItemId, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Alike:
    """Products like one product."""

    item_id: ItemId
    items: tuple[SimilarItem, ...]


@dataclass(frozen=True)
class BoughtTogether:
    """Products that share orders with one product."""

    item_id: ItemId
    items: tuple[Together, ...]


@dataclass(frozen=True)
class LikelyCustomers:
    """Customers who would like one product, most likely first."""

    item_id: ItemId
    customers: tuple[LikelyCustomer, ...]


def find_products(*, workplace: Workplace, wanted: Wanted) -> Job:
    """Find products; the newest request wins. Succeeds with a FoundProducts."""
    return workplace.runner.submit(Lane.RANK, partial(_find, workplace.shop, wanted, _sort_key(QLocale().name())), newest_wins=True)


def read_page(*, workplace: Workplace, ids: tuple[ItemId, ...]) -> Job:
    """Read products for the table. Succeeds with a Page."""
    return workplace.runner.submit(Lane.RANK, partial(_read_page, workplace.shop, ids))


def find_similar(*, workplace: Workplace, item_id: ItemId, k: int) -> Job:
    """Find products like this one; the newest request wins. Succeeds with an Alike."""
    return workplace.runner.submit(Lane.RANK, partial(_find_similar, workplace, item_id, k), newest_wins=True)


def find_together(*, workplace: Workplace, item_id: ItemId, k: int) -> Job:
    """Count what is bought together with this; the newest request wins. Succeeds with a BoughtTogether."""
    return workplace.runner.submit(Lane.RANK, partial(_find_together, workplace.shop, item_id, k), newest_wins=True)


def find_customers(*, workplace: Workplace, item_id: ItemId, k: int) -> Job:
    """Find customers who would like a product, with reasons; the newest request wins. Succeeds with a LikelyCustomers."""
    return workplace.runner.submit(Lane.RANK, partial(_find_customers, workplace, item_id, k), newest_wins=True)


def read_map(*, workplace: Workplace) -> Job:
    """Read the map where it was drawn before. Succeeds with a ShopMap, or None where it is still to be drawn."""
    return workplace.runner.submit(Lane.RANK, partial(_read_map, workplace.shop), newest_wins=True)


def draw_map(*, workplace: Workplace) -> Job:
    """Draw the map of the catalogue, half a minute for 100,000 products. Succeeds with a ShopMap."""
    task = partial(_draw_map, workplace.shop)
    return workplace.runner.submit(Lane.COMPUTE, task, title=message("map", "Drawing the map"), newest_wins=True)


def read_texts(*, workplace: Workplace) -> Job:
    """Find the products whose text says too little; the newest request wins. Succeeds with a TextAdvice."""
    return workplace.runner.submit(Lane.COMPUTE, partial(_read_texts, workplace.shop), newest_wins=True)


def measure_texts(*, workplace: Workplace) -> Job:
    """Measure what words are worth in this shop: some seconds. Succeeds with a TextGain, or None where that cannot be measured."""
    title = message("text_coach", "Measuring what words are worth")
    return workplace.runner.submit(Lane.COMPUTE, partial(_measure_texts, workplace.shop), title=title, newest_wins=True)


@functools.cache
def _sort_key(language: str) -> SortKey:
    """Return how a language sorts names: Chinese by their sounds, accents beside their letters."""
    collator = QCollator(QLocale(language))
    return collator.sortKey


def _find(shop: Shop, wanted: Wanted, sort_key: SortKey, progress: Progress) -> FoundProducts:
    from recsys_desktop.services.products import finding_products as finding

    progress.raise_if_cancelled()
    return FoundProducts(finding.find_products(shop, wanted, sort_key), finding.categories_in_use(shop, sort_key))


def _read_page(shop: Shop, ids: tuple[ItemId, ...], progress: Progress) -> Page:
    progress.raise_if_cancelled()
    return Page(ids, tuple(shop.catalogue.get_many(ids)))


def _find_similar(workplace: Workplace, item_id: ItemId, k: int, progress: Progress) -> Alike:
    progress.raise_if_cancelled()
    return Alike(item_id, workplace.recommender.similar(item_id, k))


def _find_together(shop: Shop, item_id: ItemId, k: int, progress: Progress) -> BoughtTogether:
    from recsys_desktop.services.products.together import together

    progress.raise_if_cancelled()
    return BoughtTogether(item_id, together(shop, item_id, k))


def _find_customers(workplace: Workplace, item_id: ItemId, k: int, progress: Progress) -> LikelyCustomers:
    from recsys_desktop.services.listing.likely_customers import likely_customers

    return LikelyCustomers(item_id, tuple(likely_customers(workplace.shop, workplace.recommender, item_id, k, progress)))


def _read_map(shop: Shop, progress: Progress) -> ShopMap | None:
    from recsys_desktop.services.products.catalogue_map import kept_map

    progress.raise_if_cancelled()
    return kept_map(shop)


def _draw_map(shop: Shop, progress: Progress) -> ShopMap:
    from recsys_desktop.services.products.catalogue_map import shop_map

    return shop_map(shop, progress)


def _read_texts(shop: Shop, progress: Progress) -> TextAdvice:
    from recsys_desktop.services.products.text_coach import coach

    return coach(shop, progress)


def _measure_texts(shop: Shop, progress: Progress) -> TextGain | None:
    from recsys_desktop.services.products.text_gain import measure_gain

    return measure_gain(shop, progress)
