"""What invented customers do: tastes, seasons, fashions, new arrivals, things that are used up, and chance.

A customer is a few tastes (looks that run across categories), a few favourite categories and a price that feels right. A visit is
a handful of products looked at, drawn by how well they fit; some of those are kept, put in the basket, bought, and later rated.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from samples.dice import Dice
from samples.shelf import Product

VIEW, FAVOURITE, CART, PURCHASE, RATING = "view", "favourite", "cart", "purchase", "rating"
#: How much each thing counts in the exponent of a draw.
_TASTE, _CATEGORY, _SEASON, _GOES_WITH, _NEW, _FASHION = 3.0, 1.5, 1.7, 1.0, 0.5, 1.1
#: Days for which a product counts as new, and for which a purchase makes what goes with it attractive.
_NEW_DAYS, _GOES_WITH_DAYS = 45, 60


@dataclass(frozen=True)
class Calendar:
    """When the shop's year has its seasons: season -> (day of the year of its height, days to either side). ``first_day_of_year``
    is that of the shop's first day; ``fashions`` are looks with the day of the shop on which they catch on."""

    days: int
    first_day_of_year: int
    seasons: dict[str, tuple[int, int]]
    fashions: dict[str, int]

    def season_now(self, season: str, day: int) -> float:
        """Return from -1 (out of season) to 1 (its height); 0 for products without a season."""
        if season not in self.seasons:
            return 0.0
        height, width = self.seasons[season]
        distance = abs((self.first_day_of_year + day - height + 182) % 365 - 182)
        return 1.0 - 2.0 * min(1.0, distance / (2.0 * width))

    def fashion_now(self, style: str, day: int) -> float:
        """Return from 0 (not yet) to 1 (everybody wants it)."""
        return min(1.0, max(0.0, (day - self.fashions[style]) / 90.0)) if style in self.fashions else 0.0

    def crowd(self, day: int) -> float:
        """Return how busy the shop is on a day: it grows slowly and is fullest before its winter festival."""
        return 0.9 + 0.3 * day / self.days + 0.9 * max(0.0, self.season_now("winter", day))


@dataclass(frozen=True)
class Event:
    """One row of orders.csv; ``minute`` counts from the shop's first midnight. ``stars`` is 0 except for ratings."""

    minute: int
    customer: int
    product: Product
    kind: str
    quantity: int = 0
    stars: int = 0
    order: int = 0


