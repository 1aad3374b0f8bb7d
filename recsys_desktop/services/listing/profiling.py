"""A customer in words: what they like, what they spend, when they were last seen, and what their vector is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.history import SECONDS_PER_DAY
from recsys_desktop.engine.profile import UserVector
from recsys_desktop.services.listing.customer_state import CustomerState
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_user

#: Groups of a profile, and those of them named in its sentence: more say nothing about a person.
_MOST_GROUPS, _MOST_NAMED = 5, 3
#: Shares of the prices paid below and above which a price is no longer typical.
_BAND = (0.1, 0.9)
#: Months looked back upon, each of as many days.
MONTHS, _DAYS_PER_MONTH = 12, 30


@dataclass(frozen=True)
class CustomerProfile:
    """What is known of one customer; ``groups`` and ``made_of`` hold shares from 0 to 1, largest first.

    ``prices`` are those of the products bought, ascending. ``months`` counts what they did in each of the last twelve months of 30
    days, the last one ending with the shop's newest data; () where no times are known.
    """

    user_id: UserId
    sentence: Text
    groups: tuple[tuple[str, float], ...]
    price_low: float | None
    price_high: float | None
    currency: str
    orders: int
    last_seen: int | None  # seconds UTC
    made_of: tuple[tuple[Text, float], ...]
    prices: tuple[float, ...]
    months: tuple[int, ...]


def profile(shop: Shop, recommender: Recommender, user_id: UserId) -> CustomerProfile:
    """Describe one customer. Before the shop is prepared, groups and what the vector is made of stay empty.

    Raises: RecsysError unknown_user.
    """
    if shop.users.key_of(user_id) is None:
        raise unknown_user(shop, user_id)
    history = shop.interactions.of_user(user_id)
    bought = _bought(shop, history)
    prices = sorted(item.price for item in bought if item.price is not None)
    low, high = _price_band(prices)
    currency = Counter(item.currency for item in bought if item.currency).most_common(1)
    times = [interaction.time for interaction in history if interaction.time is not None]
    groups: tuple[tuple[str, float], ...] = ()
    made_of: tuple[tuple[Text, float], ...] = ()
    if recommender.ready:
        state, vector = recommender.user_vector_of(user_id)
        groups = _groups(recommender, state)
        made_of = _made_of(state, vector)
    last_seen, newest = max(times, default=None), shop.interactions.last_time()
    return CustomerProfile(
        user_id,
        _sentence([name for name, _ in groups[:_MOST_NAMED]], bool(history or groups), _days_ago(newest, last_seen)),
        groups,
        low,
        high,
        currency[0][0] if currency else "",
        _orders(history),
        last_seen,
        made_of,
        tuple(prices),
        _months(times, newest),
    )


def _bought(shop: Shop, history: Sequence[Interaction]) -> list[Item]:
    ids = dict.fromkeys(interaction.item_id for interaction in history if interaction.kind is Kind.PURCHASE)
    return shop.catalogue.get_many(list(ids))


def _orders(history: Sequence[Interaction]) -> int:
    """Count orders: different order numbers, or different moments of purchase where the file named no orders."""
    purchases = [interaction for interaction in history if interaction.kind is Kind.PURCHASE]
    return len({interaction.order_id or interaction.time for interaction in purchases})


def _price_band(prices: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the prices between which four of five purchases lie; None without prices."""
    if not prices:
        return None, None
    low, high = np.quantile(prices, _BAND)
    return float(low), float(high)


def _days_ago(newest: int | None, last_seen: int | None) -> int | None:
    """Return days between the customer's last sign and the shop's newest: a shop that imports last year's file lives in it."""
    return None if last_seen is None or newest is None else int((newest - last_seen) // SECONDS_PER_DAY)


def _months(times: Sequence[int], newest: int | None) -> tuple[int, ...]:
    """Count times by month, the oldest first; what lies further back than twelve months is left out."""
    if not times or newest is None:
        return ()
    ages = [int((newest - time) // (_DAYS_PER_MONTH * SECONDS_PER_DAY)) for time in times]
    return tuple(ages.count(month) for month in reversed(range(MONTHS)))


def _groups(recommender: Recommender, state: CustomerState) -> tuple[tuple[str, float], ...]:
    space = recommender.current.space
    weights: defaultdict[str, float] = defaultdict(float)
    for row, weight in zip(state.rows, state.weights, strict=True):
        group = int(space.groups[row])
        if weight > 0 and group >= 0:
            weights[space.group_names[group]] += float(weight)
    total = sum(weights.values())
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_GROUPS]
    return tuple((name, weight / total) for name, weight in best)


def _made_of(state: CustomerState, vector: UserVector) -> tuple[tuple[Text, float], ...]:
    """Return how much of the vector's length each part brings: |part| over the sum of the parts' lengths."""
    parts = [
        (message("profile", "What they did ({count} products)").fill(count=len(state.rows)), float(np.linalg.norm(vector.history))),
        (message("profile", "What they did, put into words"), float(np.linalg.norm(vector.sentence))),
        (message("profile", "What sells well now"), float(np.linalg.norm(vector.prior))),
    ]
    total = sum(length for _, length in parts)
    shares = [(text, length / total) for text, length in parts if length > 0]
    return tuple(sorted(shares, key=lambda pair: -pair[1]))


def _sentence(groups: Sequence[str], known: bool, days_ago: int | None) -> Text:
    if not known:
        return message("profile", "Nothing is known of this customer yet.")
    names = [name.rsplit(">", 1)[-1].strip() for name in groups]
    likes = _likes(names)
    if days_ago is None:
        return likes
    return message("profile", "{likes} {seen}").fill(likes=likes, seen=_seen(days_ago))


def _likes(names: Sequence[str]) -> Text:
    if not names:
        return message("profile", "Has bought in this shop.")
    if len(names) == 1:
        return message("profile", "Mostly likes {first}.").fill(first=names[0])
    if len(names) == 2:
        return message("profile", "Mostly likes {first} and {second}.").fill(first=names[0], second=names[1])
    return message("profile", "Mostly likes {first}, {second} and {third}.").fill(first=names[0], second=names[1], third=names[2])


def _seen(days_ago: int) -> Text:
    if days_ago == 0:
        return message("profile", "Seen on the last day of your data.")
    if days_ago == 1:
        return message("profile", "Last seen 1 day before your data ends.")
    return message("profile", "Last seen {days} days before your data ends.").fill(days=days_ago)
