"""A linear head on the frozen language model, trained on behaviour until it stops helping, as beeFormer trains its encoder.

Source: Vancura et al., beeFormer (RecSys 2024), whose loss is that of ELSA (Vancura et al., RecSys 2022).
"""

from __future__ import annotations

import time

import numpy as np

from recsys_desktop.domain.entities import Float32Array
from tests.benchmarks.quality.material import Material, Scorer
from tests.benchmarks.quality.peers.peer import Configuration, Made, Peer, grid

#: Epochs between two looks at the held-out lists, looks without a better one before stopping, most epochs.
_EVERY, _PATIENCE, _MOST_EPOCHS = 4, 3, 200


def _scorer(material: Material, vectors: Float32Array) -> Scorer:
    return lambda block: np.asarray((material.asked[block] @ vectors) @ vectors.T)


def _make(material: Material, configuration: Configuration) -> Made:
    from tests.benchmarks.quality.peers.linear_head import Head  # torch takes seconds to load, and not every run needs it

    head = Head(material, configuration)
    until = time.perf_counter() + material.seconds
    if material.judge is None:
        for _ in range(int(configuration.get("epochs", _EVERY * _PATIENCE))):
            head.epoch(until)
        return material.lists(_scorer(material, head.vectors(material.texts))), {}
    best, best_lists, best_epoch = -1.0, np.zeros((0, 0), np.int64), 0
    for epoch in range(0, _MOST_EPOCHS + 1, _EVERY):
        lists = material.lists(_scorer(material, head.vectors(material.texts)))
        found = material.judge(lists)
        if found > best:
            best, best_lists, best_epoch = found, lists, epoch
        converged = epoch >= best_epoch + _EVERY * _PATIENCE
        if converged or time.perf_counter() > until:
            return best_lists, {"epochs": best_epoch, "converged": float(converged)}
        for _ in range(_EVERY):
            head.epoch(until)
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
