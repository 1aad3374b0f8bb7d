"""One customer as arrays on the rows of a space: what they did, what must not be shown, and their sentence in the model's words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.columns import ItemKey, UserKey
from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, InteractionArrays, Kind
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array, Histories, event_strengths, rows_of
from recsys_desktop.engine.operators.own_history import OwnBonuses, own_bonuses
from recsys_desktop.services.behaviour import joined
from recsys_desktop.services.fitting import CurrentSpace
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS


@dataclass(frozen=True)
class CustomerState:
    """``rows`` and ``weights`` (m,) are the history, ``sentence`` (e,) or None.

    ``had`` are the rows of what was dealt with already, ``refused`` of what is never to be listed. ``own`` is what own products add
    to themselves; None where they are not brought back.
    """

    rows: Int64Array
    weights: Float64Array
    had: Int64Array
    refused: Int64Array
    sentence: Float32Array | None
    own: OwnBonuses | None

    @property
    def excluded(self) -> Int64Array:
        """The rows that are in no list of this customer, whatever the rules, as long as anything else is left."""
        return np.union1d(self.had, self.refused)


class CustomerReader:
    """Reads customers for one space; made anew when the space or the settings change."""

    def __init__(self, shop: Shop, current: CurrentSpace) -> None:
        self._shop = shop
        self._current = current
        self._fading = current.space.settings.fading(float(shop.settings.get(HALF_LIFE_DAYS)))
        keys, _, matrix = shop.vectors.load_sentences(current.model_version)
        self._sentence_of = dict(zip(keys.tolist(), matrix, strict=True))

    def read(self, user_key: UserKey, bring_back_days: int, without: ItemKey | None = None) -> CustomerState:
        """Return the customer's state, feedback of a moment ago included. A few milliseconds.

        Bought products may be listed again after ``bring_back_days``; 0: never. ``without`` leaves out all that the customer did
        with one product, except that it stays away if it did; the sentence still speaks of it, as reading it anew takes the
        language model.
        """
        everything = events_of(self._shop, user_key)
        events = everything if without is None else everything.select(everything.item_keys != without)
        item_keys = self._current.space.item_keys
        histories = Histories.from_arrays(events, item_keys, self._current.now, self._fading)
        rows, weights = histories.of(0) if len(histories) else (np.zeros(0, np.int64), np.zeros(0))
        had, refused = dealt_with(everything, item_keys, self._current.now, bring_back_days)
        never = rows_of(item_keys, self._shop.feedback.never_show(user_key))
        own = self._own(events) if bring_back_days else None
        sentence = self._sentence_of.get(int(user_key))
        return CustomerState(rows, weights, had, np.union1d(refused, never[never >= 0]), sentence, own)

    def _own(self, events: InteractionArrays) -> OwnBonuses:
        rows = rows_of(self._current.space.item_keys, events.item_keys)
        strengths = event_strengths(events.kinds, events.values, events.quantities)
        return own_bonuses(rows[rows >= 0], strengths[rows >= 0], self._current.space.own)


def events_of(shop: Shop, user_key: UserKey) -> InteractionArrays:
    """Return what one customer did and what staff said about their lists, ordered by time."""
    return joined(shop.interactions.load(user_key), shop.feedback.load(user_key))


def dealt_with(events: InteractionArrays, item_keys: Int64Array, now: int, bring_back_days: int) -> tuple[Int64Array, Int64Array]:
    """Return the rows, in ``item_keys`` (n,), of what a customer had and of what they disliked, each ascending.

    Had is all that was bought or rated, less purchases at least ``bring_back_days`` before ``now``; 0: none comes back.
    """
    counted = events.quantities > 0
    had = counted & np.isin(events.kinds, (Kind.PURCHASE, Kind.RATING))
    if bring_back_days:
        old = (events.times != NO_TIME) & ((now - events.times) / SECONDS_PER_DAY >= bring_back_days)
        had &= ~((events.kinds == Kind.PURCHASE) & old)
    return _rows(item_keys, events, had), _rows(item_keys, events, counted & (events.kinds == Kind.DISLIKE))


def _rows(item_keys: Int64Array, events: InteractionArrays, chosen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Int64Array:
    rows = rows_of(item_keys, events.item_keys[chosen])
    return np.unique(rows[rows >= 0])
