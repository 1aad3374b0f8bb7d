from __future__ import annotations

import numpy as np

from recsys_desktop.engine.training.objectives.base import Wordings

ROWS, AGAIN = np.array([3, 8, 5]), np.array([20, 10, 30])


def test_a_single_wording_is_drawn_once_each() -> None:
    drawn = Wordings(ROWS).draw(2, np.random.default_rng(0))
    assert len(set(drawn.tolist())) == 2
    assert set(drawn.tolist()) <= {3, 5, 8}
    assert sorted(Wordings(ROWS).draw(9, np.random.default_rng(0)).tolist()) == [3, 5, 8]


def test_each_product_is_drawn_in_one_of_its_wordings_as_often_in_each() -> None:
    wordings, random = Wordings(ROWS, AGAIN), np.random.default_rng(0)
    drawn = np.array([wordings.draw(3, random) for _ in range(2000)])
    assert all(sorted(wordings.products(line).tolist()) == [0, 1, 2] for line in drawn)
    counts = np.array([(drawn == row).sum() for row in (*ROWS, *AGAIN)]) / 2000
    np.testing.assert_allclose(counts, 0.5, atol=0.05)


def test_rows_tell_their_product_whatever_the_wording() -> None:
    assert Wordings(ROWS, AGAIN).products(np.array([5, 20, 8, 10, 3, 30])).tolist() == [2, 0, 1, 1, 0, 2]
    assert len(Wordings(ROWS, AGAIN)) == 3
