"""Questions to staff, now and then: the few pairs of a customer and a product whose answers would teach most."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind, Item
from recsys_desktop.engine.history import rows_of
from recsys_desktop.engine.questions import SHORT_LIST, Asked, best_of
from recsys_desktop.engine.ranker import cosine_scores
from recsys_desktop.services.learning.giving_feedback import give
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import ASK_QUESTIONS

#: Questions of one day at most: they are a favour, not a form.
MOST_A_DAY = 5
#: Customers looked at where nobody in particular is asked about, the most recently active first.
_CUSTOMERS = 4
#: Where the store remembers what was asked today, and which pairs nobody could answer; of these, so many.
_ASKED, _SKIPPED_KEPT = "questions", 500
_DAY = 86_400


@dataclass(frozen=True)
class Question:
    """Would this product suit this customer? ``rank`` is where it stands among what the rules allow, from 1."""

    user_id: UserId
    item: Item
    rank: int
    left_today: int  # questions still to come today, this one included


@dataclass(frozen=True)
class _Log:
    """Questions dealt with on a day (days since 1970 UTC), and pairs nobody could answer, latest last."""

    day: int
    count: int
    skipped: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, shop: Shop, now: float) -> _Log:
        stored: Any = shop.settings.get_json(_ASKED)
        today = int(now // _DAY)
        try:
            skipped = tuple((str(user_id), str(item_id)) for user_id, item_id in stored["skipped"])
            return cls(today, int(stored["count"]) if stored["day"] == today else 0, skipped)
        except (KeyError, TypeError, ValueError):  # nothing yet, or a damaged file, which must not stop a shop
            return cls(today, 0, ())

    def write(self, shop: Shop) -> None:
        kept = self.skipped[-_SKIPPED_KEPT:]
        shop.settings.set_json(_ASKED, {"day": self.day, "count": self.count, "skipped": [list(pair) for pair in kept]})


def next_question(shop: Shop, recommender: Recommender, user_id: UserId | None = None, now: float | None = None) -> Question | None:
    """Return what to ask next: about one customer, or about whoever of the lately active ones an answer teaches most.

    None where questions are switched off, enough were asked today, the shop is not prepared, or nothing is left to ask.

    Raises: RecsysError unknown_user.
    """
    log = _Log.read(shop, time.time() if now is None else now)
    if not shop.settings.get(ASK_QUESTIONS) or not recommender.ready or log.count >= MOST_A_DAY:
        return None
    best: tuple[Asked, UserId] | None = None
    for customer in [user_id] if user_id is not None else shop.users.search("", _CUSTOMERS):
        asked = _about(shop, recommender, customer, log)
        if asked is not None and (best is None or asked.worth > best[0].worth):
            best = asked, customer
    if best is None:
        return None
    asked, customer = best
    item_id = recommender.titles_of(np.array([asked.row]))[0][0]
    item = shop.catalogue.get(item_id)
    return None if item is None else Question(customer, item, asked.rank, MOST_A_DAY - log.count)


def answer(shop: Shop, question: Question, *, suits: bool, now: float | None = None) -> Feedback:
    """Store what was said: a like, or that it would not interest them, which keeps it off the list and says nothing of taste.

    Raises: RecsysError unknown_user, unknown_item.
    """
    given = give(shop, question.user_id, question.item.item_id, FeedbackKind.LIKE if suits else FeedbackKind.NO_INTEREST)
    log = _Log.read(shop, time.time() if now is None else now)
    _Log(log.day, log.count + 1, log.skipped).write(shop)
    return given


def skip(shop: Shop, question: Question, now: float | None = None) -> None:
    """Remember that nobody knows: this pair is not asked about again."""
    log = _Log.read(shop, time.time() if now is None else now)
    _Log(log.day, log.count + 1, (*log.skipped, (question.user_id, question.item.item_id))).write(shop)


def _about(shop: Shop, recommender: Recommender, user_id: UserId, log: _Log) -> Asked | None:
    """Return the question about one customer. Only what could stand on their list is asked about: the rules decide that."""
    space = recommender.current.space
    state, user = recommender.user_vector_of(user_id)
    allowed = recommender.rank(cosine_scores(space.keys, user.vector), lambda _row: (), user_id, SHORT_LIST).items
    dealt_with = {said.item_id for said in shop.feedback.of_user(user_id) if not said.retracted}
    dealt_with |= {ItemId(item_id) for known, item_id in log.skipped if known == user_id}
    open_ = [place for place in allowed if place.item.item_id not in dealt_with]
    keys = [shop.catalogue.key_of(place.item.item_id) or -1 for place in open_]
    rows = rows_of(space.item_keys, np.array(keys, np.int64))
    kept = (rows >= 0) & ~np.isin(rows, state.excluded)
    return best_of(space, user, rows[kept], np.array([place.score for place in open_])[kept])
