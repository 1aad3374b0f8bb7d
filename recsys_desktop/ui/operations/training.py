"""Improving the lists, and choosing which model makes them."""

from __future__ import annotations

from functools import partial

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.learning import model_versions, training_log
from recsys_desktop.services.learning.training import TrainingPlan, TrainingReport
from recsys_desktop.services.learning.training_log import TrainingLog
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.operations.opening import reload_lists
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

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
    """Let another model version make the lists; products it has not read yet are read first. It can be taken back.

    Succeeds with the number of the version that was in use before.
    """
    title = message("training", "Changing to model {number}").fill(number=number)
    job = workplace.runner.submit(Lane.COMPUTE, partial(_use, workplace.shop, number), title=title)
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace))
    job.succeeded.connect(lambda before: _tell_of_change(workplace, number, before))
    return job


def delete_version(*, workplace: Workplace, number: int) -> Job:
    """Take a model that is not in use away; it can be got back until the program ends. Succeeds with the ModelVersion."""
    job = workplace.runner.submit(Lane.STORE, partial(_delete, workplace.shop, number))
    job.succeeded.connect(lambda version: _tell_of_deletion(workplace, version))
    return job


def restore_version(*, workplace: Workplace, version: ModelVersion) -> Job:
    """Put a deleted model back. Succeeds with None."""
    job = workplace.runner.submit(Lane.STORE, partial(_restore, workplace.shop, version))
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes()))
    return job


def answer(*, workplace: Workplace, run: int) -> Job:
    """Remember that the result of a training was answered, so that it is not asked about again. Succeeds with None."""
    return workplace.runner.submit(Lane.STORE, partial(_answer, workplace.shop, run))


def read_log(*, workplace: Workplace) -> Job:
    """Read models and runs; the newest request wins. Succeeds with a TrainingLog."""
    return workplace.runner.submit(Lane.RANK, partial(_read_log, workplace.shop), newest_wins=True)


def _tell_of_change(workplace: Workplace, number: int, before: int) -> None:
    text = message("training", "Model {number} makes your lists now.").fill(number=number)
    workplace.notified.emit(Notice(text, partial(use_version, workplace=workplace, number=before), "model"))


def _tell_of_deletion(workplace: Workplace, version: ModelVersion) -> None:
    workplace.changed.emit(Changes())
    text = message("training", "Model {number} is deleted.").fill(number=version.number)
    workplace.notified.emit(Notice(text, partial(restore_version, workplace=workplace, version=version)))


def _improve(shop: Shop, plan: TrainingPlan, progress: Progress) -> TrainingReport:
    from recsys_desktop.services.learning.training import train

    return train(shop, plan, progress)


def _use(shop: Shop, number: int, progress: Progress) -> int:
    from recsys_desktop.services.learning.training import activate

    before = shop.model_versions.active().number
    activate(shop, number, progress)
    return before


def _delete(shop: Shop, number: int, progress: Progress) -> ModelVersion:
    progress.raise_if_cancelled()
    return model_versions.remove(shop, number)


def _restore(shop: Shop, version: ModelVersion, progress: Progress) -> None:
    progress.raise_if_cancelled()
    model_versions.restore(shop, version)


def _answer(shop: Shop, run: int, progress: Progress) -> None:
    progress.raise_if_cancelled()
    training_log.answer(shop, run)


def _read_log(shop: Shop, progress: Progress) -> TrainingLog:
    progress.raise_if_cancelled()
    return training_log.training_log(shop)
