"""Finding out whether the lists help."""

from __future__ import annotations

from functools import partial

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.learning.evaluating import evaluate as replay
from recsys_desktop.services.learning.evaluation_log import KeptEvaluation, last_evaluation
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace


def evaluate(*, workplace: Workplace) -> Job:
    """Replay the last weeks with the lists in use and with a bestseller list. Succeeds with an EvaluationReport."""
    title = message("evaluate", "Comparing with what customers bought")
    return workplace.runner.submit(Lane.COMPUTE, partial(replay, workplace.shop), title=title)


def read_last(*, workplace: Workplace) -> Job:
    """Read the latest replay; the newest request wins. Succeeds with a KeptEvaluation or None."""
    return workplace.runner.submit(Lane.RANK, partial(_read_last, workplace.shop), newest_wins=True)


def _read_last(shop: Shop, progress: Progress) -> KeptEvaluation | None:
    progress.raise_if_cancelled()
    return last_evaluation(shop)
