"""What comes next: how much having something now speaks for what the same user takes on the next occasion.

The collaborative operator asks what belongs to one person, this one what follows. It tells where tastes wander: on MovieLens small
(the last 10 % of what each user liked in the fit part, occasion power .75) the lists' NDCG@10 is .092 from what belongs together,
.089 from what follows, .103 from both; .076 from what belongs together without fading. In a shop that sells by the basket it says
little that is new (Online Retail, four windows, lambda 3000, half the weight, no fading: +.0014, standard error .0005; at full
weight and lambda 300: -.003), so each shop has to try it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.linalg
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.occasions import first_of_each, occasions_of
from recsys_desktop.engine.operators.collaborative import ExactWeights, LowRankWeights
from recsys_desktop.engine.operators.spectrum import gram_spectrum

#: Up to so many items the n x n system is solved: as for the collaborative operator.
EXACT_UP_TO = 6_000
#: What was last taken more occasions ago is left out, which bounds time and memory: 10, 20, 30, 60 give .097, .099, .099, .099.
_FARTHEST_BACK = 20
#: Columns solved and occasions multiplied at a time, so that a cancel is heard soon and little memory is needed.
_COLUMNS, _OCCASIONS = 256, 20_000

_LEARNING = message("fit", "Learning what follows what")


@dataclass(frozen=True)
class Steps:
    """m occasions of users who had had something before; an occasion is what a user did at one time, such as an order."""

    earlier: sp.csr_array  # P (m, n): what the user had had, weighted as a history is, above 0
    new: sp.csr_array  # Y (m, n): the strengths of what the user took then for the first time


def steps_of(events: Events, items: int, occasion_power: float) -> Steps:
    """Read every occasion as a lesson: from what the user had had before, to what was new to the user.

    ``earlier`` holds each item's strength times ``k ** -occasion_power`` where it was last taken k occasions before: 1 for the
    occasion just before, as ``Fading`` weighs the newest. Events of unknown time are left out, as nothing tells what came first.
    """
    timed = events.timed()
    occasions = occasions_of(timed.users, timed.times)
    shape, strengths = (len(occasions), items), timed.strengths.astype(np.float32)
    taken = sp.csr_array((strengths, (occasions.of_events, timed.rows)), shape=shape)
    earlier = _earlier(taken, occasions.before, occasion_power)
    first = first_of_each(timed.users, timed.rows, timed.times)
    new = sp.csr_array((strengths[first], (occasions.of_events[first], timed.rows[first])), shape=shape)
    told = np.flatnonzero((np.diff(earlier.indptr) > 0) & (np.diff(new.indptr) > 0))
    return Steps(earlier[told], new[told])


def _earlier(taken: sp.csr_array, before: Int64Array, occasion_power: float) -> sp.csr_array:
    """Return what had been had before each occasion, from what was ``taken`` (o, n) and how many came ``before`` (o,)."""
    earlier = sp.csr_array(taken.shape, dtype=np.float32)
    for lag in range(1, min(_FARTHEST_BACK, int(before.max(initial=0))) + 1):
        into = np.flatnonzero(before >= lag)
        decay = np.full(len(into), lag**-occasion_power, np.float32)
        moved = sp.csr_array((decay, (into, into - lag)), shape=(len(before), len(before)))
        earlier = earlier.maximum(moved @ taken)
    return earlier


def exact_sequence(steps: Steps, regularisation: float, progress: Progress) -> ExactWeights:
    """Return the ridge regression of what is new on what was had before: ``C = (P'P + lambda I)^-1 P'Y``, its diagonal left out.

    ``C[i, j]`` says how much having i speaks for taking j next, all other items of the history given; ``regularisation`` is
    lambda > 0, in squared strengths of common steps. Source: the linear autoregressive form of EASE (Steck, 2019), as in Choi et
    al., Session-aware linear item-item models for session-based recommendation, WWW 2021 (SLIT). Time O(n^3).

    Raises: Cancelled.
    """
    progress.report(0, 2, _LEARNING)
    gram: Float32Array = (steps.earlier.T @ steps.earlier).toarray()
    gram[np.diag_indices_from(gram)] += np.float32(regularisation)
    weights: Float32Array = (steps.earlier.T @ steps.new).toarray()
    progress.report(1, 2, _LEARNING)
    root = scipy.linalg.cho_factor(gram, overwrite_a=True, check_finite=False)
    for start in range(0, weights.shape[1], _COLUMNS):
        progress.raise_if_cancelled()
        block = slice(start, start + _COLUMNS)
        weights[:, block] = scipy.linalg.cho_solve(root, weights[:, block], check_finite=False)
    np.fill_diagonal(weights, 0.0)
    progress.report(2, 2, _LEARNING)
    return ExactWeights(weights)


def low_rank_sequence(steps: Steps, regularisation: float, rank: int, seed: int, progress: Progress) -> LowRankWeights:
    """Return the weights of :func:`exact_sequence` from the leading ``rank`` directions V of P, for many items.

    With ``P'P = V diag(s^2) V'`` and as P'Y lies in the span of V::

        C = V diag(1 / (s^2 + lambda)) V' P'Y = q k',    q = V / sqrt(s^2 + lambda),    k = Y'P V / sqrt(s^2 + lambda)

    which is exact when ``rank`` is that of P. Time O(rank (nnz + n rank)). On MovieLens small, 5,799 items, the rank 510 loses .001
    of NDCG@10 (.102), 256 loses .004.

    Raises: Cancelled.
    """
    no_texts = np.zeros((steps.earlier.shape[1], 0), np.float32)
    basis, squares = gram_spectrum(steps.earlier, no_texts, 0.0, rank, seed, progress)
    queries: Float32Array = basis / np.sqrt(squares + np.float32(regularisation))
    keys = np.zeros_like(queries)
    for start in range(0, steps.new.shape[0], _OCCASIONS):
        progress.raise_if_cancelled()
        block = slice(start, start + _OCCASIONS)
        keys += steps.new[block].T @ (steps.earlier[block] @ queries)
    return LowRankWeights(queries, keys)


def sequence_weights(
    events: Events, items: int, occasion_power: float, regularisation: float, rank: int, seed: int, progress: Progress
) -> ExactWeights | LowRankWeights:
    """Return the sequence operator of ``events``: exact up to 6,000 items, of this ``rank`` above; all zeros without steps.

    ``occasion_power`` (at least 0) must be the one by which histories are weighted when they are asked with, see ``Fading``.

    Raises: Cancelled.
    """
    steps = steps_of(events, items, occasion_power)
    if items <= EXACT_UP_TO:
        return exact_sequence(steps, regularisation, progress)
    return low_rank_sequence(steps, regularisation, rank, seed, progress)
