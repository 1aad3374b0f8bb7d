from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.item_space import NO_GROUP, ItemSpace, pad
from tests.engine.shops import checkerboard, fitted, purchases, unit_texts

ARRAYS = ("item_keys", "keys", "queries", "prior", "texts", "own", "buyers", "groups", "trend")


def _space() -> ItemSpace:
    """Twelve items of which the last two have no buyers."""
    return fitted(checkerboard(items=10), 12, unit_texts(12))


def test_padded_keys_are_unit_vectors_and_score_as_before() -> None:
    vectors = np.random.default_rng(0).uniform(-0.2, 0.2, (50, 7)).astype(np.float32)
    user = np.random.default_rng(1).standard_normal(7)
    keys = pad(vectors).astype(np.float64)
    np.testing.assert_allclose(np.linalg.norm(keys, axis=1), 1.0, atol=1e-6)
    np.testing.assert_allclose(keys @ np.r_[user, 0.0], vectors @ user, atol=1e-6)


def test_the_cosine_is_the_plain_score_up_to_one_factor() -> None:
    space = _space()
    user = space.queries[:3].astype(np.float64).sum(axis=0) + space.prior
    assert user[-1] == 0.0  # the pad is silent
    plain = space.keys[:, :-1].astype(np.float64) @ user[:-1]
    cosines = space.keys.astype(np.float64) @ user / (np.linalg.norm(space.keys.astype(np.float64), axis=1) * np.linalg.norm(user))
    np.testing.assert_allclose(cosines, plain / np.linalg.norm(user), atol=1e-6)


def test_a_new_item_is_placed_near_what_it_reads_like() -> None:
    space = _space()
    placed = space.place(space.texts[:1], Progress())
    assert placed.shape == (1, space.width)
    np.testing.assert_allclose(np.linalg.norm(placed, axis=1), 1.0, atol=1e-6)
    cosines = space.keys[:10, :-1] @ placed[0, :-1] / np.linalg.norm(space.keys[:10, :-1], axis=1)
    assert cosines.argmax() == 0


def test_the_place_is_a_kernel_ridge_regression_on_the_texts_of_what_was_bought() -> None:
    texts = np.array([[1, 0], [0.6, 0.8], [0, 1], [1, 0]], np.float32)
    space = fitted(purchases([(user, item, None) for user in range(30) for item in (0, 1)]), 4, texts)
    # Items 0 and 1 have 30 buyers each: noise .03 + .9 / 30 = .06; their cosine .6 gives a likeness of exp(-.4 / .3).
    near = np.exp(-0.4 / 0.3)
    learnt = space.queries[:2].astype(np.float64)
    pulls = np.linalg.solve(np.array([[1.06, near], [near, 1.06]]), learnt - learnt.mean(axis=0))
    expected = learnt.mean(axis=0) + np.array([1.0, near]) @ pulls
    np.testing.assert_allclose(space.place_queries(texts[:1], Progress())[0], expected, atol=1e-6)
    np.testing.assert_allclose(space.queries[3], expected, atol=1e-6)
    np.testing.assert_allclose(space.keys[3], space.place(texts[3:], Progress())[0], atol=1e-6)


def test_another_language_model_moves_only_what_nobody_bought() -> None:
    space, others = _space(), unit_texts(12, seed=5)
    moved = space.with_texts(others, Progress())
    np.testing.assert_array_equal(moved.keys[:10], space.keys[:10])
    assert not np.allclose(moved.keys[10:], space.keys[10:], atol=1e-3)
    back = moved.with_texts(space.texts, Progress())
    np.testing.assert_allclose(back.keys, space.keys, atol=1e-6)
    np.testing.assert_allclose(back.queries, space.queries, atol=1e-6)


def test_a_text_that_says_nothing_lends_nothing() -> None:
    space = _space()
    silent = np.zeros((1, 16), np.float32)
    assert space.place_queries(silent, Progress()).tolist() == [[0.0] * space.width]
    assert space.place(silent, Progress())[0].tolist() == [0.0] * (space.width - 1) + [1.0]


def test_items_can_be_added_without_refitting() -> None:
    space = _space()
    texts = unit_texts(2, seed=9)
    larger = space.with_new_items(np.array([77, 88]), texts, Progress())
    assert larger.item_keys.tolist() == [*range(12), 77, 88]
    np.testing.assert_array_equal(larger.keys[:12], space.keys)
    np.testing.assert_array_equal(larger.keys[12:], space.place(texts, Progress()))
    assert larger.warm.tolist() == [True] * 10 + [False] * 4
    assert larger.groups[12:].tolist() == [NO_GROUP, NO_GROUP]
    assert len(larger) == len(larger.trend) == len(larger.texts) == len(larger.queries) == 14


def test_a_saved_space_is_mapped_back_whole(tmp_path: Path) -> None:
    space = _space()
    space.save(tmp_path / "花" / "space")
    again = ItemSpace.load(tmp_path / "花" / "space")
    for name in ARRAYS:
        np.testing.assert_array_equal(getattr(again, name), getattr(space, name))
        assert getattr(again, name).dtype == getattr(space, name).dtype
    assert again.placing is not None
    assert space.placing is not None
    np.testing.assert_array_equal(again.placing.pulls, space.placing.pulls)
    assert (again.settings, again.group_names, again.collaborative) == (space.settings, space.group_names, True)
    assert isinstance(again.keys, np.memmap)
    assert [path.name for path in (tmp_path / "花").iterdir()] == ["space"]


def test_an_empty_space_survives_the_disk(tmp_path: Path) -> None:
    fitted(checkerboard(), 0).save(tmp_path / "space")
    assert len(ItemSpace.load(tmp_path / "space")) == 0


def test_an_existing_folder_is_not_touched(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        _space().save(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_crash_while_saving_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(json, "dump", broken)
    with pytest.raises(OSError, match="disk full"):
        _space().save(tmp_path / "space")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["absent", "unfinished", "array gone", "other format", "no json"])
def test_what_cannot_be_read_is_a_known_error(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "space"
    if damage != "absent":
        _space().save(folder)
    if damage == "unfinished":
        (folder / "meta.json").unlink()
    elif damage == "array gone":
        (folder / "keys.npy").unlink()
    elif damage == "other format":
        (folder / "meta.json").write_text('{"format": 0}')
    elif damage == "no json":
        (folder / "meta.json").write_text("x")
    with pytest.raises(RecsysError) as caught:
        ItemSpace.load(folder)
    assert caught.value.code == "no_item_space"
