"""A list from scores: what rules lift comes up, what is too much like what stands there already goes down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.rules import CompiledRules, Mask

#: Rules re-rank the best so many items of a customer, and so many that are lifted: what suits nobody is not listed for variety.
POOL = 500
#: Among how many times the length of a list variety is sought, and what it counts at most beside the score. On Online Retail (467
#: customers, 276 hits and 6.3 kinds of products in a list without it) the rule at 1 gives 268 hits and 8.8 kinds, on the sample
#: shop (185; 111, 7.7) 101 and 8.7; sought among 5 times the length 265, 9.2 and 94, 8.8.
_CHOICE, _LEAST_CHOICE = 3, 30
_MOST_DIVERSITY = 0.8


@dataclass(frozen=True)
class Pool:
    """Candidates of one customer: ``rows`` (p,) and their scores; the first ``best`` of them are there by their scores alone."""

    rows: Int64Array
    scores: Float64Array
    best: int

    @property
    def unit(self) -> float:
        """What a lift of 1 adds: it brings what stands in the middle of the candidates to the top."""
        scores = self.scores[: self.best]
        return float(scores.max() - np.median(scores)) if self.best else 0.0


@dataclass(frozen=True)
class Picked:
    """Items chosen for a list, in its order: rows, scores before rules, and what boosts and the long-tail rule add to them (k,).

    ``varied`` tells what stands there for variety only, ``lifted`` what would not without boosts and the long-tail rule.
    """

    rows: Int64Array
    scores: Float64Array
    boosts: Float64Array
    tail: Float64Array
    varied: NDArray[np.bool_]
    lifted: NDArray[np.bool_]


def pool_rows(scores: NDArray[np.floating], allowed: Mask, compiled: CompiledRules, size: int) -> tuple[Int64Array, int]:
    """Return the candidates among the ``allowed`` (n,) by their scores (n,), and how many of them are there by score alone.

    The best max(``size``, :data:`POOL`), ties by row left open; as many of those that are lifted; and those that stand first.
    """
    best = _highest(scores, np.flatnonzero(allowed), max(size, POOL))
    more = [compiled.pinned[allowed[compiled.pinned]]]
    if compiled.boosts is not None:
        more.append(_highest(scores, np.flatnonzero(allowed & (compiled.boosts > 0)), max(size, POOL)))
    others = np.setdiff1d(np.concatenate(more), best)
    return np.r_[best, others], len(best)


def pick(pool: Pool, compiled: CompiledRules, k: int, space: ItemSpace | None, first: Int64Array) -> Picked:
    """Choose k items of the pool, fewer where it holds fewer: ``first`` (rows of it) in their order, then by what rules make of it.

    Variety needs the vectors of ``space``; without one, and at a diversity of 0, items come by score and lifts, ties by row.
    """
    boosts, tail = compiled.lifts(pool.rows)
    boosts, tail = pool.unit * boosts, pool.unit * tail
    lifted = pool.scores + boosts + tail
    fixed = _places_of(first, pool.rows)[:k]
    order = _after(fixed, np.lexsort((pool.rows, -lifted)))
    plain = chosen = order[:k]
    if compiled.rules.diversity and space is not None and len(plain) > 1:
        among = order[: max(_LEAST_CHOICE, _CHOICE * k)]
        looks = _looks(space, pool.rows[among])
        chosen = among[_varied(lifted[among], looks, len(fixed), k, _MOST_DIVERSITY * compiled.rules.diversity)]
    varied = np.zeros(len(chosen), np.bool_) if chosen is plain else ~np.isin(chosen, plain)
    by_score = chosen if not (boosts.any() or tail.any()) else _after(fixed, np.lexsort((pool.rows, -pool.scores)))[:k]
    moved = ~varied & ~np.isin(chosen, by_score)
    return Picked(pool.rows[chosen], pool.scores[chosen], boosts[chosen], tail[chosen], varied, moved)


def _after(fixed: Int64Array, order: Int64Array) -> Int64Array:
    """Return the fixed places, then the others in their order."""
    return np.r_[fixed, order[~np.isin(order, fixed)]] if len(fixed) else order


def _places_of(rows: Int64Array, among: Int64Array) -> Int64Array:
    """Return where each of the ``rows`` stands in ``among``, in their order, without those that do not."""
    return np.array([place for row in rows for place in np.flatnonzero(among == row)], np.int64)


def _varied(scores: Float64Array, looks: Float32Array, fixed: int, k: int, share: float) -> Int64Array:
    r"""Choose k of m candidates (m,), one after another, by maximal marginal relevance; the first ``fixed`` are chosen already.

    .. math:: \arg\max_j\ (1 - \lambda)\,\hat s_j - \lambda \max_{i\ \text{chosen}} \cos(j, i)

    with the scores stretched to 0..1 and lambda = ``share``. ``looks`` (m, e) are unit rows. Source: Carbonell and Goldstein, The
    use of MMR, diversity-based reranking for reordering documents and producing summaries, SIGIR 1998.
    """
    spread = float(np.ptp(scores)) or 1.0
    worth = (1.0 - share) * (scores - scores.min()) / spread
    alike = looks @ looks.T
    nearest = np.full(len(scores), -1.0)
    chosen: list[int] = []
    while len(chosen) < min(k, len(scores)):
        best = len(chosen) if len(chosen) < fixed else int(np.argmax(worth - share * nearest))
        chosen.append(best)
        worth[best] = -np.inf
        np.maximum(nearest, alike[best], out=nearest)
    return np.array(chosen, np.int64)


def _looks(space: ItemSpace, rows: Int64Array) -> Float32Array:
    """Return unit vectors (m, e) whose dot product is how alike two items are: the mean of that in words and in customers."""
    sides = [np.asarray(space.texts[rows])] if space.texts.shape[1] else []
    if space.collaborative or not sides:
        sides.append(np.asarray(space.queries[rows]))
    units = [side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-12) for side in sides]
    return np.asarray(np.concatenate(units, axis=1) / np.sqrt(len(units)), np.float32)


def _highest(scores: NDArray[np.floating], rows: Int64Array, count: int) -> Int64Array:
    """Return which of the ``rows`` have the ``count`` highest scores, ascending; ties at the end are left open.

    Only their scores are looked at: a partition slows down several times where most values are the same.
    """
    last = len(rows) - count
    return rows if last <= 0 else np.sort(rows[np.argpartition(scores[rows], last)[last:]])
