"""Questions to the person at the window: read, answered, passed over, switched off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Feedback
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import ASK_QUESTIONS
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.learning.questions import Question


def read_question(*, workplace: Workplace, user_id: UserId | None) -> Job:
    """Find what to ask next, about one customer or about anybody; the newest request wins. Succeeds with a Question or None."""
    return workplace.runner.submit(Lane.RANK, partial(_read_question, workplace, user_id), newest_wins=True)


def answer(*, workplace: Workplace, question: Question, suits: bool) -> Job:
    """Store what was said, and offer the way back. Succeeds with the Feedback."""
    job = workplace.runner.submit(Lane.STORE, partial(_answer, workplace.shop, question, suits))

    def tell(given: Feedback) -> None:
        workplace.changed.emit(Changes(feedback=True))
        text = message("questions", "Thank you: {customer} – {title}.").fill(customer=given.user_id, title=question.item.title)
        workplace.notified.emit(Notice(text, lambda: giving_feedback.undo(workplace=workplace, feedback_id=given.feedback_id)))

    job.succeeded.connect(tell)
    return job


def skip(*, workplace: Workplace, question: Question) -> Job:
    """Never ask this again. Succeeds with None."""
    return workplace.runner.submit(Lane.STORE, partial(_skip, workplace.shop, question))


def stop_asking(*, workplace: Workplace) -> Job:
    """Ask no more questions; a notice offers the way back, and so do the settings. Succeeds with None."""
    job = workplace.runner.submit(Lane.STORE, partial(_set_asking, workplace.shop, False))

    def tell(_: object) -> None:
        workplace.changed.emit(Changes(settings=True))
        text = message("questions", "No more questions. They can be switched on again in the settings.")
        workplace.notified.emit(Notice(text, lambda: _ask_again(workplace)))

    job.succeeded.connect(tell)
    return job


def _ask_again(workplace: Workplace) -> None:
    job = workplace.runner.submit(Lane.STORE, partial(_set_asking, workplace.shop, True))
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes(settings=True)))


def _read_question(workplace: Workplace, user_id: UserId | None, progress: Progress) -> Question | None:
    from recsys_desktop.services.learning.questions import next_question

    progress.raise_if_cancelled()
    return next_question(workplace.shop, workplace.recommender, user_id)


def _answer(shop: Shop, question: Question, suits: bool, progress: Progress) -> Feedback:
    from recsys_desktop.services.learning.questions import answer as store

    progress.raise_if_cancelled()
    return store(shop, question, suits=suits)


def _skip(shop: Shop, question: Question, progress: Progress) -> None:
    from recsys_desktop.services.learning.questions import skip as store

    progress.raise_if_cancelled()
    store(shop, question)


def _set_asking(shop: Shop, asks: bool, progress: Progress) -> None:
    progress.raise_if_cancelled()
    shop.settings.set(ASK_QUESTIONS, asks)
