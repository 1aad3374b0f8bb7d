from __future__ import annotations

import doctest

import numpy as np
import pytest

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine import placing
from recsys_desktop.engine.placing import REACH, Placing, _solved, fit_placing, likeness

EAST, NORTH = [1.0, 0.0], [0.0, 1.0]
FAR = np.exp(-1 / REACH)  # likeness of two texts that have nothing in common: .0357


def placed(texts: list[list[float]], buyers: list[float], vectors: list[list[float]], wanted: list[list[float]]) -> Float32Array:
    fitted = fit_placing(np.array(texts, np.float32), np.array(buyers), np.array(vectors, np.float32), 0, Progress())
    return fitted.place(np.array(wanted, np.float32), Progress())


def test_likeness_falls_with_the_cosine() -> None:
    texts = np.array([EAST, [0.7, np.sqrt(0.51)]], np.float32)
    np.testing.assert_allclose(likeness(texts, texts[:1]), [[1.0], [np.exp(-1)]], rtol=1e-5)


def test_two_products_with_nine_buyers_each() -> None:
    # Noise .03 + .9 / 9 = .13 each, the middle 3, and by symmetry pulls of -+1 / (1.13 - FAR).
    pull = 1 / (1.13 - FAR)
    fitted = fit_placing(
        np.array([EAST, NORTH], np.float32), np.array([9.0, 9.0]), np.array([[2.0], [4.0]], np.float32), 0, Progress()
    )
    np.testing.assert_allclose(fitted.middle, [3.0])
    np.testing.assert_allclose(np.sort(fitted.pulls.ravel()), [-pull, pull], rtol=1e-5)
    between = np.full((1, 2), np.sqrt(0.5), np.float32)
    vectors = fitted.place(np.concatenate([np.array([EAST], np.float32), between]), Progress())
    np.testing.assert_allclose(vectors, [[3 - pull * (1 - FAR)], [3.0]], rtol=1e-5)


def test_a_product_with_few_buyers_is_trusted_less() -> None:
    # Noise .13 and .93: the middle is (2 / 1.13 + 4 / 1.93) / (1 / 1.13 + 1 / 1.93).
    texts, vectors = [EAST, NORTH], [[2.0], [4.0]]
    middle = (2 / 1.13 + 4 / 1.93) / (1 / 1.13 + 1 / 1.93)
    pulls = np.linalg.solve([[1.13, FAR], [FAR, 1.93]], [2 - middle, 4 - middle])
    ours = placed(texts, [9.0, 1.0], vectors, texts)
    np.testing.assert_allclose(ours.ravel(), middle + np.array([[1, FAR], [FAR, 1]]) @ pulls, rtol=1e-5)
    assert abs(ours[0, 0] - 2) < abs(ours[1, 0] - 4)


def test_a_crowd_of_equal_texts_does_not_outvote_the_other_side() -> None:
    # A mean of neighbours would put the text between both at -.8, as nine of ten lie east.
    vectors = placed([EAST] * 9 + [NORTH], [100.0] * 10, [[-1.0]] * 9 + [[1.0]], [[np.sqrt(0.5), np.sqrt(0.5)]])
    assert abs(vectors[0, 0]) < 0.3


def test_keys_and_queries_side_by_side_are_placed_as_each_alone() -> None:
    random = np.random.default_rng(0)
    texts = random.standard_normal((20, 4))
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    buyers, both = random.integers(1, 9, 20).astype(float), random.standard_normal((20, 6))
    whole = placed(texts.tolist(), buyers.tolist(), both.tolist(), texts[:3].tolist())
    keys = placed(texts.tolist(), buyers.tolist(), both[:, :4].tolist(), texts[:3].tolist())
    np.testing.assert_allclose(whole[:, :4], keys, atol=1e-5)


def test_keys_are_stretched_by_what_leaving_out_takes_from_them() -> None:
    # Each of two products, left out, would get the middle (.5, .5) and a part FAR / 1.13 of the other's distance from it.
    texts = np.array([EAST, NORTH], np.float32)
    plain, stretched = (fit_placing(texts, np.array([9.0, 9.0]), texts, ranked, Progress()) for ranked in (0, 2))
    left_out = np.hypot(0.5 - 0.5 * FAR / 1.13, 0.5 + 0.5 * FAR / 1.13)
    stretch = np.sqrt(1.0 / left_out)
    np.testing.assert_allclose(stretched.pulls, stretch * plain.pulls, rtol=1e-5)
    np.testing.assert_allclose(stretched.middle, stretch * plain.middle, rtol=1e-5)


