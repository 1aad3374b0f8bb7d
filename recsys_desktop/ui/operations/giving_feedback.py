"""Answers about a list: given, taken back, read. An answer is stored before anything on the screen says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.learning import giving_feedback as service
from recsys_desktop.services.learning.answer_history import Answer, Shown, answers, export_answers, log_shown, shown_to
from recsys_desktop.services.learning.training_worth import TrainingWorth, training_worth
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

#: Latest answers shown in the panel.
SHOWN = 5
#: Answers that a search looks through.
MOST_FOUND = 5_000


@dataclass(frozen=True)
class StoredAnswer:
    """An answer that stands, with the title of its product."""

    feedback: Feedback
    title: str


@dataclass(frozen=True)
class AnswerLog:
    """The latest answers that stand, newest first, and whether another training is worth it."""

    answers: tuple[StoredAnswer, ...]
    worth: TrainingWorth


@dataclass(frozen=True)
class ShownTo:
    """What stood on a customer's lists, lately shown first."""

    user_id: UserId
    items: tuple[Shown, ...]


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


def read_log(*, workplace: Workplace) -> Job:
    """Read the same once more for another reader, who does not supersede the first. Succeeds with an AnswerLog."""
    return workplace.runner.submit(Lane.RANK, partial(_read_answers, workplace.shop))


def find_answers(*, workplace: Workplace, search: str, kinds: tuple[FeedbackKind, ...]) -> Job:
    """Look answers up, also those taken back; the newest request wins. Succeeds with a list[Answer], newest first."""
    return workplace.runner.submit(Lane.RANK, partial(_find_answers, workplace.shop, search, kinds), newest_wins=True)


def export(*, workplace: Workplace, found: Sequence[Answer], path: Path) -> Job:
    """Write answers that were looked up to a file, and say so. Succeeds with their number."""
    job = workplace.runner.submit(Lane.STORE, partial(_export, tuple(found), path))

    def tell(count: int) -> None:
        workplace.notified.emit(
            Notice(message("feedback", "{count} answers are saved in {name}.").fill(count=count, name=path.name))
        )

    job.succeeded.connect(tell)
    job.failed.connect(workplace.show_failure)
    return job


def find_shown(*, workplace: Workplace, user_id: UserId) -> Job:
    """Read what stood on a customer's lists; the newest request wins. Succeeds with a ShownTo."""
    return workplace.runner.submit(Lane.RANK, partial(_find_shown, workplace.shop, user_id), newest_wins=True)


def note_shown(
    *, workplace: Workplace, user_id: UserId, places: Sequence[tuple[ItemId, int]], scenario: str, showing: int | None
) -> Job:
    """Remember places that were on the screen; ``showing`` is the list they belong to, None for a new one. Succeeds with it."""
    return workplace.runner.submit(Lane.STORE, partial(_note_shown, workplace.shop, user_id, tuple(places), scenario, showing))


def _find_answers(shop: Shop, search: str, kinds: tuple[FeedbackKind, ...], progress: Progress) -> list[Answer]:
    progress.raise_if_cancelled()
    return answers(shop, MOST_FOUND, kinds, search)


def _export(found: tuple[Answer, ...], path: Path, progress: Progress) -> int:
    progress.raise_if_cancelled()
    return export_answers(found, path)


def _find_shown(shop: Shop, user_id: UserId, progress: Progress) -> ShownTo:
    progress.raise_if_cancelled()
    return ShownTo(user_id, tuple(shown_to(shop, user_id)))


def _note_shown(
    shop: Shop, user_id: UserId, places: tuple[tuple[ItemId, int], ...], scenario: str, showing: int | None, progress: Progress
) -> int:
    progress.raise_if_cancelled()
    return log_shown(shop, user_id, list(places), scenario, showing)


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
    latest = tuple(StoredAnswer(answer, titles.get(answer.item_id, answer.item_id)) for answer in standing)
    return AnswerLog(latest, training_worth(shop))
