"""Improving the lists, and choosing which model makes them."""

from __future__ import annotations

from functools import partial

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.training import TrainingPlan, TrainingReport
from recsys_desktop.services.training_log import TrainingLog, training_log
from recsys_desktop.ui.operations.opening import reload_lists
from recsys_desktop.ui.workplace import Workplace

#: The title by which a window that was rebuilt, or was not there at the start, recognises the job.
IMPROVING = message("training", "Improving the lists")


def improve(*, workplace: Workplace, plan: TrainingPlan | None = None) -> Job:
    """Let the language model learn from the shop. Publishes CurvePoints, succeeds with a TrainingReport.

    The new version is in use afterwards only if it is better; a cancel leaves the one in use.
    """
    job = workplace.runner.submit(Lane.COMPUTE, partial(_improve, workplace.shop, plan or TrainingPlan()), title=IMPROVING)
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace))
    return job


def running(*, workplace: Workplace) -> Job | None:
    """Return the unfinished job of :func:`improve`, whoever started it."""
    return next((job for job in workplace.runner.jobs if job.title == IMPROVING), None)


def use_version(*, workplace: Workplace, number: int) -> Job:
    """Let another model version make the lists; products it has not read yet are read first. Succeeds with None."""
    title = message("training", "Changing to model {number}").fill(number=number)
    job = workplace.runner.submit(Lane.COMPUTE, partial(_use, workplace.shop, number), title=title)
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace))
    return job


def read_log(*, workplace: Workplace) -> Job:
    """Read models and runs; the newest request wins. Succeeds with a TrainingLog."""
    return workplace.runner.submit(Lane.RANK, partial(_read_log, workplace.shop), newest_wins=True)


def _improve(shop: Shop, plan: TrainingPlan, progress: Progress) -> TrainingReport:
    from recsys_desktop.services.training import train

    return train(shop, plan, progress)


def _use(shop: Shop, number: int, progress: Progress) -> None:
    from recsys_desktop.services.training import activate

    activate(shop, number, progress)


def _read_log(shop: Shop, progress: Progress) -> TrainingLog:
    progress.raise_if_cancelled()
    return training_log(shop)