def test_left_out_products_are_those_of_a_fit_without_them() -> None:
    random = np.random.default_rng(2)
    texts = random.standard_normal((40, 4)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    vectors = (texts @ random.standard_normal((4, 3)) + random.standard_normal((40, 3))).astype(np.float32)
    plain = fit_placing(texts, np.ones(40), vectors, 0, Progress())
    matrix = likeness(texts, texts) + 0.93 * np.eye(40)
    left_out = []
    for row in range(40):
        others = np.arange(40) != row
        pulls = np.linalg.solve(matrix[np.ix_(others, others)], vectors[others] - plain.middle)
        left_out.append(plain.middle + matrix[row, others] @ pulls)
    stretch = np.sqrt(np.linalg.norm(vectors, axis=1).mean() / np.linalg.norm(left_out, axis=1).mean())
    whole = fit_placing(texts, np.ones(40), vectors, 3, Progress())
    np.testing.assert_allclose(whole.middle, stretch * plain.middle, rtol=1e-4)


def test_permuting_products_changes_nothing_and_permuting_texts_permutes() -> None:
    random = np.random.default_rng(1)
    texts = random.standard_normal((30, 5)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    buyers, vectors = random.integers(1, 4, 30).astype(float), random.standard_normal((30, 3)).astype(np.float32)
    order = random.permutation(30)
    ours = fit_placing(texts, buyers, vectors, 1, Progress())
    theirs = fit_placing(texts[order], buyers[order], vectors[order], 1, Progress())
    for name in ("anchors", "pulls", "middle"):
        np.testing.assert_array_equal(getattr(ours, name), getattr(theirs, name))
    np.testing.assert_allclose(ours.place(texts[order], Progress()), ours.place(texts, Progress())[order], atol=1e-6)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_equations_are_solved_in_panels(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr("recsys_desktop.engine.placing._PANEL", 2)
    random = np.random.default_rng(size)
    root = random.standard_normal((size, size))
    matrix, right = (root @ root.T + np.eye(size)).astype(np.float32), random.standard_normal((size, 3)).astype(np.float32)
    expected = np.linalg.solve(matrix.astype(np.float64), right)
    np.testing.assert_allclose(_solved(matrix.copy(), right.copy(), Progress()), expected, atol=1e-4)


def test_a_large_shop_keeps_the_products_with_most_buyers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recsys_desktop.engine.placing.MOST_ANCHORS", 2)
    texts = np.array([EAST, NORTH, [-1.0, 0.0]], np.float32)
    fitted = fit_placing(texts, np.array([5.0, 1.0, 7.0]), np.ones((3, 1), np.float32), 1, Progress())
    assert fitted.anchors.tolist() == [[-1.0, 0.0], EAST]


def test_without_a_text_a_product_neither_teaches_nor_is_placed() -> None:
    silent = [0.0, 0.0]
    assert placed([EAST, silent], [9.0, 9.0], [[2.0], [9.0]], [EAST, silent]).tolist() == [[2.0], [0.0]]


@pytest.mark.parametrize("texts", [np.zeros((0, 2), np.float32), np.zeros((3, 2), np.float32), np.zeros((3, 0), np.float32)])
def test_nothing_to_learn_from_places_at_zero(texts: Float32Array) -> None:
    fitted = fit_placing(texts, np.ones(len(texts)), np.ones((len(texts), 4), np.float32), 2, Progress())
    assert not fitted.place(np.ones((2, texts.shape[1]), np.float32), Progress()).any()
    assert fitted.place(texts[:0], Progress()).shape == (0, 4)


def test_a_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    texts, vectors = np.array([EAST], np.float32), np.ones((1, 1), np.float32)
    with pytest.raises(Cancelled):
        fit_placing(texts, np.ones(1), vectors, 0, progress)
    with pytest.raises(Cancelled):
        Placing(texts, vectors, vectors[0]).place(texts, progress)


def test_docstring_examples() -> None:
    result = doctest.testmod(placing)
    assert result.attempted > 0
    assert result.failed == 0
