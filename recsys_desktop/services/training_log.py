"""What the training page shows before anything runs: the models, the runs so far, and how long the next one may take."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.entities import CurvePoint, ModelVersion
from recsys_desktop.services.giving_feedback import new_since_training
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import Run

#: The kind under which trainings are kept among the runs.
TRAINING = "training"
_LATEST_RUNS = 20


@dataclass(frozen=True)
class TrainingLog:
    """The state of learning in a shop. ``points`` are the curves of the latest run; ``seconds`` what the last whole run took."""

    versions: tuple[ModelVersion, ...]  # newest first, exactly one active
    runs: tuple[Run, ...]  # trainings, newest first
    points: tuple[CurvePoint, ...]
    new_feedback: int
    interactions: int
    seconds: int | None

    @property
    def active(self) -> ModelVersion:
        """The version in use."""
        return next(version for version in self.versions if version.active)


def training_log(shop: Shop) -> TrainingLog:
    """Read the state of learning; a few milliseconds."""
    runs = tuple(run for run in shop.runs.list(_LATEST_RUNS) if run.kind == TRAINING)
    whole = next((run for run in runs if run.finished is not None), None)
    return TrainingLog(
        versions=tuple(shop.model_versions.list()),
        runs=runs,
        points=tuple(shop.runs.points(runs[0].number)) if runs else (),
        new_feedback=new_since_training(shop),
        interactions=shop.interactions.count(),
        seconds=None if whole is None or whole.finished is None else whole.finished - whole.started,
    )
