from __future__ import annotations

import numpy as np

from recsys_desktop.engine.selection.rule import simplest_near_best


def test_the_first_within_one_error_of_the_best_is_taken() -> None:
    first, best = np.array([0.0, 0.5, 1.0, 0.5]), np.array([0.5, 1.0, 0.5, 0.5])
    # behind by .125 on average; the differences .5, .5, -.5, 0 have the standard error .4787 / 2 = .239
    assert simplest_near_best([first, best]) == 0
    # behind by .4, the differences .3, .3, .3, .7 have the standard error .2 / 2 = .1
    worse = best - np.array([0.3, 0.3, 0.3, 0.7])
    assert simplest_near_best([worse, best, best]) == 1
    # likewise where the second is behind the third: .1 for everybody is beyond any error
    assert simplest_near_best([best - 0.5, best - 0.1, best]) == 2
    assert simplest_near_best([worse, first, best]) == 1
    assert simplest_near_best([best, best]) == 0
