"""What a report on paper says: what the shop holds, whether its lists help, what they show, and what they never show."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import message
from recsys_desktop.services.learning.evaluation_log import KeptEvaluation, last_evaluation
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hidden
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.statistics import ShopState, shop_state
from recsys_desktop.settings import SHOP_NAME

#: Products named in each table of the report.
MOST_NAMED = 15
_MAKING = message("report", "Making the lists of {total} customers")


@dataclass(frozen=True)
class Shown:
    """A product and in how many of the customers' lists it stands."""

    item: Item
    lists: int


@dataclass(frozen=True)
class CategoryShare:
    """A category's part of the catalogue and of all places in lists, 0 to 1 each."""

    name: str
    of_catalogue: float
    of_lists: float


@dataclass(frozen=True)
class ShopReport:
    """All that the report says. ``shown`` counts the products that stand in at least one list."""

    shop: str
    time: int
    state: ShopState
    evaluation: KeptEvaluation | None  # the latest replay; None where there was none yet
    customers: int
    places: int
    shown: int
    top: tuple[Shown, ...]
    categories: tuple[CategoryShare, ...]  # the largest of the catalogue first
    never: tuple[Item, ...]  # in no list though they can be bought; a few of them
    never_count: int


def shop_report(shop: Shop, recommender: Recommender, progress: Progress, scenario: str = STANDARD) -> ShopReport:
    """Make every customer's list under a scenario's rules and count what stands in them.

    Raises: Cancelled; RecsysError not_prepared, unknown_scenario.
    """
    users = shop.users.keys()[1]
    label = _MAKING.fill(total=len(users))
    counts: Counter[ItemId] = Counter()
    places = 0
    for done, user_id in enumerate(users):
        progress.report(done, len(users), label)
        made = recommender.recommend(user_id, scenario=scenario).items
        counts.update(place.item.item_id for place in made)
        places += len(made)
    progress.report(len(users), len(users), label)
    items = [item for _, item in shop.catalogue.iterate()]
    best = sorted((item for item in items if counts[item.item_id]), key=lambda item: (-counts[item.item_id], item.item_id))
    kept_out = frozenset(hidden(shop))
    never = [
        item
        for item in items
        if not counts[item.item_id] and item.item_id not in kept_out and (item.stock is None or item.stock > 0)
    ]
    return ShopReport(
        str(shop.settings.get(SHOP_NAME)),
        int(time.time()),
        shop_state(shop),
        last_evaluation(shop),
        len(users),
        places,
        len(best),
        tuple(Shown(item, counts[item.item_id]) for item in best[:MOST_NAMED]),
        _categories(items, counts),
        tuple(never[:MOST_NAMED]),
        len(never),
    )


def _categories(items: list[Item], counts: Counter[ItemId]) -> tuple[CategoryShare, ...]:
    """Return the outermost categories with their parts; products without one are left out."""
    in_catalogue: Counter[str] = Counter()
    in_lists: Counter[str] = Counter()
    for item in items:
        name = item.category.partition(">")[0].strip()
        if name:
            in_catalogue[name] += 1
            in_lists[name] += counts[item.item_id]
    all_items, all_places = sum(in_catalogue.values()), max(1, sum(in_lists.values()))
    largest = sorted(in_catalogue.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_NAMED]
    return tuple(CategoryShare(name, count / all_items, in_lists[name] / all_places) for name, count in largest)
