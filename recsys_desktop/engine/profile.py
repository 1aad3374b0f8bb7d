"""A user as one vector: the history, the popularity prior, and the behaviour in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.history import Float64Array, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.operators.own_history import OwnBonuses, own_length
from recsys_desktop.engine.operators.prior import prior_left


@dataclass(frozen=True)
class UserVector:
    """``vector`` (d,) is ``history + prior + sentence``, each (d,); ``length`` is |vector|, 0 where nothing is known."""

    vector: Float64Array
    history: Float64Array
    prior: Float64Array
    sentence: Float64Array
    own: OwnBonuses | None = None  # what own items add to themselves, where they may be listed again

    @property
    def length(self) -> float:
        """What a plain score is divided by to become the cosine: |vector|, or that of the vector joined with the own items."""
        length = float(np.linalg.norm(self.vector))
        return length if self.own is None else own_length(length, self.own.bonuses)


def user_vector(
    space: ItemSpace,
    rows: Int64Array,
    weights: Float64Array,
    sentence: Float32Array | None = None,
    own: OwnBonuses | None = None,
) -> UserVector:
    """Return ``u = sum_i w_i q_i + s prior + sentence_weight * place_queries(sentence)``.

    ``rows`` and ``weights`` (m,) are the user's history (negative weights push away), ``sentence`` (e,) the unit vector of the
    behaviour in words or None. The more is known of a user the less bestsellers say: s is :func:`prior_left` of ``sum_i |w_i|``.
    Costs m x d multiplications: a click changes the list at once.
    """
    history = weights @ space.queries[rows].astype(np.float64)
    spoken = np.zeros(space.width)
    if sentence is not None and space.texts.shape[1]:
        read = space.read_sentences(sentence[None, :])
        spoken = space.settings.sentence_weight * space.place_queries(read, Progress())[0].astype(np.float64)
    prior = prior_left(np.abs(weights).sum(), space.settings.prior_fading) * space.prior.astype(np.float64)
    return UserVector(history + prior + spoken, history, prior, spoken, own)


def user_vectors(space: ItemSpace, histories: Histories, sentences: Float32Array | None = None) -> Float32Array:
    """Return the vectors (u, d) of many users; ``sentences`` (u, e) are unit rows, zero rows where a user has none."""
    history = sp.csr_array(histories.matrix(len(space)).astype(np.float32)) @ np.asarray(space.queries)
    known = np.asarray(abs(histories.matrix(len(space))).sum(axis=1)).reshape(-1)
    vectors = history + prior_left(known, space.settings.prior_fading)[:, None].astype(np.float32) * space.prior
    if sentences is not None and space.texts.shape[1]:
        vectors += np.float32(space.settings.sentence_weight) * space.place_queries(space.read_sentences(sentences), Progress())
    return np.asarray(vectors, np.float32)
