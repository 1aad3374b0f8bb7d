"""Answers about a list: given, taken back, read. An answer is stored before anything on the screen says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services import giving_feedback as service
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Changes, Workplace

#: Latest answers shown in the panel.
SHOWN = 8


@dataclass(frozen=True)
class StoredAnswer:
    """An answer that stands, with the title of its product."""

    feedback: Feedback
    title: str


@dataclass(frozen=True)
class AnswerLog:
    """The latest answers that stand, newest first, and how many are new since the active model was made."""

    answers: tuple[StoredAnswer, ...]
    new: int
    model_version: int


def give(*, workplace: Workplace, user_id: UserId, item_id: ItemId, kind: FeedbackKind, value: float | None = None) -> Job:
    """Store an answer; ``value`` is stars for a rating. Succeeds with the Feedback."""
    job = workplace.runner.submit(Lane.STORE, partial(_give, workplace.shop, user_id, item_id, kind, value))
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes(feedback=True)))
    return job


def undo(*, workplace: Workplace, feedback_id: int) -> Job:
    """Take an answer back. Succeeds with None."""
    job = workplace.runner.submit(Lane.STORE, partial(_undo, workplace.shop, feedback_id))
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes(feedback=True)))
    return job


def read_answers(*, workplace: Workplace) -> Job:
    """Read the latest answers of all customers; the newest request wins. Succeeds with an AnswerLog."""
    return workplace.runner.submit(Lane.RANK, partial(_read_answers, workplace.shop), newest_wins=True)


def _give(shop: Shop, user_id: UserId, item_id: ItemId, kind: FeedbackKind, value: float | None, progress: Progress) -> Feedback:
    progress.raise_if_cancelled()
    return service.give(shop, user_id, item_id, kind, value)


def _undo(shop: Shop, feedback_id: int, progress: Progress) -> None:
    progress.raise_if_cancelled()
    service.undo(shop, feedback_id)


def _read_answers(shop: Shop, progress: Progress) -> AnswerLog:
    progress.raise_if_cancelled()
    standing = [answer for answer in service.history(shop) if not answer.retracted][:SHOWN]
    items = shop.catalogue.get_many(list(dict.fromkeys(answer.item_id for answer in standing)))
    titles = {item.item_id: item.title for item in items}
    answers = tuple(StoredAnswer(answer, titles.get(answer.item_id, answer.item_id)) for answer in standing)
    return AnswerLog(answers, service.new_since_training(shop), shop.model_versions.active().number)
