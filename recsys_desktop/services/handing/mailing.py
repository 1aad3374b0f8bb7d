"""Letters: for each customer a few products of their list, none that is sold out, other ones than in the last mailing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.history import SECONDS_PER_DAY
from recsys_desktop.engine.rules import Soft
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.prices import price_text
from recsys_desktop.services.handing.hand_outs import Wish
from recsys_desktop.services.listing.list_steps import GIVEN_UP, HAD
from recsys_desktop.services.listing.recommending import Recommendation, Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_user
from recsys_desktop.store.impressions import Channel

CHANNEL: Channel = "mailing"
LINE_HEADER = ("customer", "place", "product_id", "title", "price", "link")
_FIELDS = ("id", "title", "price", "link", "image")
#: A list of the window is never empty; a letter rather names fewer products than what cannot be bought, or was bought already.
_NEVER_WRITTEN = (GIVEN_UP[Soft.STOCK], HAD)
#: Products asked for beyond those named before, so that there is a choice where pieces are few.
_SPARE = 10
#: The longest list that is asked for.
_LONGEST = 100


@dataclass(frozen=True)
class Letter:
    """What one customer is written: places in the order of their list, and how many are a repetition of the last mailing."""

    user_id: UserId
    places: tuple[Recommendation, ...]
    repeated: int


class Mailing:
    """Makes the letters of one mailing, one customer after the other; pieces that were given away are remembered within it."""

    def __init__(self, shop: Shop, recommender: Recommender, wish: Wish) -> None:
        """Raises: RecsysError unknown_user, nobody_to_write_to."""
        self._recommender = recommender
        self._wish = wish
        self.users = _users(shop, wish)
        self._before = _last_mailing(shop) if wish.rotate else {}
        self._given: Counter[ItemId] = Counter()

    def letters(self, progress: Progress) -> Iterator[Letter]:
        """Yield the customers' letters. Raises: Cancelled, RecsysError not_prepared, unknown_scenario."""
        label = message("handouts", "Writing to {total} customers").fill(total=len(self.users))
        for done, user_id in enumerate(self.users):
            progress.report(done, len(self.users), label)
            yield self.letter(user_id)
        progress.report(len(self.users), len(self.users), label)

    def letter(self, user_id: UserId) -> Letter:
        """Return one customer's letter; it may be short where too little is in stock."""
        wish, before = self._wish, self._before.get(user_id, frozenset())
        wanted = wish.count + len(before) + (_SPARE if wish.customers_per_piece else 0)
        found = self._recommender.recommend(user_id, min(wanted, _LONGEST), wish.scenario).items
        able = [place for place in found if place.step not in _NEVER_WRITTEN and self._is_left(place.item)]
        fresh = [place for place in able if place.item.item_id not in before]
        repeated = [place for place in able if place.item.item_id in before]
        chosen = fresh[: wish.count] + repeated[: max(0, wish.count - len(fresh))]
        self._given.update(place.item.item_id for place in chosen)
        return Letter(user_id, tuple(chosen), max(0, len(chosen) - len(fresh)))

    def _is_left(self, item: Item) -> bool:
        if item.stock is None or not self._wish.customers_per_piece:
            return True
        return self._given[item.item_id] < item.stock * self._wish.customers_per_piece


def header(wish: Wish) -> tuple[str, ...]:
    """Return the names of the columns, one set of :data:`_FIELDS` for each place; they stay the same, whatever the language."""
    names = ("customer", "email") if wish.addresses else ("customer",)
    return (*names, *(f"product_{place}_{name}" for place in range(1, wish.count + 1) for name in _FIELDS))


def row_of(letter: Letter, wish: Wish) -> tuple[Cell, ...]:
    """Return a letter as one row; places that could not be filled are empty."""
    row: list[Cell] = [letter.user_id]
    if wish.addresses:
        row.append(wish.addresses.get(letter.user_id, ""))
    for place in letter.places:
        item = place.item
        row += [item.item_id, item.title, price_text(item), item.url, item.image]
    return (*row, *[""] * (len(header(wish)) - len(row)))


def lines_of(letter: Letter) -> list[tuple[Cell, ...]]:
    """Return a letter as one line for each product, under :data:`LINE_HEADER`."""
    return [
        (letter.user_id, rank, place.item.item_id, place.item.title, price_text(place.item), place.item.url)
        for rank, place in enumerate(letter.places, 1)
    ]


def _users(shop: Shop, wish: Wish) -> list[UserId]:
    if wish.users:
        for user_id in wish.users:
            if shop.users.key_of(user_id) is None:
                raise unknown_user(shop, user_id)
        found = list(wish.users)
    elif wish.active_days:
        newest = shop.interactions.last_time() or 0  # an export of last year has active customers, too
        found = shop.users.active_since(newest - wish.active_days * int(SECONDS_PER_DAY))
    else:
        found = shop.users.keys()[1]
    if wish.addresses:
        found = [user_id for user_id in found if user_id in wish.addresses]
    if not found:
        raise RecsysError(
            "nobody_to_write_to",
            message("handouts", "No customer is left to write to. Nothing was written."),
            message("handouts", "Choose more days, all customers, or another file of addresses."),
        )
    return found


def _last_mailing(shop: Shop) -> dict[UserId, frozenset[ItemId]]:
    """Return what each customer was written last."""
    user_keys, item_keys = shop.impressions.last_of_all(1, CHANNEL)
    all_users, user_ids = shop.users.keys()
    all_items, item_ids = shop.catalogue.keys()
    users = dict(zip(all_users.tolist(), user_ids, strict=True))
    items = dict(zip(all_items.tolist(), item_ids, strict=True))
    found: dict[UserId, set[ItemId]] = defaultdict(set)
    for user, item in zip(user_keys.tolist(), item_keys.tolist(), strict=True):
        found[users[user]].add(items[item])
    return {user: frozenset(named) for user, named in found.items()}
