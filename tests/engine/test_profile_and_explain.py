from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.explain import rank_of, shares
from recsys_desktop.engine.history import Fading, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.operators.own_history import OwnBonuses
from recsys_desktop.engine.profile import user_vector, user_vectors
from recsys_desktop.engine.ranker import exact_cosines, top_k, top_k_many
from tests.engine.shops import NOTHING, NOW, fitted, random_events, unit_texts

ITEMS = 60
NO_ROWS = np.zeros(0, np.int64)


@pytest.fixture(scope="module")
def space() -> ItemSpace:
    return fitted(random_events(80, ITEMS, 1500), ITEMS, unit_texts(ITEMS))


def test_a_user_is_the_sum_of_history_prior_and_sentence(space: ItemSpace) -> None:
    sentence = unit_texts(1, seed=5)[0]
    user = user_vector(space, np.array([3, 8]), np.array([1.0, -0.5]), sentence)
    queries = space.queries.astype(np.float64)
    placed = space.place_queries(sentence[None, :], Progress())[0].astype(np.float64)
    # the weights 1 and -.5 make a history of 1.5
    expected = queries[3] - 0.5 * queries[8] + 1.5**-0.6 * space.prior + space.settings.sentence_weight * placed
    np.testing.assert_allclose(user.vector, expected, atol=1e-12)
    assert user.length == pytest.approx(np.sqrt((expected**2).sum()))


def test_nothing_known_is_the_bestseller_list(space: ItemSpace) -> None:
    user = user_vector(space, NO_ROWS, np.zeros(0))
    rows, _ = top_k(space.keys, user.vector, ITEMS, NO_ROWS)
    assert (np.diff(space.keys[rows, -2]) <= 1e-7).all()


def test_many_at_once_equal_one_by_one(space: ItemSpace) -> None:
    histories = Histories.from_arrays(random_events(9, ITEMS, 60, seed=4), space.item_keys, NOW, Fading(100.0))
    sentences = unit_texts(9, seed=6)
    sentences[2] = 0.0
    together = user_vectors(space, histories, sentences)
    for position in range(9):
        rows, weights = histories.of(position)
        alone = user_vector(space, rows, weights, sentences[position])
        np.testing.assert_allclose(together[position], alone.vector, atol=1e-6)


def test_shares_sum_to_the_score_on_a_thousand_random_pairs(space: ItemSpace) -> None:
    random = np.random.default_rng(0)
    for _ in range(1000):
        rows = random.choice(ITEMS, size=random.integers(0, 12), replace=False)
        weights = random.uniform(-1.0, 1.0, len(rows))
        sentence = unit_texts(1, seed=int(random.integers(1000)))[0] if random.random() < 0.5 else None
        user = user_vector(space, rows, weights, sentence)
        candidate = int(random.integers(ITEMS))
        parts = shares(space, rows, weights, user, candidate)
        score = exact_cosines(space.keys, user.vector, np.array([candidate]))[0]
        assert parts.history.shape == rows.shape
        assert abs(float(parts.history.sum()) + parts.prior + parts.sentence - score) < 1e-6


def test_each_share_is_its_own_product(space: ItemSpace) -> None:
    user = user_vector(space, np.array([3, 8]), np.array([1.0, 0.5]), unit_texts(1)[0])
    parts = shares(space, np.array([3, 8]), np.array([1.0, 0.5]), user, 20)
    key = space.keys[20].astype(np.float64)
    assert parts.history[1] == pytest.approx(0.5 * float(space.queries[8].astype(np.float64) @ key) / user.length)
    assert parts.prior == pytest.approx(1.5**-0.6 * float(space.prior[-2]) * key[-2] / user.length)
    assert parts.sentence == pytest.approx(float(user.sentence @ key) / user.length)


def test_shares_of_nothing_are_nothing() -> None:
    empty = fitted(NOTHING, 2)
    user = user_vector(empty, NO_ROWS, np.zeros(0))
    assert shares(empty, NO_ROWS, np.zeros(0), user, 1).total == 0.0


def test_rank_agrees_with_the_list(space: ItemSpace) -> None:
    rows, weights = np.array([1, 5, 9, 30]), np.array([1.0, 0.2, -1.0, 0.7])
    user = user_vector(space, rows, weights)
    listed, _ = top_k(space.keys, user.vector, ITEMS, rows)
    assert [rank_of(space, user, int(row), rows) for row in listed] == list(range(1, ITEMS - 3))


def test_own_items_may_come_back_and_say_so(space: ItemSpace) -> None:
    rows, weights = np.array([3, 8, 20]), np.array([1.0, 0.5, 1.0])
    own = OwnBonuses(rows, np.array([5.0, 0.0, 0.1]))
    user = user_vector(space, rows, weights, own=own)
    listed, scores = top_k(space.keys, user.vector, ITEMS, NO_ROWS, own)
    assert listed[0] == 3
    plain = space.keys.astype(np.float64) @ user.vector
    plain[rows] += own.bonuses
    # the joined vectors: keys [k, onehot] / sqrt 2, the user [u, bonuses]
    expected = plain / np.sqrt(2 * (user.vector @ user.vector + 25.01))
    np.testing.assert_allclose(scores, expected[listed], atol=1e-6)
    assert scores.tolist() == sorted(scores, reverse=True)
    for place, (row, score) in enumerate(zip(listed, scores, strict=True), start=1):
        parts = shares(space, rows, weights, user, int(row))
        assert parts.total == pytest.approx(score, abs=1e-6)
        assert (parts.own > 0) == (row in (3, 20))
        assert rank_of(space, user, int(row), NO_ROWS) == place


def test_permuting_users_permutes_the_lists(space: ItemSpace) -> None:
    events = random_events(30, ITEMS, 300, seed=7)
    histories = Histories.from_arrays(events, space.item_keys, NOW, Fading(100.0))
    vectors, seen = user_vectors(space, histories), list(histories.rows_of_each())
    order = np.random.default_rng(1).permutation(len(histories))
    straight, _ = top_k_many(space.keys, vectors, 5, seen, Progress())
    mixed, _ = top_k_many(space.keys, vectors[order], 5, [seen[user] for user in order], Progress())
    np.testing.assert_array_equal(straight[order], mixed)
