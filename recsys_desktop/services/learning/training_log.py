"""What the training page shows before anything runs: the models, the runs so far, and how long the next one may take."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.entities import CurvePoint, ModelVersion
from recsys_desktop.services.learning.giving_feedback import new_since_training
from recsys_desktop.services.learning.training_time import TrainingTime, training_time
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import TRAINING, Run

#: Where the store remembers the number of the latest training whose result a person has answered: keep, or go back.
_ANSWERED = "training_answered"
_LATEST_RUNS = 20


@dataclass(frozen=True)
class TrainingLog:
    """The state of learning in a shop. ``points`` are the curves of the latest run; ``time`` how long the next one may take."""

    versions: tuple[ModelVersion, ...]  # newest first, exactly one active
    runs: tuple[Run, ...]  # trainings, newest first
    points: tuple[CurvePoint, ...]
    new_feedback: int
    interactions: int
    time: TrainingTime | None
    open_result: Run | None = None  # the latest training, where it was judged and nobody has said yet what to do with the result

    @property
    def active(self) -> ModelVersion:
        """The version in use."""
        return next(version for version in self.versions if version.active)


def training_log(shop: Shop) -> TrainingLog:
    """Read the state of learning; a few milliseconds."""
    runs = tuple(run for run in shop.runs.list(_LATEST_RUNS) if run.kind == TRAINING)
    judged = shop.runs.latest(TRAINING)
    answered = judged is None or "hits" not in judged.result or judged.number == shop.settings.get_json(_ANSWERED)
    return TrainingLog(
        versions=tuple(shop.model_versions.list()),
        runs=runs,
        points=tuple(shop.runs.points(runs[0].number)) if runs else (),
        new_feedback=new_since_training(shop),
        interactions=shop.interactions.count(),
        time=training_time(shop, judged),
        open_result=None if answered else judged,
    )


def answer(shop: Shop, run: int) -> None:
    """Remember that a person has said what to do with the result of a training: it is not asked about again."""
    shop.settings.set_json(_ANSWERED, run)
