"""The loop that takes the steps: AdamW, warm-up and decay, early stopping, checkpoints, a guard against runs that go wrong."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.domain.entities import CurvePoint, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.training.changes import ParameterChange
from recsys_desktop.engine.training.checkpoint import Checkpoint, State
from recsys_desktop.engine.training.objectives.base import Batch, Objective
from recsys_desktop.engine.training.trainable import TrainableEncoder
from recsys_desktop.engine.training.watching import Validate, Watch, diverged
from recsys_desktop.engine.training.weights import Best, copies, put

_TO_PROCESSOR = message("train", "The graphics card cannot hold the training; going on with the processor, which takes longer")
_STEP = message("train", "Learning from your customers: step {step} of {steps}")
#: Validations that may bring no better one before the training stops.
_PATIENCE = 4
_LARGEST_GRADIENT = 1.0
#: A loss this many times its start has run away.
_RUN_AWAY = 10.0

_log = logging.getLogger(__name__)


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
    checkpoint: Checkpoint | None = None,
) -> Trained:
    """Train the open parameters of ``model`` on its pool and leave it at its best validated step.

    ``validated`` (n,), two or more, are the pool's rows whose vectors ``validate`` is given. The training ends early when
    :data:`_PATIENCE` validations in a row bring no better NDCG@10. Curve points are published: "loss" every step,
    the rest at each validation. After each validation ``checkpoint`` is written, and a training that finds its own goes on from
    there; on a processor it ends with the weights it would have had without the break.

    Raises:
        Cancelled: between two steps.
        RecsysError: ``training_diverged`` where a loss or a gradient is not a number or runs away, ``training_collapsed`` where
            the model stops telling texts apart. The encoder is then not to be used.
    """
    run = _Run(model, objectives, recipe, Watch(model, validated, validate, progress), progress)
    run.start(None if checkpoint is None else checkpoint.load())
    while run.step < recipe.steps:
        run.take_step()
        if run.step % recipe.validate_every == 0 or run.step == recipe.steps:
            if run.exhausted():
                break
            if checkpoint is not None:
                checkpoint.save(run.state())
    return run.finished()


class _Run:
    """A training on its way."""

    def __init__(
        self, model: TrainableEncoder, objectives: Sequence[Objective], recipe: Recipe, watch: Watch, progress: Progress
    ) -> None:
        torch.manual_seed(recipe.seed)
        self._random = np.random.default_rng(recipe.seed)
        self._model, self._objectives, self._recipe, self._watch, self._progress = model, objectives, recipe, watch, progress
        self._optimiser, self._schedule = _optimiser(model, recipe)
        self._best = Best(_PATIENCE)
        self._first_loss = math.nan
        self.step = 0

    def start(self, state: State | None) -> None:
        """Validate the model as it is, or go on from a checkpoint."""
        if state is None:
            self._best.start_value = self._watch.look(0)
        else:
            self._go_on(state)
        self._model.train(True)

    def take_step(self) -> None:
        """Take one step, after which the weights have moved once."""
        steps = self._recipe.steps
        self._progress.report(self.step, steps, _STEP.fill(step=self.step + 1, steps=steps))
        loss = self._step_anywhere()
        self._schedule.step()
        self.step += 1
        self._first_loss = loss if math.isnan(self._first_loss) else self._first_loss
        if loss > _RUN_AWAY * self._first_loss:
            raise diverged()
        self._watch.add("loss", self.step, loss)

    def exhausted(self) -> bool:
        """Validate; says whether patience is at its end."""
        return self._best.exhausted_by(self._watch.look(self.step), self.step, self._model)

    def finished(self) -> Trained:
        """Give the model its best weights and sum up."""
        steps, best = self._recipe.steps, self._best
        self._progress.report(steps, steps, _STEP.fill(step=self.step, steps=steps))
        best.restore(self._model)
        points = tuple(self._watch.points)
        return Trained(self.step, best.step, best.value, best.start_value, _changes(self._model), points)

    def state(self) -> State:
        """Return all that the next step depends on."""
        return {
            "step": self.step,
            "first_loss": self._first_loss,
            "weights": copies(self._model),
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "best": self._best.state(),
            "watch": self._watch.state(),
            "memories": [objective.memory for objective in self._objectives],
            "dropout": torch.get_rng_state(),
            "random": self._random.bit_generator.state,
        }

    def _go_on(self, state: State) -> None:
        self.step, self._first_loss = state["step"], state["first_loss"]
        put(self._model, state["weights"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        self._best.go_on(state["best"])
        self._watch.go_on(state["watch"])
        for objective, memory in zip(self._objectives, state["memories"], strict=True):
            for own, remembered in zip(objective.memory, memory, strict=True):
                own.copy_(remembered)
        torch.set_rng_state(state["dropout"])
        self._random.bit_generator.state = state["random"]
        _log.info("the training goes on from step %d", self.step)

    def _step_anywhere(self) -> float:
        """Take one step; on a full card take it, and all further ones, sparing memory; where that fails too, without the card."""
        try:
            return self._step()
        except torch.OutOfMemoryError:
            if self._model.spare_memory():
                _log.info("the training did not fit into memory; what a step computes is made twice from now on")
                return self._step_anywhere()
            if not self._model.fall_back():
                raise
        except torch.AcceleratorError:
            if not self._model.fall_back():
                raise
        _log.warning("the graphics card failed; training continues on the processor")
        self._progress.report(0, 0, _TO_PROCESSOR)
        for state in self._optimiser.state.values():
            state.update({name: value.cpu() for name, value in state.items() if isinstance(value, Tensor)})
        return self._step()

    def _step(self) -> float:
        """Take one optimiser step and return its loss, the head's penalty left out."""
        batches = [objective.draw(self._random) for objective in self._objectives]
        loss = _loss(self._model, self._objectives, batches)
        total = loss + self._recipe.head_penalty * self._model.head_shift()
        self._optimiser.zero_grad()
        total.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        norm = torch.nn.utils.clip_grad_norm_([value for _, value in self._model.named_parameters()], _LARGEST_GRADIENT)
        if not (math.isfinite(loss.item()) and math.isfinite(norm.item())):
            raise diverged()
        self._optimiser.step()
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


def _optimiser(model: TrainableEncoder, recipe: Recipe) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
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


def _changes(model: TrainableEncoder) -> tuple[ParameterChange, ...]:
    return tuple(
        ParameterChange(name, float(model.start[name].norm()), float((parameter.detach() - model.start[name]).norm()))
        for name, parameter in model.named_parameters()
    )
