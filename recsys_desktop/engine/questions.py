"""Which product to ask about next, so that the answer teaches most about a customer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.profile import UserVector
from recsys_desktop.engine.ranker import top_k

#: Products that compete for the customer's list and for the question alike. 50 to 200: within one standard error.
SHORT_LIST = 100
#: How much the pull counts beside how likely a yes is: 0, the top of the list, to 1, the pull alone. Chosen among .3 to .85 on one
#: window of Online Retail and half of MovieLens' customers, where it taught .0233 and .0219 of NDCG@10 more than random questions,
#: the top of the list .0087 and .0200 (tests/benchmarks/questions.py has the figures of the parts held out).
PULL_POWER = 0.85


@dataclass(frozen=True)
class Asked:
    """A product to ask about: its row, where it stands on the list from 1, and what the answer is worth (for comparison only)."""

    row: int
    rank: int
    worth: float


def most_telling(space: ItemSpace, user: UserVector, excluded: Int64Array) -> Asked | None:
    """Return the best question about the :data:`SHORT_LIST` products nearest to the customer; ``excluded`` rows are never asked."""
    return best_of(space, user, *top_k(space.keys, user.vector, SHORT_LIST, excluded))


def best_of(space: ItemSpace, user: UserVector, rows: Int64Array, scores: Float64Array) -> Asked | None:
    r"""Return the product whose answer teaches most, None of none. ``rows`` and ``scores`` (c,) are those of a list, best first.

    With a yes adding the query vector q of a product to the customer's, and keys k:

    .. math:: \text{worth}_j = \left(\frac{s_j - \min s}{\max s - \min s}\right)^{1 - p}
              \left(\frac{1}{c} \sum_i \left|q_j \cdot k_i - \overline{q_j \cdot k}\right|\right)^{p}

    the chance of a yes times how far a yes would move the others apart: what lifts all alike changes no order. Products that are
    certain, or about which nobody else's order depends, are not asked about.

    The worth of two customers compares how much of what is known of each (|u|) a yes would add.
    """
    if not len(rows):
        return None
    width = float(np.ptp(scores))
    likely = (scores - scores.min()) / width if width > 0 else np.ones(len(rows))
    worth = likely ** (1.0 - PULL_POWER) * _pulls(space, rows) ** PULL_POWER
    best = int(np.argmax(worth))
    return Asked(int(rows[best]), best + 1, float(worth[best]) / (user.length or 1.0))


def _pulls(space: ItemSpace, rows: Int64Array) -> Float64Array:
    """Return how far a yes about each product (m,) would move these products apart on average."""
    moved = space.queries[rows].astype(np.float64) @ space.keys[rows].astype(np.float64).T
    pulls: Float64Array = np.abs(moved - moved.mean(axis=1, keepdims=True)).mean(axis=1)
    return pulls
