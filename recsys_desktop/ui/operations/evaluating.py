"""Finding out whether the lists help."""

from __future__ import annotations

from functools import partial

from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.evaluating import evaluate as replay
from recsys_desktop.ui.workplace import Workplace


def evaluate(*, workplace: Workplace) -> Job:
    """Replay the last weeks with the lists in use and with a bestseller list. Succeeds with an EvaluationReport."""
    title = message("evaluate", "Comparing with what customers bought")
    return workplace.runner.submit(Lane.COMPUTE, partial(replay, workplace.shop), title=title)
