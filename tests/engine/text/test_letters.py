from __future__ import annotations

import doctest
import zlib
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.array_files import read_arrays, write_arrays
from recsys_desktop.engine.text import letters
from recsys_desktop.engine.text.letters import Letters, fit_letters, joined, n_grams

# A word of one letter has four n-grams: " b", "b ", " b " and "=b".
SMALL = ["b", "b b c", "c"]


def fitted(texts: list[str], rank: int = 8) -> Letters:
    return fit_letters(texts, rank, 0, Progress())


def cosines(model: Letters, texts: list[str]) -> np.ndarray:
    vectors = model.vectors(texts, Progress())
    return np.asarray(vectors @ vectors.T)


def test_likeness_is_that_of_the_weighted_n_grams() -> None:
    # Every n-gram stands in two of three texts: one weight for all. In "b b c" b counts 1 + log 2, c counts 1.
    b, c = 1 + np.log(2), 1.0
    length = np.hypot(b, c)
    expected = [[1, b / length, 0], [b / length, 1, c / length], [0, c / length, 1]]
    np.testing.assert_allclose(cosines(fitted(SMALL), SMALL), expected, atol=1e-5)


def test_what_many_texts_share_weighs_less_and_what_one_has_nothing() -> None:
    letters = fitted(["b", "b c", "b c d"])
    assert letters.grams.tolist() == sorted(zlib.crc32(gram.encode()) for word in "bc" for gram in n_grams(word))
    weight = dict(zip(letters.grams.tolist(), letters.weights.tolist(), strict=True))
    assert weight[zlib.crc32(b"=b")] == pytest.approx(np.log(4 / 4) + 1)
    assert weight[zlib.crc32(b"=c")] == pytest.approx(np.log(4 / 3) + 1)


def test_chinese_is_cut_into_single_characters_pairs_and_threes() -> None:
    assert n_grams("自然堂") == ["自", "然", "堂", "自然", "然堂", "自然堂"]


def test_words_end_at_blanks_punctuation_and_between_scripts() -> None:
    letters = fitted(["CHANDO/自然堂", "chando, 自然堂!", "ＣＨＡＮＤＯ 自然堂"])
    np.testing.assert_allclose(cosines(letters, ["CHANDO/自然堂", "chando 自然堂", "ＣＨＡＮＤＯ（自然堂）"]), 1.0, atol=1e-5)


def test_a_shared_stem_makes_words_alike() -> None:
    like = cosines(fitted(["lantern", "lanterns", "teapot", "teapots"]), ["lantern", "lanterns", "teapot"])
    assert like[0, 1] > 0.7
    assert abs(like[0, 2]) < 0.2


def test_blank_and_unknown_texts_are_silent() -> None:
    vectors = fitted(SMALL).vectors(["", "  ", "xyz", "b"], Progress())
    assert not vectors[:3].any()
    assert np.linalg.norm(vectors[3]) == pytest.approx(1.0)


@pytest.mark.parametrize("texts", [[], ["b"], ["", ""], ["b", "c"]])
def test_a_catalogue_too_small_to_compare_has_no_coordinates(texts: list[str]) -> None:
    letters = fitted(texts)
    assert letters.width == 0
    assert letters.vectors(["b", "c"], Progress()).shape == (2, 0)


def test_the_order_of_the_catalogue_and_repetitions_do_not_matter() -> None:
    texts = ["red mug", "blue mug", "red lantern", "blue lantern"]
    ours, theirs = fitted(texts), fitted([*texts[::-1], "red mug"])
    for name in ("grams", "weights", "directions"):
        np.testing.assert_array_equal(getattr(ours, name), getattr(theirs, name))


def test_vectors_do_not_depend_on_the_other_texts_asked_about() -> None:
    letters = fitted(SMALL)
    together = letters.vectors([*SMALL, "c b new"], Progress())
    alone = [letters.vectors([text], Progress())[0] for text in [*SMALL, "c b new"]]
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_large_catalogues_are_read_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{colour} {thing}" for colour in ("red", "blue", "green") for thing in ("mug", "lantern", "teapot")]
    whole = fitted(texts)
    expected = whole.vectors(texts, Progress())
    monkeypatch.setattr("recsys_desktop.engine.text.letters._BLOCK", 2)
    np.testing.assert_array_equal(fitted(texts).grams, whole.grams)
    np.testing.assert_allclose(whole.vectors(texts, Progress()), expected, atol=1e-6)


def test_saved_as_plain_arrays_it_is_the_same(tmp_path: Path) -> None:
    letters = fitted(SMALL)
    names = ("grams", "weights", "directions")
    write_arrays(tmp_path / "letters", {name: getattr(letters, name) for name in names}, {})
    arrays, _ = read_arrays(tmp_path / "letters")
    again = Letters(**arrays)  # type: ignore[arg-type]  # the arrays are those written above
    np.testing.assert_array_equal(again.vectors(SMALL, Progress()), letters.vectors(SMALL, Progress()))


def test_a_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fit_letters(SMALL, 8, 0, progress)
    with pytest.raises(Cancelled):
        fitted(SMALL).vectors(SMALL, progress)


def test_joined_cosine_is_the_mean_of_both_by_share() -> None:
    model = np.array([[1, 0], [0.6, 0.8]], np.float32)
    letters = np.array([[1, 0], [0, 1]], np.float32)
    both = joined(model, letters, 0.25)
    np.testing.assert_allclose(both @ both.T, [[1, 0.75 * 0.6], [0.75 * 0.6, 1]], atol=1e-6)


def test_joined_is_one_channel_alone_at_either_end_and_where_the_other_is_silent() -> None:
    model, letters = np.array([[0.6, 0.8]], np.float32), np.array([[1.0]], np.float32)
    np.testing.assert_allclose(joined(model, letters, 0.0), [[0.6, 0.8, 0]], atol=1e-6)
    np.testing.assert_allclose(joined(model, letters, 1.0), [[0, 0, 1]], atol=1e-6)
    np.testing.assert_allclose(joined(model, np.zeros((1, 1), np.float32), 0.5), [[0.6, 0.8, 0]], atol=1e-6)
    assert not joined(np.zeros((1, 2), np.float32), np.zeros((1, 1), np.float32), 0.5).any()


def test_docstring_examples() -> None:
    result = doctest.testmod(letters)
    assert result.attempted > 0
    assert result.failed == 0
