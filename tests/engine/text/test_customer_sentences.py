from __future__ import annotations

from dataclasses import replace

import numpy as np

from recsys_desktop.domain.entities import InteractionArrays, Kind
from recsys_desktop.engine.text.customer_sentences import ItemWords, customer_sentences, sentence_of_slice

WORDS = ItemWords({1: "Mug", 2: "Lantern"}, {1: "Kitchen"})


def arrays(*rows: tuple[int, int, Kind, float, int]) -> InteractionArrays:
    users, items, kinds, quantities, times = (list(column) for column in zip(*rows, strict=True))
    return InteractionArrays(
        np.array(users, np.int64),
        np.array(items, np.int64),
        np.array(kinds, np.int8),
        np.full(len(users), np.nan, np.float32),
        np.array(quantities, np.float32),
        np.array(times, np.int64),
    )


def test_each_customer_gets_a_sentence_newest_first() -> None:
    events = arrays((5, 1, Kind.PURCHASE, 2.0, 10), (5, 2, Kind.VIEW, 1.0, 20), (9, 2, Kind.PURCHASE, 1.0, 30))
    keys, sentences = customer_sentences(events, WORDS, 10)
    assert keys.tolist() == [9, 5]
    assert sentences == ["bought Lantern", "viewed Lantern; bought 2 Mug; favourite: Kitchen"]


def test_only_the_most_recently_active_are_read() -> None:
    events = arrays((5, 1, Kind.VIEW, 1.0, 40), (7, 1, Kind.VIEW, 1.0, 10), (9, 2, Kind.VIEW, 1.0, 30))
    assert customer_sentences(events, WORDS, 2)[0].tolist() == [5, 9]


def test_customers_with_nothing_to_say_are_left_out() -> None:
    events = arrays((5, 1, Kind.DISLIKE, 1.0, 10), (6, 99, Kind.VIEW, 1.0, 10), (7, 1, Kind.VIEW, 1.0, 10))
    assert customer_sentences(events, WORDS, 10)[0].tolist() == [7]


def test_no_behaviour() -> None:
    events = arrays((5, 1, Kind.VIEW, 1.0, 10)).select(np.zeros(0, np.int64))
    assert customer_sentences(events, WORDS, 10)[1] == []


def test_a_slice_reads_nothing_beyond_its_ends() -> None:
    events = arrays((5, 1, Kind.VIEW, 1.0, 10), (5, 2, Kind.VIEW, 1.0, 20), (5, 1, Kind.PURCHASE, 1.0, 30))
    assert sentence_of_slice(events, 1, 2, WORDS) == "viewed Lantern"


def test_ratings_that_do_not_speak_for_a_product_are_passed_over() -> None:
    events = arrays(*((5, item, Kind.RATING, 1.0, time) for time, item in enumerate((1, 2, 1, 2))))
    stars = replace(events, values=np.array([2.0, 3.0, 3.5, np.nan], np.float32))
    assert sentence_of_slice(stars, 0, 4, WORDS) == "rated Lantern, Mug; favourite: Kitchen"
    assert sentence_of_slice(stars, 0, 2, WORDS) == ""
