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


def test_one_word_at_least_stays_and_one_goes() -> None:
    counts = {len(reworded(["one two three four"], np.random.default_rng(seed))[0].split()) for seed in range(300)}
    assert counts == {1, 2, 3}


def test_short_texts_stay_whole() -> None:
    assert reworded(["small red mug", "mug", ""], np.random.default_rng(0)) == ["small red mug", "mug", ""]
