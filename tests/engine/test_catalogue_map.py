"""The map: what is alike lies together, and the same products give the same map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine import catalogue_map, near_items
from recsys_desktop.engine.catalogue_map import draw_map
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.layout import _repulsion, affinities, principal_start
from recsys_desktop.engine.near_items import nearest
from tests.engine.shops import NOTHING, fitted

GROUPS, EACH = 6, 40


def _groups(width: int = 16) -> np.ndarray:
    """Six tight groups of forty unit vectors."""
    random = np.random.default_rng(3)
    middles = np.linalg.qr(random.standard_normal((width, GROUPS)))[0].T
    vectors = np.repeat(middles, EACH, axis=0) + 0.05 * random.standard_normal((GROUPS * EACH, width))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def _space(vectors: np.ndarray) -> ItemSpace:
    """A space in which only these texts tell items apart."""
    return replace(fitted(NOTHING, 3), texts=vectors, item_keys=np.arange(len(vectors)))


def test_the_nearest_of_each() -> None:
    angles = np.radians([0, 10, 25, 90])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    found, cosines = nearest(vectors, 2, 0, Progress())
    assert found.tolist() == [[1, 2], [0, 2], [1, 0], [2, 1]]
    assert cosines[0] == pytest.approx(np.cos(np.radians([10, 25])))
    assert nearest(vectors, 9, 0, Progress())[0].shape == (4, 3)


def test_large_catalogues_are_searched_by_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = _groups()
    exact = nearest(vectors, 5, 0, Progress())[0]
    monkeypatch.setattr(near_items, "_EXACT", 10)
    monkeypatch.setattr(near_items, "_CLUSTER_SIZE", EACH)
    assert (nearest(vectors, 5, 0, Progress())[0] == exact).mean() > 0.95


def test_attention_reaches_as_far_as_asked() -> None:
    found, cosines = nearest(_groups(), 30, 0, Progress())
    likeness = affinities(found, cosines, 8.0)
    assert likeness.sum() == pytest.approx(1.0)
    assert abs(likeness - likeness.T).max() < 1e-15


def test_the_grid_pushes_as_all_pairs_do() -> None:
    points = np.random.default_rng(5).uniform(-4, 4, (60, 2))
    between = points[:, None] - points[None]
    near = 1 / (1 + (between**2).sum(axis=2))
    np.fill_diagonal(near, 0)
    exact = (near[:, :, None] ** 2 * between).sum(axis=1) / near.sum()
    assert np.abs(_repulsion(points) - exact).max() < 0.05 * np.abs(exact).max()


def test_groups_lie_apart_and_bear_their_words() -> None:
    titles = [f"{word} {number}" for word in ("cup", "hat", "pen", "rug", "saw", "tent") for number in range(EACH)]
    drawn = draw_map(_space(_groups()), titles, Progress())
    group = np.repeat(np.arange(GROUPS), EACH)
    distances = ((drawn.points[:, None] - drawn.points[None]) ** 2).sum(axis=2)
    np.fill_diagonal(distances, np.inf)
    nearest_ten = np.argsort(distances, axis=1)[:, :10]
    assert (group[nearest_ten] == group[:, None]).mean() > 0.99
    assert np.abs(drawn.points).max() == pytest.approx(1.0)
    words = {name.split(",")[0].split()[0] for name in drawn.names}
    assert words == {"cup", "hat", "pen", "rug", "saw", "tent"}
    assert len(drawn.centres) == len(drawn.names)


def test_the_same_products_give_the_same_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_map, "_AT_FIRST", 100)  # the rest joins the first hundred
    titles = ["x"] * (GROUPS * EACH)
    first, second = (draw_map(_space(_groups()), titles, Progress()) for _ in range(2))
    assert first.points.tolist() == second.points.tolist()
    assert np.isfinite(first.points).all()


@pytest.mark.parametrize("count", [0, 1, 2, 3, 12, 59, 60, 61])
def test_tiny_catalogues(count: int) -> None:
    drawn = draw_map(_space(_groups()[:count]), ["thing"] * count, Progress())
    assert drawn.points.shape == (count, 2)
    assert np.isfinite(drawn.points).all()
    assert len(np.unique(drawn.points, axis=0)) == count
    if count > 1:
        assert np.abs(drawn.points).max() == pytest.approx(1.0)


def test_equal_products_do_no_harm() -> None:
    drawn = draw_map(_space(np.tile(_groups()[:1], (30, 1))), ["thing"] * 30, Progress())
    assert np.isfinite(drawn.points).all()


def test_the_start_is_the_directions_of_most_difference() -> None:
    vectors = np.array([[1, 0, 0], [-1, 0, 0], [0, 0.1, 0], [0, -0.1, 0]], np.float32)
    start = principal_start(vectors)
    assert abs(start[0, 0]) == pytest.approx(abs(start[1, 0]))
    assert start[0, 0] == -start[1, 0]
    assert abs(start[2, 1]) > abs(start[2, 0])


def test_it_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        draw_map(_space(_groups()), ["x"] * (GROUPS * EACH), progress)
