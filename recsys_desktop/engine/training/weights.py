"""Which weights of a training are kept: the best validated ones."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping

import torch
from torch import Tensor

from recsys_desktop.engine.training.checkpoint import State
from recsys_desktop.engine.training.trainable import TrainableEncoder

_log = logging.getLogger(__name__)


class Best:
    """The best validated weights; those before the first step are only a mark to beat, never restored."""

    def __init__(self, patience: int) -> None:
        """Take the validations in a row that may bring no better one before the training ends."""
        self._patience = patience
        self.start_value = math.nan
        self.value, self.step, self._since = -math.inf, 0, 0
        self._weights: dict[str, Tensor] = {}

    def exhausted_by(self, value: float, step: int, model: TrainableEncoder) -> bool:
        """Take note of a validation; says whether patience is at its end."""
        if value > self.value:
            self.value, self.step, self._since = value, step, 0
            self._weights = copies(model)
        else:
            self._since += 1
        return self._since >= self._patience

    def restore(self, model: TrainableEncoder) -> None:
        """Give the model the best weights."""
        put(model, self._weights)
        model.train(False)
        _log.info("training kept step %d: %.4f, before %.4f", self.step, self.value, self.start_value)

    def state(self) -> State:
        """Return what a checkpoint must hold."""
        numbers = {"start": self.start_value, "value": self.value, "step": self.step, "since": self._since}
        return {**numbers, "weights": self._weights}

    def go_on(self, state: State) -> None:
        """Go on from a checkpoint."""
        self.start_value, self.value, self.step = state["start"], state["value"], state["step"]
        self._since, self._weights = state["since"], state["weights"]


def copies(model: TrainableEncoder) -> dict[str, Tensor]:
    """Return copies of the open parameters by name."""
    return {name: parameter.detach().clone() for name, parameter in model.named_parameters()}


@torch.no_grad()
def put(model: TrainableEncoder, weights: Mapping[str, Tensor]) -> None:
    """Give the open parameters these values."""
    for name, parameter in model.named_parameters():
        parameter.copy_(weights[name])
