"""A linear head on frozen text vectors, trained by torch with the loss of ELSA (Vancura et al., RecSys 2022)."""

from __future__ import annotations

import time

import numpy as np
import torch

from recsys_desktop.domain.entities import Float32Array
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers.peer import Configuration

#: Users per step.
_BATCH = 256
_SEED = 0


class Head:
    """``A = normalised(T W)``; a history x (n,) scores ``relu(x A A' - x)``, compared with x after both get length 1."""

    def __init__(self, material: Material, configuration: Configuration) -> None:
        torch.manual_seed(_SEED)
        bought = material.behaviour
        self._rows = np.flatnonzero(material.popularity > 0)
        self._users = bought[np.diff(bought.indptr) >= 2][:, self._rows]
        self._texts = torch.from_numpy(material.texts[self._rows])
        width = material.texts.shape[1]
        self._weights = torch.nn.Parameter(torch.eye(width))
        self._dropout = configuration["dropout"]
        self._pull = configuration["pull"]
        self._optimiser = torch.optim.Adam([self._weights], lr=configuration["rate"])
        self._random = np.random.default_rng(_SEED)

    def epoch(self, until: float) -> None:
        """Go once through all users, or as far as ``time.perf_counter`` reaches before ``until``."""
        order = self._random.permutation(self._users.shape[0])
        for start in range(0, len(order), _BATCH):
            if time.perf_counter() > until:
                return
            x = torch.from_numpy(self._users[order[start : start + _BATCH]].toarray())
            shown = torch.nn.functional.dropout(x, self._dropout)
            items = torch.nn.functional.normalize(self._texts @ self._weights, dim=1)
            guessed = torch.relu((shown @ items) @ items.T - shown)
            unit = torch.nn.functional.normalize
            loss = (unit(x, dim=1) - unit(guessed, dim=1)).pow(2).sum(dim=1).mean()
            loss = loss + self._pull * (self._weights - torch.eye(len(self._weights))).pow(2).sum()
            self._optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch's own
            self._optimiser.step()

    def vectors(self, texts: Float32Array) -> Float32Array:
        """Return the head's unit vectors of texts (n, e)."""
        turned = texts @ self._weights.detach().numpy()
        unit: Float32Array = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
        return unit
