"""The loop that takes the steps: AdamW, warm-up and decay, early stopping, and a guard against runs that go wrong."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.domain.entities import CurvePoint, Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.training.changes import ParameterChange
from recsys_desktop.engine.training.objectives.base import Batch, Objective
from recsys_desktop.engine.training.trainable import TrainableEncoder

_TO_PROCESSOR = message("train", "The graphics card cannot hold the training; going on with the processor, which takes longer")
_STEP = message("train", "Learning from your customers: step {step} of {steps}")
#: Validation points that may bring no better one before the training stops.
_PATIENCE = 4
_LARGEST_GRADIENT = 1.0
#: The model has stopped telling texts apart when one minus their mean cosine has fallen to this part of its start.
_COLLAPSED = 0.1
#: A loss this many times its start has run away.
_RUN_AWAY = 10.0

_log = logging.getLogger(__name__)

#: Called with the vectors of the validated texts (n, e); returns values by the curve's name, "ndcg@10" among them.
Validate = Callable[[Float32Array], dict[str, float]]


@dataclass(frozen=True)
class Recipe:
    """How the encoder is trained."""

    steps: int
    validate_every: int
    seed: int
    layer_rate: float = 2e-4
    head_rate: float = 1e-3
    #: Pulls the head back to where it started: lambda |W - W0|^2.
    head_penalty: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.1


@dataclass(frozen=True)
class Trained:
    """A finished training: the encoder holds the weights of ``best_step``."""

    steps: int
    best_step: int
    best_value: float
    start_value: float  # of the model before the first step
    parameters: tuple[ParameterChange, ...]
    points: tuple[CurvePoint, ...]


def fine_tune(
    model: TrainableEncoder,
    objectives: Sequence[Objective],
    validated: Int64Array,
    validate: Validate,
    recipe: Recipe,
    progress: Progress,
) -> Trained:
    """Train the open parameters of ``model`` on its pool and leave it at its best validated step.

    ``validated`` (n,), two or more, are the pool's rows whose vectors ``validate`` is given. The training ends early when
    :data:`_PATIENCE` validations in a row bring no better NDCG@10. Curve points are published: "loss" every step,
    the rest at each validation.

    Raises:
        Cancelled: between two steps.
        RecsysError: ``training_diverged`` where a loss or a gradient is not a number or runs away, ``training_collapsed`` where
            the model stops telling texts apart. The encoder is then not to be used.
    """
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    optimiser, schedule = _optimiser(model, recipe)
    watch = _Watch(model, validated, validate, progress)
    best = _Best(watch.look(0))
    model.train(True)
    first_loss = math.nan
    step = 0
    for step in range(1, recipe.steps + 1):
        progress.report(step - 1, recipe.steps, _STEP.fill(step=step, steps=recipe.steps))
        loss = _step_anywhere(model, objectives, optimiser, recipe, random, progress)
        schedule.step()
        first_loss = loss if math.isnan(first_loss) else first_loss
        if loss > _RUN_AWAY * first_loss:
            raise _diverged()
        watch.add("loss", step, loss)
        due = step % recipe.validate_every == 0 or step == recipe.steps
        if due and best.exhausted_by(watch.look(step), step, model):
            break
    progress.report(recipe.steps, recipe.steps, _STEP.fill(step=step, steps=recipe.steps))
    best.restore(model)
    return Trained(step, best.step, best.value, best.start_value, _changes(model), tuple(watch.points))


def _step_anywhere(
    model: TrainableEncoder,
    objectives: Sequence[Objective],
    optimiser: torch.optim.Optimizer,
    recipe: Recipe,
    random: np.random.Generator,
    progress: Progress,
) -> float:
    """Take one step; where the card is full, take it, and the rest, sparing memory; where that or the card fails, without it."""
    try:
        return _step(model, objectives, optimiser, recipe, random)
    except torch.OutOfMemoryError:
        if model.spare_memory():
            _log.info("the training did not fit into memory; what a step computes is made twice from now on")
            return _step_anywhere(model, objectives, optimiser, recipe, random, progress)
        if not model.fall_back():
            raise
    except torch.AcceleratorError:
        if not model.fall_back():
            raise
    _log.warning("the graphics card failed; training continues on the processor")
    progress.report(0, 0, _TO_PROCESSOR)
    for state in optimiser.state.values():
        state.update({name: value.cpu() for name, value in state.items() if isinstance(value, Tensor)})
    return _step(model, objectives, optimiser, recipe, random)


def _step(
    model: TrainableEncoder,
    objectives: Sequence[Objective],
    optimiser: torch.optim.Optimizer,
    recipe: Recipe,
    random: np.random.Generator,
) -> float:
    """Take one optimiser step and return its loss, the head's penalty left out."""
    batches = [objective.draw(random) for objective in objectives]
    loss = _loss(model, objectives, batches)
    total = loss + recipe.head_penalty * model.head_shift()
    optimiser.zero_grad()
    total.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    norm = torch.nn.utils.clip_grad_norm_([value for _, value in model.named_parameters()], _LARGEST_GRADIENT)
    if not (math.isfinite(loss.item()) and math.isfinite(norm.item())):
        raise _diverged()
    optimiser.step()
    return loss.item()


