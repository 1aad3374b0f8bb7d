"""The language model as it is: the cosine between an item's text and the mean of those in the history."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers.peer import Configuration, Made, Peer, grid


def last_of_each(material: Material, count: int) -> sp.csr_array:
    """Return the queries' histories (q, n) cut to the newest ``count`` events; 0 for all."""
    if not count:
        return material.asked
    histories = [history[-count:] for history in material.histories]
    numbers = np.repeat(np.arange(len(histories)), [len(history) for history in histories])
    rows = np.concatenate(histories) if histories else numbers
    cut = sp.csr_array((np.ones(len(rows), np.float32), (numbers, rows)), shape=material.asked.shape)
    cut.sum_duplicates()
    cut.data[:] = 1.0
    return cut


def _make(material: Material, configuration: Configuration) -> Made:
    histories = last_of_each(material, int(configuration["last"]))
    texts = material.texts - np.float32(configuration["centred"]) * material.texts.mean(axis=0)
    texts /= np.maximum(np.linalg.norm(texts, axis=1, keepdims=True), 1e-9)

    def scores(block: slice) -> Float32Array:
        return np.asarray((histories[block] @ texts) @ texts.T)

    return material.lists(scores), {}


PEERS = (
    Peer(
        "frozen text",
        _make,
        grid(last=(0.0, 10.0, 3.0, 1.0, 30.0), centred=(0.0, 1.0)),
        ranks_new=True,
        needs=frozenset({"texts"}),
    ),
)
