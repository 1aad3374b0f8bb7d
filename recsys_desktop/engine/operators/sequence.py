"""What comes next: how much having something now speaks for what the same user takes on the next occasion.

The collaborative operator asks what belongs to one person, this one what follows. It tells where tastes wander: on MovieLens small
(the last 10 % of what each user liked in the fit part, half-life three occasions) the lists' NDCG@10 is .092 from what belongs
together, .090 from what follows, .103 from both, .076 from neither order nor decay. In a shop that sells by the basket it says
nothing new (Online Retail, four windows: +.0009, standard error .0007), so each shop has to try it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.linalg
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.occasions import occasion_numbers, rank_decay
from recsys_desktop.engine.operators.collaborative import ExactWeights, LowRankWeights
from recsys_desktop.engine.operators.spectrum import gram_spectrum

#: Up to so many items the n x n system is solved: as for the collaborative operator.
EXACT_UP_TO = 6_000
#: Items of occasions more half-lives ago than this, or more occasions ago than that, are left out: they weigh next to nothing.
_HALF_LIVES_BACK, _FARTHEST_BACK = 4.0, 60
#: Columns solved at a time, so that a cancel is heard soon.
_BLOCK = 256

_LEARNING = message("fit", "Learning what follows what")


@dataclass(frozen=True)
class Steps:
    """m occasions of users who had had something before; all entries above 0."""

    earlier: sp.csr_array  # P (m, n): what the user had had, weighted as a history is
    new: sp.csr_array  # Y (m, n): what the user took then for the first time


def steps_of(events: Events, items: int, half_life: float) -> Steps:
    """Read every occasion as a lesson: from what the user had before, to what was new to the user.

    ``earlier`` holds each item's strength times ``2 ** (-(k - 1) / half_life)``, k >= 1 being how many occasions ago it was last
    taken: on the occasion before, the weight is 1. Events of unknown time are left out, as nothing tells what came first.
    """
    timed = events.timed()
    numbers = occasion_numbers(timed.users, timed.times)
    first_row, rows = _occasion_rows(timed.users, numbers)
    shape = (int(rows.max(initial=-1)) + 1, items)
    taken = sp.csr_array((timed.strengths, (rows, timed.rows)), shape=shape)
    earlier = _earlier(taken, np.arange(shape[0]) - first_row, half_life)
    first = _first_of_each(timed, numbers, items)
    new = sp.csr_array((timed.strengths[first], (rows[first], timed.rows[first])), shape=shape)
    told = np.flatnonzero((np.diff(earlier.indptr) > 0) & (np.diff(new.indptr) > 0))
    return Steps(earlier[told], new[told])


def _occasion_rows(users: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for each occasion its user's first one, and for each event (m,) its occasion: occasions by user, then by time."""
    counts = np.zeros(int(users.max(initial=-1)) + 1, np.int64)
    np.maximum.at(counts, users, numbers + 1)
    starts = np.cumsum(counts) - counts
    return np.repeat(starts, counts), starts[users] + numbers


def _earlier(taken: sp.csr_array, before: np.ndarray, half_life: float) -> sp.csr_array:
    """Return what was had before each occasion, from what was ``taken`` (m, n) and how many occasions were ``before`` (m,)."""
    farthest = int(min(_HALF_LIVES_BACK * half_life, _FARTHEST_BACK, before.max(initial=0)))
    decays = rank_decay(np.arange(farthest), half_life)
    earlier = sp.csr_array(taken.shape, dtype=np.float64)
    for lag, decay in enumerate(decays, start=1):
        into = np.flatnonzero(before >= lag)
        moved = sp.csr_array((np.full(len(into), decay), (into, into - lag)), shape=(taken.shape[0],) * 2)
        earlier = earlier.maximum(moved @ taken)
    return earlier


def _first_of_each(events: Events, numbers: np.ndarray, items: int) -> np.ndarray:
    """Return the positions of those events with which a (user, item) pair begins."""
    pairs = events.users * items + events.rows
    order = np.lexsort((numbers, pairs))
    return order[np.unique(pairs[order], return_index=True)[1]]


def exact_sequence(steps: Steps, regularisation: float, progress: Progress) -> ExactWeights:
    """Return the ridge regression of what is new on what was had before: ``C = (P'P + lambda I)^-1 P'Y``, its diagonal left out.

    ``C[i, j]`` says how much having i speaks for taking j next, all other items of the history given; ``regularisation`` is
    lambda > 0, in squared strengths of common steps. Source: the linear autoregressive form of EASE (Steck, 2019), as in Choi et
    al., Session-aware linear item-item models for session-based recommendation, WWW 2021 (SLIT). Time O(n^3).

    Raises: Cancelled.
    """
    progress.report(0, 2, _LEARNING)
    earlier, new = steps.earlier.astype(np.float32), steps.new.astype(np.float32)
    gram: Float32Array = (earlier.T @ earlier).toarray()
    gram[np.diag_indices_from(gram)] += np.float32(regularisation)
    weights: Float32Array = (earlier.T @ new).toarray()
    progress.report(1, 2, _LEARNING)
    root = scipy.linalg.cho_factor(gram, overwrite_a=True, check_finite=False)
    for start in range(0, weights.shape[1], _BLOCK):
        progress.raise_if_cancelled()
        block = slice(start, start + _BLOCK)
        weights[:, block] = scipy.linalg.cho_solve(root, weights[:, block], check_finite=False)
    np.fill_diagonal(weights, 0.0)
    progress.report(2, 2, _LEARNING)
    return ExactWeights(weights)


def low_rank_sequence(steps: Steps, regularisation: float, rank: int, seed: int, progress: Progress) -> LowRankWeights:
    """Return the weights of :func:`exact_sequence` from the leading ``rank`` directions V of P, for many items.

    With ``P'P = V diag(s^2) V'`` and as P'Y lies in the span of V::

        C = V diag(1 / (s^2 + lambda)) V' P'Y = q k',    q = V / sqrt(s^2 + lambda),    k = Y'P V / sqrt(s^2 + lambda)

    which is exact when ``rank`` is that of P. Time O(rank (nnz + n rank)).

    Raises: Cancelled.
    """
    no_texts = np.zeros((steps.earlier.shape[1], 0), np.float32)
    basis, squares = gram_spectrum(steps.earlier, no_texts, 0.0, rank, seed, progress)
    queries: Float32Array = basis / np.sqrt(squares + np.float32(regularisation))
    keys: Float32Array = steps.new.astype(np.float32).T @ (steps.earlier.astype(np.float32) @ queries)
    progress.raise_if_cancelled()
    return LowRankWeights(queries, keys)


def sequence_weights(
    events: Events, items: int, half_life: float, regularisation: float, rank: int, seed: int, progress: Progress
) -> ExactWeights | LowRankWeights:
    """Return the sequence operator of ``events``: exact up to 6,000 items, of this ``rank`` above; all zeros without steps.

    ``half_life`` (occasions, above 0) must be the one by which histories are weighted when they are asked with.

    Raises: Cancelled.
    """
    steps = steps_of(events, items, half_life)
    if items <= EXACT_UP_TO:
        return exact_sequence(steps, regularisation, progress)
    return low_rank_sequence(steps, regularisation, rank, seed, progress)
