"""Four users and five items A..E, computed by hand: A then B twice; C, then D, then C and E; one user came once only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.operators import sequence
from recsys_desktop.engine.operators.sequence import exact_sequence, low_rank_sequence, sequence_weights, steps_of
from tests.engine.shops import NOTHING, purchases, random_events

A, B, C, D, E = range(5)
ROWS: Sequence[tuple[int, int, float | None]] = [
    *((0, A, 1), (0, B, 2)),
    *((1, A, 3), (1, B, 9)),
    *((2, C, 1), (2, D, 2), (2, C, 5), (2, E, 5)),
    *((3, D, 4), (3, B, 4)),
]
#: Power 1, lambda 1: A has 2 + 1; the block of C and D is [[1.25 + 1, .5], [.5, 1 + 1]], its determinant 17 / 4 and its
#: inverse [[8, -2], [-2, 9]] / 17; P'Y holds A to B 2, C to D 1, C to E .5, D to E 1.
EXPECTED = np.zeros((5, 5))
EXPECTED[A, B] = 2 / 3
EXPECTED[C, D], EXPECTED[C, E] = 8 / 17, (8 * 0.5 - 2) / 17
EXPECTED[D, E] = (9 - 2 * 0.5) / 17


def events_of(interactions: InteractionArrays, items: int = 5) -> Events:
    return Events.of(interactions, np.arange(items))


def test_steps_lead_from_what_was_had_to_what_is_new() -> None:
    steps = steps_of(events_of(purchases(ROWS)), 5, 1.0)
    assert steps.earlier.toarray().tolist() == [[1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0.5, 1, 0]]
    assert steps.new.toarray().tolist() == [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]


def test_what_was_taken_again_counts_from_the_last_time() -> None:
    steps = steps_of(events_of(purchases([(0, C, 1), (0, D, 2), (0, C, 3), (0, E, 4)])), 5, 1.0)
    assert steps.earlier.toarray()[-1].tolist() == [0, 0, 1, 0.5, 0]


def test_what_was_taken_too_many_occasions_ago_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequence, "_FARTHEST_BACK", 4)
    steps = steps_of(events_of(purchases([(0, item, item) for item in range(7)]), 7), 7, 1.0)
    np.testing.assert_allclose(steps.earlier.toarray()[-1], [0, 0, 1 / 4, 1 / 3, 1 / 2, 1, 0], rtol=1e-6)


def test_events_without_times_tell_no_sequence() -> None:
    untimed = purchases([(0, A, None), (0, B, None), (1, A, 1), (1, B, None)])
    assert steps_of(events_of(untimed), 5, 1.0).earlier.shape == (0, 5)


def test_exact_weights_are_those_computed_by_hand() -> None:
    weights = exact_sequence(steps_of(events_of(purchases(ROWS)), 5, 1.0), 1.0, Progress())
    np.testing.assert_allclose(weights.matrix, EXPECTED, atol=1e-6)


def test_low_rank_weights_of_full_rank_are_the_exact_ones() -> None:
    weights = low_rank_sequence(steps_of(events_of(purchases(ROWS)), 5, 1.0), 1.0, 5, 0, Progress())
    everything = np.eye(5, dtype=np.float32)
    np.testing.assert_allclose(weights.times(everything), EXPECTED, atol=1e-5)
    np.testing.assert_allclose(weights.transposed_times(everything), EXPECTED.T, atol=1e-5)


def test_both_forms_agree_on_a_larger_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    events = events_of(random_events(60, 40, 900), 40)
    exact = sequence_weights(events, 40, 0.75, 5.0, 40, 0, Progress())
    monkeypatch.setattr(sequence, "EXACT_UP_TO", 10)
    low = sequence_weights(events, 40, 0.75, 5.0, 40, 0, Progress())
    vectors = np.random.default_rng(2).standard_normal((40, 3)).astype(np.float32)
    np.testing.assert_allclose(low.times(vectors), exact.times(vectors), atol=1e-4)
    np.testing.assert_allclose(low.transposed_times(vectors), exact.transposed_times(vectors), atol=1e-4)


@pytest.mark.parametrize("limit", [10, 100])
@pytest.mark.parametrize("items", [0, 1, 5])
def test_without_steps_nothing_follows(limit: int, items: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequence, "EXACT_UP_TO", 0 if limit == 10 else limit)
    weights = sequence_weights(events_of(NOTHING, items), items, 0.75, 5.0, 4, 0, Progress())
    assert not weights.times(np.ones((items, 2), np.float32)).any()


def test_renumbering_users_and_items_renumbers_the_weights_and_repeating_events_changes_nothing() -> None:
    rows = [(user, item, float(day)) for user, item, day in np.random.default_rng(3).integers(0, [9, 12, 30], (150, 3))]
    plain = _matrix(rows)
    order = np.random.default_rng(4).permutation(12)
    moved = _matrix([(8 - user, int(order[item]), day) for user, item, day in rows[::-1]])
    np.testing.assert_allclose(moved[np.ix_(order, order)], plain, atol=1e-6)
    np.testing.assert_allclose(_matrix(rows + rows[:40]), plain, atol=1e-6)


def _matrix(rows: Sequence[tuple[int, int, float | None]]) -> np.ndarray:
    return sequence_weights(events_of(purchases(rows), 12), 12, 0.75, 5.0, 12, 0, Progress()).times(np.eye(12, dtype=np.float32))


def test_cancel_is_heard() -> None:
    steps = steps_of(events_of(purchases(ROWS)), 5, 1.0)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        exact_sequence(steps, 1.0, progress)
    with pytest.raises(Cancelled):
        low_rank_sequence(steps, 1.0, 5, 0, progress)
