from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.engine.placing import Placing
from recsys_desktop.engine.similar import similar
from tests.engine.shops import NOTHING, checkerboard, fitted, unit_texts

TEXTS = np.array([[1, 0], [0.6, 0.8], [0, 1], [1, 0]], np.float32)


def test_by_words_alone() -> None:
    rows, scores = similar(fitted(NOTHING, 4, TEXTS), 0, 9)
    assert rows.tolist() == [3, 1, 2]
    assert scores.tolist() == pytest.approx([1.0, 0.6, 0.0])


def test_by_behaviour_alone() -> None:
    rows, _ = similar(fitted(checkerboard(), 12, regularisation=1.0), 4, 5)
    assert sorted(rows.tolist()) == [0, 2, 6, 8, 10]


def test_both_count_half() -> None:
    space = replace(
        fitted(NOTHING, 4, TEXTS),
        placing=Placing(TEXTS, TEXTS, TEXTS[0]),
        queries=np.array([[2, 0], [0, 3], [5, 0], [0, 0]], np.float32),
    )
    rows, scores = similar(space, 0, 3)
    # texts 1, .6, 0 for rows 3, 1, 2; behaviour 0, 0, 1
    assert rows.tolist() == [2, 3, 1]
    assert scores.tolist() == pytest.approx([0.5, 0.5, 0.3])


def test_nothing_known_comes_by_row() -> None:
    assert similar(fitted(NOTHING, 3), 1, 2)[0].tolist() == [0, 2]


def test_an_only_product_has_no_like() -> None:
    assert similar(fitted(NOTHING, 1, unit_texts(1)), 0, 5)[0].tolist() == []