@dataclass
class _Customer:
    number: int
    tastes: dict[str, float]
    categories: dict[str, float]
    price_middle: float
    visits: int
    joined: int
    bought: list[tuple[Product, int]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


class Crowd:
    """All customers of one shop over its whole time."""

    def __init__(self, products: Sequence[Product], calendar: Calendar, dice: Dice) -> None:
        self._products = products
        self._calendar = calendar
        self._dice = dice
        self._styles = sorted({product.style for product in products})
        self._categories = sorted({product.category for product in products})
        self._middle_price = sorted(product.price for product in products)[len(products) // 2]

    def live(self, customers: int) -> list[Event]:
        """Return everything that happened, ordered by time; ``order`` numbers are given in that order."""
        events: list[Event] = []
        for number in range(customers):
            customer = self._arrive(number)
            base = [self._fit(customer, product) for product in self._products]
            for day in self._visit_days(customer):
                events += self._visit(customer, base, day)
        return sorted(events, key=lambda event: (event.minute, event.customer))

    def _arrive(self, number: int) -> _Customer:
        dice = self._dice
        tastes = dice.shuffled(self._styles)[: 1 + dice.weighted((0.35, 0.45, 0.2))]
        categories = dice.shuffled(self._categories)[: dice.whole(2, 5)]
        joined = 0 if dice.chance(0.55) else dice.whole(0, self._calendar.days - 20)
        visits = dice.skewed(5.0, 0.75) * (1.0 - joined / self._calendar.days)
        return _Customer(
            number=number,
            tastes={style: dice.between(0.5, 1.0) for style in tastes},
            categories={category: dice.between(0.4, 1.0) for category in categories},
            price_middle=dice.skewed(self._middle_price, 0.35),
            visits=max(1, min(30, round(visits))),
            joined=joined,
        )

    def _fit(self, customer: _Customer, product: Product) -> float:
        """Return what of a product's attraction does not change with time."""
        dear = math.log(product.price / customer.price_middle)
        return (
            _TASTE * customer.tastes.get(product.style, 0.0)
            + _CATEGORY * customer.categories.get(product.category, 0.0)
            + product.appeal
            - 0.35 * dear * dear
        )

    def _visit_days(self, customer: _Customer) -> list[int]:
        days = range(customer.joined, self._calendar.days)
        crowd = [self._calendar.crowd(day) for day in days]
        chosen = {customer.joined + self._dice.weighted(crowd) for _ in range(customer.visits)}
        return sorted(chosen)

    def _visit(self, customer: _Customer, base: Sequence[float], day: int) -> list[Event]:
        dice = self._dice
        minute = day * 1440 + dice.whole(7 * 60, 22 * 60)
        weights = self._weights(customer, base, day)
        looked: list[Product] = []
        for _ in range(dice.whole(2, 5)):
            position = dice.weighted(weights)
            looked.append(self._products[position])
            weights[position] = 0.0
        events: list[Event] = []
        for product in looked:
            minute += dice.whole(1, 4)
            events += self._look(customer, product, minute)
        events += self._replace_used_up(customer, day, minute + 1)
        events = _as_one_order(events, minute)
        customer.bought += [(event.product, day) for event in events if event.kind == PURCHASE]
        return events

    def _weights(self, customer: _Customer, base: Sequence[float], day: int) -> list[float]:
        calendar = self._calendar
        seasons = {season: _SEASON * calendar.season_now(season, day) for season in ("", *calendar.seasons)}
        fashions = {style: _FASHION * calendar.fashion_now(style, day) for style in self._styles}
        wanted = {product.range.goes_with for product, bought in customer.bought if day - bought <= _GOES_WITH_DAYS}
        owned = {product.product_id for product, _ in customer.bought}
        weights = []
        for product, fit in zip(self._products, base, strict=True):
            if product.arrives > day or product.product_id in owned:
                weights.append(0.0)
                continue
            pull = fit + seasons[product.range.season] + fashions[product.style]
            pull += _GOES_WITH if product.category in wanted else 0.0
            pull += _NEW if product.arrives > 0 and day - product.arrives <= _NEW_DAYS else 0.0
            weights.append(math.exp(pull))
        return weights

    def _look(self, customer: _Customer, product: Product, minute: int) -> list[Event]:
        """Looking at a product, and what comes of it: the better it fits, the more."""
        dice = self._dice
        liked = min(1.0, customer.tastes.get(product.style, 0.0) + 0.5 * customer.categories.get(product.category, 0.0))
        buys = dice.chance(0.28 + 0.3 * liked)
        events = []
        if not buys or dice.chance(0.5):  # the other half was bought in the shop itself
            events.append(Event(minute, customer.number, product, VIEW))
        if dice.chance(0.04 + 0.14 * liked):
            events.append(Event(minute, customer.number, product, FAVOURITE))
        if buys:
            events.append(Event(minute, customer.number, product, PURCHASE, quantity=self._quantity(product)))
            if dice.chance(0.16):
                later = minute + dice.whole(4 * 1440, 12 * 1440)
                events.append(Event(later, customer.number, product, RATING, stars=self._stars(liked)))
        elif dice.chance(0.12):
            events.append(Event(minute, customer.number, product, CART, quantity=1))
        return events

    def _replace_used_up(self, customer: _Customer, day: int, minute: int) -> list[Event]:
        """Buy again what has been used up since it was last bought."""
        last = {product.product_id: (product, bought) for product, bought in customer.bought if product.range.lasts}
        return [
            Event(minute, customer.number, product, PURCHASE, quantity=self._quantity(product))
            for product, bought in last.values()
            if day - bought >= product.range.lasts * 0.8 and self._dice.chance(0.4)
        ]

    def _quantity(self, product: Product) -> int:
        if product.price < 1.2 * self._middle_price and self._dice.chance(0.3):
            return self._dice.whole(2, 4)
        return 1

    def _stars(self, liked: float) -> int:
        return max(1, min(5, round(3.4 + 1.4 * liked + 0.8 * self._dice.bell())))


def _as_one_order(events: Sequence[Event], minute: int) -> list[Event]:
    """Return the visit's events with everything bought on one order, paid when the visit ends."""
    return [
        Event(minute, event.customer, event.product, event.kind, event.quantity, 0, order=minute)
        if event.kind == PURCHASE
        else event
        for event in events
    ]
