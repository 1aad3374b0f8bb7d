"""Wishes in words: read by the language model, then ranked for one customer or for anyone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.ui.operations.recommending import CustomerList, with_answers
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.wishing import Wish, WishReader


@dataclass(frozen=True)
class GrantedWish:
    """The products that fit a wish best, for one customer or, None, for anyone; ``made`` is None where it must be read again."""

    wish: Wish
    user_id: UserId | None
    made: CustomerList | None


class Wishing:
    """Reads and grants the wishes of one window; the language model is loaded at the first one and kept."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._reader: WishReader | None = None

    def read(self, text: str) -> Job:
        """Read a wish; the newest request wins. Succeeds with a Wish, fails with RecsysError wish_empty, wish_not_understood."""
        task = partial(_read, self, text)
        title = message("wish", "Reading a wish")
        return self._workplace.runner.submit(Lane.COMPUTE, task, title=title, newest_wins=True)

    def grant(self, wish: Wish, user_id: UserId | None, in_view: UserId, scenario: str) -> Job:
        """Rank for a customer or anyone, with the answers of the customer ``in_view``; newest wins. Succeeds with a GrantedWish."""
        task = partial(_grant, self._workplace, wish, user_id, in_view, scenario)
        return self._workplace.runner.submit(Lane.RANK, task, newest_wins=True)

    def reader(self) -> WishReader:
        """The one reader, made on the lane that reads."""
        from recsys_desktop.services.listing.wishing import WishReader

        if self._reader is None:
            self._reader = WishReader(self._workplace.shop)
        return self._reader

    @property
    def workplace(self) -> Workplace:
        """Where the wishes are read."""
        return self._workplace


def _read(wishing: Wishing, text: str, progress: Progress) -> Wish:
    return wishing.reader().read(text, wishing.workplace.recommender, progress)


def _grant(
    workplace: Workplace, wish: Wish, user_id: UserId | None, in_view: UserId, scenario: str, progress: Progress
) -> GrantedWish:
    from recsys_desktop.services.listing.wishing import grant

    progress.raise_if_cancelled()
    made = grant(workplace.recommender, wish, user_id, scenario)
    return GrantedWish(wish, user_id, None if made is None else with_answers(workplace, made, in_view))
