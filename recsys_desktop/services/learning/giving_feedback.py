"""What staff say about a recommendation: stored before the screen answers, undone by a second entry, never overwritten."""

from __future__ import annotations

import time

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item, unknown_user
from recsys_desktop.store.runs import TRAINING


def give(shop: Shop, user_id: UserId, item_id: ItemId, kind: FeedbackKind, value: float | None = None) -> Feedback:
    """Store one answer and return it; a kill of the program afterwards does not lose it.

    ``value`` is stars 1 to 5 for RATING and None otherwise.

    Raises: RecsysError unknown_user, unknown_item, stars_missing.
    """
    if (kind is FeedbackKind.RATING) != (value is not None) or (value is not None and not 1 <= value <= 5):
        raise RecsysError(
            "stars_missing",
            message("errors", "A rating needs 1 to 5 stars, and only a rating has stars. Nothing was stored."),
            message("errors", "Give the stars with --value, for example --kind rating --value 4."),
        )
    if shop.users.key_of(user_id) is None:
        raise unknown_user(shop, user_id)
    if shop.catalogue.key_of(item_id) is None:
        raise unknown_item(item_id)
    version = shop.model_versions.active().number
    return shop.feedback.append(user_id, item_id, kind, value, int(time.time()), version)


def undo(shop: Shop, feedback_id: int) -> None:
    """Retract an answer; it stays in the history as retracted and no longer counts."""
    shop.feedback.retract(feedback_id, int(time.time()))


def history(shop: Shop, user_id: UserId | None = None, limit: int = 50) -> list[Feedback]:
    """Return the latest answers, newest first: of one user, or of all."""
    return shop.feedback.recent(limit) if user_id is None else shop.feedback.of_user(user_id)[:limit]


def new_since_training(shop: Shop) -> int:
    """Return how many answers no training has seen: given since the model in use was made, and since the last training began."""
    last = shop.runs.latest(TRAINING)
    return shop.feedback.count_since(max(shop.model_versions.active().created, last.started if last is not None else 0))
