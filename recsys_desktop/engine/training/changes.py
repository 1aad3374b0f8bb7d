"""What a training did to the language model, tensor by tensor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ParameterChange:
    """One trained tensor by its place in the model: its Euclidean norm before the training, and that of what was added."""

    name: str
    norm_before: float
    norm_of_change: float
