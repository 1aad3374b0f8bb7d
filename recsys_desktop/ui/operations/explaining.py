"""Why a product stands on a customer's list: where it would stand without one purchase, and which of its words matter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Counterfactual
    from recsys_desktop.services.listing.word_reasons import WordReasons


@dataclass(frozen=True)
class Asker:
    """Whose list is explained: what a question about a reason needs besides the product."""

    workplace: Workplace
    user_id: UserId
    scenario: str = STANDARD


@dataclass(frozen=True)
class Without:
    """Where a product stands, and where it would stand without what the customer did with ``history_item``."""

    history_item: ItemId
    ranks: Counterfactual


def leave_out(asker: Asker, *, item_id: ItemId, history_item: ItemId) -> Job:
    """Find where a product would stand without one thing the customer did. Succeeds with a Without. Milliseconds."""
    return asker.workplace.runner.submit(Lane.RANK, partial(_leave_out, asker, item_id, history_item))


def weigh_words(asker: Asker, *, item_id: ItemId) -> Job:
    """Find which words of a product matter to the customer. Succeeds with a WordReasons, after some seconds the first time."""
    return asker.workplace.runner.submit(Lane.COMPUTE, partial(_weigh_words, asker, item_id))


def _leave_out(asker: Asker, item_id: ItemId, history_item: ItemId, progress: Progress) -> Without:
    progress.raise_if_cancelled()
    recommender = asker.workplace.recommender
    return Without(history_item, recommender.without(asker.user_id, item_id, history_item, asker.scenario))


def _weigh_words(asker: Asker, item_id: ItemId, progress: Progress) -> WordReasons:
    from recsys_desktop.services.listing.recommending import Recommender
    from recsys_desktop.services.listing.word_reasons import words_that_mattered

    # A recommender of its own: the shared one is read by the other lane only.
    return words_that_mattered(asker.workplace.shop, Recommender(asker.workplace.shop), asker.user_id, item_id, progress)
