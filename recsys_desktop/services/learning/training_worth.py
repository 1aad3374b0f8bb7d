"""Whether another training is worth it, and why: how much is new since the last one, and how much it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.learning.giving_feedback import new_since_training
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.runs import TRAINING

#: Answers that are enough to begin with. With ten, chance no longer decides: that nine of ten or more point one way by chance
#: happens once in a hundred times ((10 + 1) / 2**10 = .011); of five, four or more do one time in five.
ENOUGH_ANSWERS = 10
#: What is new must be this part of what was there before: less can hardly change what was learnt from all of it.
ENOUGH_PART = 0.1

_FEW = message("worth", "{new} new since the last training. From {enough} on, training would be worth it.")
_ENOUGH = message("worth", "{new} new since the last training: training would be worth it.")
_NONE = message("worth", "Nothing new since the last training.")
_ORDERS = message("worth", "{new} things customers did are new since the last training: training would be worth it.")
_WHY_TEN = message(
    "worth",
    "Each answer changes its own customer's list at once. A training carries it over to other customers and to products with like"
    " words. From {enough} answers on, chance no longer decides: that nine of ten point one way by chance happens once in 100"
    " times.",
)
_WHY_PART = message(
    "worth",
    "Each answer changes its own customer's list at once. A training carries it over to other customers and to products with like"
    " words. It has learnt from {known} answers already, so that a tenth of these, {enough}, are needed to change much.",
)
_WHY_ORDERS = message("worth", "That is {percent} % of all that is known: what sells, and to whom, may have changed.")
_WHY_NOT_KEPT = message(
    "worth", "The last training was no better than the model in use. It is worth trying again once there is more to learn from."
)


@dataclass(frozen=True)
class TrainingWorth:
    """``new`` answers since the last training, how many would be ``enough``, whether it is worth it, and both in words."""

    new: int
    enough: int
    worth: bool
    sentence: Text
    reason: Text


def training_worth(shop: Shop) -> TrainingWorth:
    """Look at what came in since the last training. Milliseconds."""
    new = new_since_training(shop)
    known = shop.feedback.count_since(0) - new
    enough = max(ENOUGH_ANSWERS, math.ceil(ENOUGH_PART * known))
    why = _WHY_TEN.fill(enough=enough) if enough == ENOUGH_ANSWERS else _WHY_PART.fill(known=known, enough=enough)
    if new >= enough:
        return TrainingWorth(new, enough, True, _ENOUGH.fill(new=new), why)
    last = shop.runs.latest(TRAINING)
    if last is not None:
        arrived, total = _arrived(shop, last.started), shop.interactions.count()
        if total and arrived >= ENOUGH_PART * total:
            percent = round(100 * arrived / total)
            return TrainingWorth(new, enough, True, _ORDERS.fill(new=arrived), _WHY_ORDERS.fill(percent=percent))
        if not last.result.get("kept"):
            why = _WHY_NOT_KEPT
    return TrainingWorth(new, enough, False, _FEW.fill(new=new, enough=enough) if new else _NONE, why)


def _arrived(shop: Shop, since: int) -> int:
    """Return how much behaviour was imported since a time, seconds UTC, and not taken back."""
    imports = (one for one in Imports(shop.database).list() if one.undone is None and one.time > since)
    return sum(one.counts.new_interactions for one in imports)
