"""What the rules page shows: the rules with names for their ids, an example list, and what rules cost before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import BRAND, CATEGORY, CURRENCY, ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import RecommendationList
    from recsys_desktop.services.listing.rule_costs import Forecast, Replay

#: Products a search offers to choose from.
FOUND = 50
_REPLAYING = message("rules", "Replaying the last weeks, to see what rules cost")


@dataclass(frozen=True)
class RuleBook:
    """All scenarios, the standard one first; the hidden products; and every product that any of them names."""

    scenarios: tuple[Scenario, ...]
    hidden: tuple[ItemId, ...]
    items: dict[ItemId, Item]


@dataclass(frozen=True)
class Shelves:
    """What rules choose from: categories with the number of products in each, brands likewise, the shop's usual currency."""

    categories: tuple[tuple[str, int], ...]
    brands: tuple[tuple[str, int], ...]
    currency: str
    products: int
    behaviour: int  # how many things customers did


@dataclass(frozen=True)
class FoundProducts:
    """The first products that a search found."""

    text: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Preview:
    """A customer's list under some rules, and the products that stand in it without any rules."""

    rules: Rules
    made: RecommendationList
    without: frozenset[ItemId]


@dataclass(frozen=True)
class RuleCosts:
    """What some rules cost: all of them beside none, and what would be with either slider at its left end.

    How long lists are and whether bought products come back is the same in all of them: that is no cost.
    """

    rules: Rules
    together: Forecast
    without_diversity: Forecast
    without_long_tail: Forecast


def read_rule_book(*, workplace: Workplace) -> Job:
    """Read the rules of all scenarios; the newest request wins. Succeeds with a RuleBook."""
    return workplace.runner.submit(Lane.RANK, partial(_read_book, workplace.shop), newest_wins=True)


def read_shelves(*, workplace: Workplace) -> Job:
    """Read categories and brands; the newest request wins. Succeeds with Shelves."""
    return workplace.runner.submit(Lane.RANK, partial(_read_shelves, workplace.shop), newest_wins=True)


def find_products(*, workplace: Workplace, text: str) -> Job:
    """Find products to choose from; the newest request wins. Succeeds with FoundProducts."""
    return workplace.runner.submit(Lane.RANK, partial(_find, workplace.shop, text), newest_wins=True)


def find_customers(*, workplace: Workplace, text: str) -> Job:
    """Find customers for the example, the most recent first; the newest request wins. Succeeds with a list of user ids."""
    return workplace.runner.submit(Lane.RANK, partial(_find_customers, workplace.shop, text), newest_wins=True)


def preview(*, workplace: Workplace, user_id: UserId, rules: Rules) -> Job:
    """Make a customer's list under rules that need not be kept; the newest request wins. Succeeds with a Preview."""
    return workplace.runner.submit(Lane.RANK, partial(_preview, workplace, user_id, rules), newest_wins=True)


def replay(*, workplace: Workplace) -> Job:
    """Learn from all but the last weeks, so that what rules cost can be told. Succeeds with a Replay."""
    return workplace.runner.submit(Lane.COMPUTE, partial(_replay, workplace.shop), title=_REPLAYING, newest_wins=True)


def forecast(*, workplace: Workplace, replay: Replay, rules: Rules) -> Job:
    """Tell what rules cost; the newest request wins. Succeeds with RuleCosts."""
    return workplace.runner.submit(Lane.RANK, partial(_forecast, replay, rules), newest_wins=True)


def _read_book(shop: Shop, progress: Progress) -> RuleBook:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    known, hidden = scenarios.scenarios(shop), scenarios.hidden(shop)
    named = [*hidden, *(item_id for scenario in known for item_id in _items_of(scenario.rules))]
    items = shop.catalogue.get_many(list(dict.fromkeys(named)))
    return RuleBook(known, hidden, {item.item_id: item for item in items})


def _items_of(rules: Rules) -> Sequence[ItemId]:
    boosted = [ItemId(boost.name) for boost in rules.boosts if boost.target == "item"]
    return [*rules.pinned, *rules.blocked, *boosted]


def _read_shelves(shop: Shop, progress: Progress) -> Shelves:
    progress.raise_if_cancelled()
    catalogue = shop.catalogue
    currency = catalogue.common_values(CURRENCY, 1)
    return Shelves(
        tuple(catalogue.counted_values(CATEGORY)),
        tuple(catalogue.counted_values(BRAND)),
        currency[0] if currency else "",
        catalogue.count(),
        shop.interactions.count(),
    )


def _find(shop: Shop, text: str, progress: Progress) -> FoundProducts:
    progress.raise_if_cancelled()
    return FoundProducts(text, tuple(shop.catalogue.page(text, FOUND)))


def _find_customers(shop: Shop, text: str, progress: Progress) -> list[UserId]:
    from recsys_desktop.services.pseudonyms import customers_called

    progress.raise_if_cancelled()
    return list(customers_called(shop, text, FOUND))


def _preview(workplace: Workplace, user_id: UserId, rules: Rules, progress: Progress) -> Preview:
    progress.raise_if_cancelled()
    made = workplace.recommender.recommend_with(user_id, rules)
    progress.raise_if_cancelled()
    plain = workplace.recommender.recommend_with(user_id, Rules(list_length=rules.list_length))
    return Preview(rules, made, frozenset(place.item.item_id for place in plain.items))


def _replay(shop: Shop, progress: Progress) -> Replay:
    from recsys_desktop.services.listing.rule_costs import replay as learn

    return learn(shop, progress)


def _forecast(replay: Replay, rules: Rules, progress: Progress) -> RuleCosts:
    from recsys_desktop.services.listing.rule_costs import forecast as tell

    progress.raise_if_cancelled()
    plain = Rules(list_length=rules.list_length, bring_back_days=rules.bring_back_days)
    known = {rules: tell(replay, rules, plain)}
    others = replace(rules, diversity=0.0), replace(rules, long_tail=0.0)
    for other in others:
        progress.raise_if_cancelled()
        if other not in known:
            known[other] = tell(replay, other)
    return RuleCosts(rules, known[rules], *(known[other] for other in others))
