"""Lists, profiles and histories of customers.

What makes lists is imported on the lane that makes them: its libraries take longer to load than a page may take to appear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import KIND_OF_FEEDBACK, Feedback, FeedbackKind, Interaction
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.learning.giving_feedback import history
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.models.history import Deed, deeds
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.profiling import CustomerProfile
    from recsys_desktop.services.listing.recommending import RecommendationList


@dataclass(frozen=True)
class CustomerList:
    """A customer's list with the answers that stand for its products, and the products typed in that nobody has bought yet."""

    recommendations: RecommendationList
    answers: dict[ItemId, Feedback]
    newcomers: frozenset[ItemId] = frozenset()


@dataclass(frozen=True)
class CustomerHistory:
    """What a customer did, newest first."""

    user_id: UserId
    deeds: tuple[Deed, ...]


def make_list(*, workplace: Workplace, user_id: UserId, scenario: str = STANDARD) -> Job:
    """Make a customer's list under the rules of a scenario; the newest request wins. Succeeds with a CustomerList."""
    return workplace.runner.submit(Lane.RANK, partial(_make_list, workplace, user_id, scenario), newest_wins=True)


def read_scenarios(*, workplace: Workplace) -> Job:
    """Read the places that lists are made for; the newest request wins. Succeeds with their names, the standard one first."""
    return workplace.runner.submit(Lane.RANK, partial(_read_scenarios, workplace.shop), newest_wins=True)


def read_profile(*, workplace: Workplace, user_id: UserId) -> Job:
    """Describe a customer in words; the newest request wins. Succeeds with a CustomerProfile."""
    return workplace.runner.submit(Lane.RANK, partial(_read_profile, workplace, user_id), newest_wins=True)


def read_history(*, workplace: Workplace, user_id: UserId) -> Job:
    """Read what a customer did; the newest request wins. Succeeds with a CustomerHistory."""
    return workplace.runner.submit(Lane.RANK, partial(_read_history, workplace.shop, user_id), newest_wins=True)


def with_answers(workplace: Workplace, made: RecommendationList, user_id: UserId) -> CustomerList:
    """Add to a list what stands beside it: a customer's answers about its products, and which of them are new in the shop."""
    from recsys_desktop.services.products.adding_products import newcomers

    # Answers come newest first. Of two about one product the newest counts, so it must be the last to enter the dict.
    standing = [answer for answer in reversed(history(workplace.shop, user_id)) if not answer.retracted]
    recommender = workplace.recommender
    new = newcomers(workplace.shop, recommender.current.space) if recommender.ready else frozenset()
    return CustomerList(made, {answer.item_id: answer for answer in standing}, new)


def _make_list(workplace: Workplace, user_id: UserId, scenario: str, progress: Progress) -> CustomerList:
    progress.raise_if_cancelled()
    recommender = workplace.recommender
    made = recommender.recommend(user_id, scenario=scenario)
    if not made.items and not recommender.ready:
        recommender.current  # noqa: B018 says what has to be done first, in the place of the list
    return with_answers(workplace, made, user_id)


def _read_scenarios(shop: Shop, progress: Progress) -> tuple[str, ...]:
    progress.raise_if_cancelled()
    return tuple(one.name for one in shop.scenarios.list())


def _read_profile(workplace: Workplace, user_id: UserId, progress: Progress) -> CustomerProfile:
    from recsys_desktop.services.listing.profiling import profile

    progress.raise_if_cancelled()
    return profile(workplace.shop, workplace.recommender, user_id)


def _read_history(shop: Shop, user_id: UserId, progress: Progress) -> CustomerHistory:
    progress.raise_if_cancelled()
    interactions = [*shop.interactions.of_user(user_id), *_answers_as_deeds(shop, user_id)]
    interactions.sort(key=lambda one: -1 if one.time is None else one.time, reverse=True)  # stable: as the store has them
    ids = list(dict.fromkeys(one.item_id for one in interactions))
    items = {item.item_id: item for item in shop.catalogue.get_many(ids)}
    return CustomerHistory(user_id, deeds(interactions, items))


def _answers_as_deeds(shop: Shop, user_id: UserId) -> list[Interaction]:
    """Return what staff said of a customer, as what it counts as: "has bought this" is a purchase that no file has."""
    answers = shop.feedback.of_user(user_id)
    standing = [one for one in answers if not one.retracted and one.kind is not FeedbackKind.NO_INTEREST]  # nothing was done
    return [Interaction(user_id, one.item_id, KIND_OF_FEEDBACK[one.kind], one.value, 1.0, one.time, "") for one in standing]
