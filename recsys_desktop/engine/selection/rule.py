"""Which of several candidates to take: the simplest whose lists are as good as the best ones', as far as one can tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.engine.history import Float64Array


def simplest_near_best(results: Sequence[Float64Array]) -> int:
    """Return the position of the first candidate whose mean is within one standard error of the best one's.

    ``results`` holds one value per user (u,), u >= 2, for each candidate, the simplest first. The error is that of the difference
    user by user, as all are judged by the same users (the rule: Breiman et al., Classification and regression trees, 1984, 3.4.3).

    >>> simplest_near_best([np.array([0.0, 1.0]), np.array([1.0, 0.5]), np.array([1.0, 1.0])])
    0
    """
    best = results[int(np.argmax([values.mean() for values in results]))]
    for position, values in enumerate(results):
        behind = best - values
        if behind.mean() <= behind.std(ddof=1) / np.sqrt(len(behind)):
            return position
    raise AssertionError("the best one is within any error of itself")
