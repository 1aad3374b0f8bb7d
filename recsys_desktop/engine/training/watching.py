"""Looks at a training on its way: the curves' points, and whether the model still tells texts apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from recsys_desktop.domain.entities import CurvePoint, Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.training.checkpoint import State
from recsys_desktop.engine.training.trainable import TrainableEncoder

#: The model has stopped telling texts apart when one minus their mean cosine has fallen to this part of its start.
_COLLAPSED = 0.1

#: Called with the vectors of the validated texts (n, e); returns values by the curve's name, "ndcg@10" among them.
Validate = Callable[[Float32Array], dict[str, float]]


class Watch:
    """Validates, publishes the points of the curves and remembers them."""

    def __init__(self, model: TrainableEncoder, validated: Int64Array, validate: Validate, progress: Progress) -> None:
        self._model, self._validated, self._validate, self._progress = model, validated, validate, progress
        self._first_spread = 0.0
        self.points: list[CurvePoint] = []

    def add(self, curve: str, step: int, value: float) -> None:
        """Publish one point."""
        self.points.append(CurvePoint(curve, step, value))
        self._progress.publish(self.points[-1])

    def look(self, step: int) -> float:
        """Validate the model as it is now and return its NDCG@10.

        Raises: Cancelled; RecsysError training_diverged, training_collapsed.
        """
        vectors = self._model.all_vectors(self._validated, self._progress)
        if not np.isfinite(vectors).all():
            raise diverged()
        now = spread(vectors)
        self._first_spread = self._first_spread or now
        if now < _COLLAPSED * self._first_spread:
            raise _failed("training_collapsed", message("train", "The training was stopped: it made all products look the same."))
        values = self._validate(vectors)
        for curve, value in values.items():
            self.add(curve, step, value)
        return values["ndcg@10"]

    def state(self) -> State:
        """Return what a checkpoint must hold."""
        return {"spread": self._first_spread, "points": [(point.curve, point.step, point.value) for point in self.points]}

    def go_on(self, state: State) -> None:
        """Go on from a checkpoint: its points are published again."""
        self._first_spread = state["spread"]
        for curve, step, value in state["points"]:
            self.add(curve, step, value)


def spread(vectors: Float32Array) -> float:
    """Return one minus the mean cosine between different ones of unit vectors (n, e), n >= 2; 0 where all are alike.

    >>> spread(np.array([[1.0, 0.0], [0.0, 1.0]], np.float32))
    1.0
    """
    # The squared length of the mean of n unit vectors is their mean cosine, the n pairs with themselves included.
    count, mean = len(vectors), vectors.mean(axis=0, dtype=np.float64)
    return 1.0 - (float(mean @ mean) * count - 1.0) / (count - 1.0)


def diverged() -> RecsysError:
    """The error of a training whose numbers are none any more."""
    return _failed("training_diverged", message("train", "The training was stopped: its numbers ran away."))


def _failed(code: str, what: Text) -> RecsysError:
    return RecsysError(
        code, what, message("train", "The model in use is unchanged. Train again after more behaviour or feedback has come in.")
    )
