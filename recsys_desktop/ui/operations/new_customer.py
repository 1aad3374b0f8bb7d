"""A customer typed in by hand: their list at once, and kept with the way back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import RecommendationList


@dataclass(frozen=True)
class ListFor:
    """The list of someone who has these products only."""

    item_ids: tuple[ItemId, ...]
    made: RecommendationList


def suggest_id(*, workplace: Workplace) -> Job:
    """Find an id that no customer has. Succeeds with a UserId."""
    return workplace.runner.submit(Lane.RANK, partial(_suggest, workplace.shop))


def list_for(*, workplace: Workplace, item_ids: tuple[ItemId, ...]) -> Job:
    """Make the list of someone who has these products; the newest request wins. Succeeds with a ListFor."""
    return workplace.runner.submit(Lane.RANK, partial(_list_for, workplace, item_ids), newest_wins=True)


def keep(*, workplace: Workplace, said: str, item_ids: tuple[ItemId, ...]) -> Job:
    """Add the customer. A notice offers the way back. Succeeds with the UserId kept."""
    job = workplace.runner.submit(Lane.STORE, partial(_keep, workplace.shop, said, item_ids))
    job.succeeded.connect(lambda user_id: _tell(workplace, user_id))
    return job


def _tell(workplace: Workplace, user_id: UserId) -> None:
    def undo() -> None:
        job = workplace.runner.submit(Lane.STORE, partial(_take_back, workplace.shop, user_id))
        job.failed.connect(workplace.show_failure)
        job.succeeded.connect(lambda _: workplace.changed.emit(Changes(interactions=True, feedback=True)))
        job.succeeded.connect(lambda _: workplace.notified.emit(Notice(message("feedback", "Taken back"))))

    workplace.changed.emit(Changes(interactions=True, feedback=True))
    workplace.notified.emit(Notice(message("customers", "Kept as customer {id}.").fill(id=user_id), undo))


def _suggest(shop: Shop, progress: Progress) -> UserId:
    from recsys_desktop.services.listing.new_customer import free_id

    progress.raise_if_cancelled()
    return free_id(shop)


def _list_for(workplace: Workplace, item_ids: tuple[ItemId, ...], progress: Progress) -> ListFor:
    progress.raise_if_cancelled()
    return ListFor(item_ids, workplace.recommender.recommend_for(item_ids))


def _keep(shop: Shop, said: str, item_ids: tuple[ItemId, ...], progress: Progress) -> UserId:
    from recsys_desktop.services.listing.new_customer import keep as keep_customer

    progress.raise_if_cancelled()
    return keep_customer(shop, said, item_ids)


def _take_back(shop: Shop, user_id: UserId, progress: Progress) -> None:
    from recsys_desktop.services.listing.new_customer import take_back

    progress.raise_if_cancelled()
    take_back(shop, user_id)
