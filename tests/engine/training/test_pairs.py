from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.text.customer_sentences import ItemWords
from recsys_desktop.engine.training.pairs import feedback_pairs, next_item_pairs, recency_weights
from tests.engine.training.events import events

DAY = 86_400
KEYS = np.array([10, 20, 30])
WORDS = ItemWords({10: "Mug", 20: "Plate", 30: "Lantern"}, {})


def test_an_event_counts_half_after_sixty_days_and_a_dislike_nothing() -> None:
    weights = recency_weights(events((1, 10, 0), (1, 20, 60 * DAY)), 60 * DAY)
    assert weights.tolist() == [0.5, 1.0]
    assert recency_weights(events((1, 10, 0), kind=Kind.DISLIKE), 0).tolist() == [0.0]


def test_the_sentence_ends_before_the_basket_it_predicts() -> None:
    behaviour = events((1, 10, 1 * DAY), (1, 20, 2 * DAY), (1, 30, 2 * DAY), (2, 30, 3 * DAY))
    sentences, pairs = next_item_pairs(behaviour, KEYS, WORDS, 3 * DAY, 10, np.random.default_rng(0))
    # The first basket of a customer has no past; plate and lantern were bought together, so neither is in the other's sentence.
    assert sentences == ["bought Mug", "bought Mug"]
    assert sorted(pairs.positives.tolist()) == [1, 2]
    assert pairs.anchors.tolist() == [3, 4]


def test_products_out_of_the_pool_are_not_predicted() -> None:
    behaviour = events((1, 10, 1 * DAY), (1, 99, 2 * DAY))
    assert next_item_pairs(behaviour, KEYS, WORDS, 3 * DAY, 10, np.random.default_rng(0))[0] == []


def test_no_behaviour_gives_no_pairs() -> None:
    sentences, pairs = next_item_pairs(events(), KEYS, WORDS, 0, 10, np.random.default_rng(0))
    assert sentences == []
    assert len(pairs) == 0


def test_the_latest_answer_about_a_product_counts() -> None:
    likes = events((1, 10, 5), (2, 20, 6), kind=Kind.FAVOURITE)
    dislikes = events((1, 10, 9), (1, 99, 9), (7, 10, 9), kind=Kind.DISLIKE)
    both = type(likes)(*(np.r_[getattr(likes, name), getattr(dislikes, name)] for name in likes.__dataclass_fields__))
    pairs = feedback_pairs(both, KEYS, np.array([1, 2]), first_row=50)
    # Customer 1 first liked, then disliked item 10; item 99 is not in the pool, customer 7 has no sentence.
    assert sorted(zip(pairs.sentences.tolist(), pairs.items.tolist(), pairs.labels.tolist(), strict=True)) == [
        (50, 0, -1.0),
        (51, 1, np.float32(0.8)),
    ]