def _loss(model: TrainableEncoder, objectives: Sequence[Objective], batches: Sequence[Batch]) -> Tensor:
    """Encode every text of the step once and add up the weighted losses."""
    columns = [column for batch in batches for column in batch.columns]
    rows, places = np.unique(np.concatenate(columns), return_inverse=True)
    vectors = model.vectors(rows)
    parts = iter(torch.from_numpy(part) for part in np.split(places, np.cumsum([len(column) for column in columns])[:-1]))
    total = torch.zeros((), device=vectors.device)
    for objective, batch in zip(objectives, batches, strict=True):
        own = tuple(vectors[next(parts).to(vectors.device)] for _ in batch.columns)
        total = total + objective.weight * objective.loss(batch, own)
    return total


def _optimiser(
    model: TrainableEncoder, recipe: Recipe
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW; the head is held by its penalty instead of weight decay, which would pull it to zero."""
    head = model.head_weight
    layers = [value for _, value in model.named_parameters() if value is not head]
    optimiser = torch.optim.AdamW(
        [
            {"params": layers, "lr": recipe.layer_rate, "weight_decay": recipe.weight_decay},
            {"params": [head], "lr": recipe.head_rate, "weight_decay": 0.0},
        ]
    )
    warm = max(1, round(recipe.warm_up * recipe.steps))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (recipe.steps - step) / max(recipe.steps - warm, 1)))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, factor)


class _Watch:
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
        """Validate the model as it is now and return its NDCG@10."""
        vectors = self._model.all_vectors(self._validated, self._progress)
        if not np.isfinite(vectors).all():
            raise _diverged()
        now = spread(vectors)
        self._first_spread = self._first_spread or now
        if now < _COLLAPSED * self._first_spread:
            raise _failed("training_collapsed", message("train", "The training was stopped: it made all products look the same."))
        values = self._validate(vectors)
        for curve, value in values.items():
            self.add(curve, step, value)
        return values["ndcg@10"]


def spread(vectors: Float32Array) -> float:
    """Return one minus the mean cosine between different ones of unit vectors (n, e), n >= 2; 0 where all are alike.

    >>> spread(np.array([[1.0, 0.0], [0.0, 1.0]], np.float32))
    1.0
    """
    # The squared length of the mean of n unit vectors is their mean cosine, the n pairs with themselves included.
    count, mean = len(vectors), vectors.mean(axis=0, dtype=np.float64)
    return 1.0 - (float(mean @ mean) * count - 1.0) / (count - 1.0)


class _Best:
    """The best validated weights; those before the first step are only a mark to beat, never restored."""

    def __init__(self, start_value: float) -> None:
        self.start_value = start_value
        self.value, self.step, self._since = -math.inf, 0, 0
        self._weights: dict[str, Tensor] = {}

    def exhausted_by(self, value: float, step: int, model: TrainableEncoder) -> bool:
        """Take note of a validation; says whether patience is at its end."""
        if value > self.value:
            self.value, self.step, self._since = value, step, 0
            self._weights = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
        else:
            self._since += 1
        return self._since >= _PATIENCE

    def restore(self, model: TrainableEncoder) -> None:
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                parameter.copy_(self._weights[name])
        model.train(False)
        _log.info("training kept step %d: %.4f, before %.4f", self.step, self.value, self.start_value)


def _changes(model: TrainableEncoder) -> tuple[ParameterChange, ...]:
    return tuple(
        ParameterChange(name, float(model.start[name].norm()), float((parameter.detach() - model.start[name]).norm()))
        for name, parameter in model.named_parameters()
    )


def _diverged() -> RecsysError:
    return _failed("training_diverged", message("train", "The training was stopped: its numbers ran away."))


def _failed(code: str, what: Text) -> RecsysError:
    return RecsysError(
        code, what, message("train", "The model in use is unchanged. Train again after more behaviour or feedback has come in.")
    )
