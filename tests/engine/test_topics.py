from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.topics import category_groups, cluster_count, cluster_names, groups_of, spherical_clusters
from recsys_desktop.engine.words import distinctive_words, words


def _blobs(sizes: list[int]) -> np.ndarray:
    random = np.random.default_rng(0)
    centres = np.eye(len(sizes), 8, dtype=np.float32)
    points = np.repeat(centres, sizes, axis=0) + 0.05 * random.standard_normal((sum(sizes), 8)).astype(np.float32)
    return points / np.linalg.norm(points, axis=1, keepdims=True)


def test_words_of_many_languages() -> None:
    assert words("SET OF 3 Glass T-Light holders") == ["set", "glass", "light", "holders"]
    assert words("玻璃花瓶 Vase 红") == ["玻璃", "璃花", "花瓶", "vase", "红"]
    assert words("Größe & Ärmel") == ["größe", "ärmel"]
    assert words("12 - !") == []


def test_distinctive_words_by_hand() -> None:
    titles = ["red candle", "blue candle", "red mug", "blue mug", "red mug"]
    # group 0: candle 2 log(1 / .4) = 1.83, blue 1 log(.5 / .4) = .22, red 1 log(.5 / .6) < 0
    assert distinctive_words(titles, [0, 0, 1, 1, 1], 3) == [["candle", "blue", "red"], ["mug", "red", "blue"]]


def test_well_parted_clusters_are_found_largest_first() -> None:
    vectors = _blobs([5, 12, 8])
    shuffled = np.random.default_rng(1).permutation(25)
    clusters = spherical_clusters(vectors[shuffled], 3, 0, Progress())
    expected = np.repeat([2, 0, 1], [5, 12, 8])[shuffled]
    assert clusters.tolist() == expected.tolist()


def test_fewer_different_texts_than_clusters() -> None:
    vectors = np.repeat(np.eye(2, dtype=np.float32), 4, axis=0)
    assert spherical_clusters(vectors, 5, 0, Progress()).tolist() == [0] * 4 + [1] * 4


def test_clusters_are_named_by_two_different_words() -> None:
    titles = ["glass candle", "candles wax candle", "glass candle", "wool scarf", "scarf wool", "白色花瓶"]
    assert cluster_names(titles, np.array([0, 0, 0, 1, 1, 2])) == ("candle, glass", "scarf, wool", "白色, 色花")


def test_clusters_that_would_share_a_name_do_not() -> None:
    names = cluster_names(["mug"] * 4, np.array([0, 0, 1, 1]))
    assert len(set(names)) == 2
    assert cluster_names(["1", "2"], np.array([0, 1])) == ("1", "2")


def test_categories_are_the_groups_where_half_have_one() -> None:
    groups, names = groups_of(["a", "b", "c"], ["Home > Mugs", " Garden", ""], np.eye(3, dtype=np.float32), 0, Progress())
    assert names == ("Garden", "Home > Mugs")
    assert groups.tolist() == [1, 0, -1]


def test_clusters_are_the_groups_where_categories_are_rare() -> None:
    titles = ["red mug"] * 10 + ["wool scarf"] * 8
    groups, names = groups_of(titles, ["Mugs"] + [""] * 17, _blobs([10, 8]), 0, Progress())
    assert len(names) >= 2
    assert groups.min() >= 0
    assert not set(groups[:10].tolist()) & set(groups[10:].tolist())


def test_no_groups_without_categories_and_texts() -> None:
    groups, names = groups_of(["a", "b"], ["", ""], np.zeros((2, 0), np.float32), 0, Progress())
    assert (groups.tolist(), names) == ([-1, -1], ())
    assert groups_of([], [], np.zeros((0, 4), np.float32), 0, Progress())[1] == ()


def test_deep_paths_are_cut_to_an_overview() -> None:
    groups, names = category_groups([f"Home > Room {number % 3} > Shelf {number}" for number in range(60)])
    assert names == ("Home > Room 0", "Home > Room 1", "Home > Room 2")
    assert groups.tolist() == [number % 3 for number in range(60)]


@pytest.mark.parametrize(("items", "expected"), [(1, 1), (2, 1), (200, 10), (100_000, 48)])
def test_number_of_clusters(items: int, expected: int) -> None:
    assert cluster_count(items) == expected


def test_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        spherical_clusters(_blobs([5, 5]), 2, 0, progress)
