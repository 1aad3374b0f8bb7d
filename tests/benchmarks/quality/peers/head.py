"""A linear head on the frozen language model, trained on behaviour until it stops helping, as beeFormer trains its encoder.

Source: Vancura et al., beeFormer (RecSys 2024), whose loss is that of ELSA (Vancura et al., RecSys 2022).
"""

from __future__ import annotations

import time

import numpy as np
import torch

from recsys_desktop.domain.entities import Float32Array
from tests.benchmarks.quality.material import Material, Scorer
from tests.benchmarks.quality.peers.peer import Configuration, Made, Peer, grid

#: Users per step, epochs between two looks at the held-out lists, looks without a better one before stopping, most epochs.
_BATCH, _EVERY, _PATIENCE, _MOST_EPOCHS = 256, 4, 3, 200
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

    def epoch(self) -> None:
        """Go once through all users."""
        order = self._random.permutation(self._users.shape[0])
        for start in range(0, len(order), _BATCH):
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


def _scorer(material: Material, vectors: Float32Array) -> Scorer:
    return lambda block: np.asarray((material.asked[block] @ vectors) @ vectors.T)


def _make(material: Material, configuration: Configuration) -> Made:
    head = Head(material, configuration)
    began = time.perf_counter()
    if material.judge is None:
        for _ in range(int(configuration.get("epochs", _EVERY * _PATIENCE))):
            if time.perf_counter() - began < material.seconds:
                head.epoch()
        return material.lists(_scorer(material, head.vectors(material.texts))), {}
    best, best_lists, best_epoch = -1.0, np.zeros((0, 0), np.int64), 0
    for epoch in range(0, _MOST_EPOCHS + 1, _EVERY):
        lists = material.lists(_scorer(material, head.vectors(material.texts)))
        found = material.judge(lists)
        if found > best:
            best, best_lists, best_epoch = found, lists, epoch
        converged = epoch >= best_epoch + _EVERY * _PATIENCE
        if converged or time.perf_counter() - began > material.seconds:
            return best_lists, {"epochs": best_epoch, "converged": float(converged)}
        for _ in range(_EVERY):
            head.epoch()
    return best_lists, {"epochs": best_epoch, "converged": 0.0}


PEERS = (
    Peer(
        "beeFormer-style head",
        _make,
        grid(rate=(3e-3, 1e-3, 1e-2), dropout=(0.0, 0.5), pull=(0.0, 1e-4, 1e-3)),
        ranks_new=True,
        needs=frozenset({"texts"}),
    ),
)
