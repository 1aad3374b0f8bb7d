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
    """``rows`` and ``weights`` (m,) are the history, ``excluded`` the rows never listed, ``sentence`` (e,) or None.

    ``own`` is what own products add to themselves; None where the shop does not bring bought products back.
    """

    rows: Int64Array
    weights: Float64Array
    excluded: Int64Array
    sentence: Float32Array | None
    own: OwnBonuses | None


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

        Bought products may be listed again after ``bring_back_days``; 0: never.
        ``without`` leaves out all that the customer did with one product, except that it stays excluded if it was; the sentence
        still speaks of it, as reading it anew takes the language model.
        """
        behaviour = self._shop.interactions.load(user_key)
        feedback = self._shop.feedback.load(user_key)
        everything = joined(behaviour, feedback)
        events = everything if without is None else everything.select(everything.item_keys != without)
        item_keys = self._current.space.item_keys
        histories = Histories.from_arrays(events, item_keys, self._current.now, self._fading)
        rows, weights = histories.of(0) if len(histories) else (np.zeros(0, np.int64), np.zeros(0))
        never = rows_of(item_keys, self._shop.feedback.never_show(user_key))
        excluded = np.union1d(self._viewed(everything, bring_back_days), never[never >= 0])
        own = self._own(events) if bring_back_days else None
        return CustomerState(rows, weights, excluded, self._sentence_of.get(int(user_key)), own)

    def _own(self, events: InteractionArrays) -> OwnBonuses:
        rows = rows_of(self._current.space.item_keys, events.item_keys)
        strengths = event_strengths(events.kinds, events.values, events.quantities)
        return own_bonuses(rows[rows >= 0], strengths[rows >= 0], self._current.space.own)

    def _viewed(self, events: InteractionArrays, bring_back_days: int) -> Int64Array:
        """Return the rows already dealt with: all that was bought, rated or disliked, less purchases old enough to come back."""
        settled = np.isin(events.kinds, (Kind.PURCHASE, Kind.RATING, Kind.DISLIKE)) & (events.quantities > 0)
        if bring_back_days:
            age_days = (self._current.now - events.times) / SECONDS_PER_DAY
            settled &= ~((events.kinds == Kind.PURCHASE) & (events.times != NO_TIME) & (age_days >= bring_back_days))
        rows = rows_of(self._current.space.item_keys, events.item_keys[settled])
        return np.unique(rows[rows >= 0])
