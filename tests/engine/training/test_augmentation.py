from __future__ import annotations

import numpy as np

from recsys_desktop.engine.training.augmentation import reworded


def test_words_are_left_out_and_keep_their_order() -> None:
    text = "white hanging heart light holder"
    for seed in range(50):
        (other,) = reworded([text], np.random.default_rng(seed))
        words = other.split()
        assert 1 <= len(words) < 5
        assert [word for word in text.split() if word in words] == words


def test_about_a_fifth_is_left_out() -> None:
    text = " ".join(f"w{number}" for number in range(1000))
    (other,) = reworded([text], np.random.default_rng(0))
    assert 750 < len(other.split()) < 850


def test_of_two_words_one_stays_and_a_single_word_and_nothing_stay_whole() -> None:
    assert {reworded(["red mug"], np.random.default_rng(seed))[0] for seed in range(20)} == {"red", "mug"}
    assert reworded(["mug", ""], np.random.default_rng(0)) == ["mug", ""]
