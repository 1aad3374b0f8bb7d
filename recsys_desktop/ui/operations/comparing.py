"""A customer's list beside that of another model version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.comparing_models import Comparison, OtherModels

_PREPARING = message("compare", "Making the lists of model {number}")


@dataclass(frozen=True)
class Compared:
    """A customer's lists by the version in use and version ``number``; None where the latter's have to be made first."""

    user_id: UserId
    number: int
    comparison: Comparison | None


def read_versions(*, workplace: Workplace) -> Job:
    """Read all model versions; the newest request wins. Succeeds with a tuple of ModelVersion, the newest first."""
    return workplace.runner.submit(Lane.RANK, partial(_read_versions, workplace.shop), newest_wins=True)


class Comparing:
    """Compares for one window; the lists of the version asked for last stay in memory."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self._others: OtherModels | None = None

    def compare(self, user_id: UserId, number: int, scenario: str) -> Job:
        """Make both lists; the newest request wins. Succeeds with a Compared."""
        return self.workplace.runner.submit(Lane.RANK, partial(_compare, self, user_id, number, scenario), newest_wins=True)

    def prepare(self, number: int) -> Job:
        """Make what the lists of a version are made of; the version in use stays in use. Succeeds with None."""
        return self.workplace.runner.submit(
            Lane.COMPUTE, partial(_prepare, self, number), title=_PREPARING.fill(number=number), newest_wins=True
        )

    def others(self) -> OtherModels:
        """What keeps the other version's lists, made on a lane: its libraries take long to load."""
        from recsys_desktop.services.listing.comparing_models import OtherModels

        if self._others is None:
            self._others = OtherModels(self.workplace.shop)
        return self._others


def _read_versions(shop: Shop, progress: Progress) -> tuple[ModelVersion, ...]:
    progress.raise_if_cancelled()
    return tuple(shop.model_versions.list())


def _compare(comparing: Comparing, user_id: UserId, number: int, scenario: str, progress: Progress) -> Compared:
    progress.raise_if_cancelled()
    found = comparing.others().compare(comparing.workplace.recommender, number, user_id, scenario)
    return Compared(user_id, number, found)


def _prepare(comparing: Comparing, number: int, progress: Progress) -> None:
    comparing.others().prepare(comparing.workplace.recommender, number, progress)
