from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.events import Events
from tests.engine.shops import DAY, joined, purchases


def test_events_are_the_good_ones_each_once() -> None:
    events = joined(
        purchases([(7, 30, 1), (7, 30, 1), (7, 30, 2), (9, 10, None), (9, 99, 1)]),
        purchases([(7, 30, 1)], Kind.VIEW),
        purchases([(5, 10, 1)], Kind.DISLIKE),
    )
    read = Events.of(events, np.array([30, 10]))
    assert list(zip(read.users.tolist(), read.rows.tolist(), read.times.tolist(), read.strengths.tolist(), strict=True)) == [
        (0, 0, DAY, 1.0),
        (0, 0, 2 * DAY, 1.0),
        (1, 1, -1, 1.0),
    ]


def test_counts_halve_with_each_half_life_and_weigh_strengths() -> None:
    read = Events.of(joined(purchases([(0, 0, 0), (0, 1, 20)]), purchases([(1, 0, 10)], Kind.VIEW)), np.arange(3))
    np.testing.assert_allclose(read.counts(3), [1.1, 1.0, 0.0])
    np.testing.assert_allclose(read.recent_counts(3, 20 * DAY, 10.0), [0.25 + 0.05, 1.0, 0.0])
    np.testing.assert_allclose(read.recent_counts(3, 10 * DAY, 10.0), [0.5 + 0.1, 1.0, 0.0])


def test_matrix_holds_the_root_of_the_strongest_event() -> None:
    events = joined(purchases([(4, 1, 1), (4, 1, 2)]), purchases([(4, 0, 1), (4, 1, 3), (6, 2, 1)], Kind.CLICK))
    matrix = Events.of(events, np.arange(3)).matrix(3).toarray()
    np.testing.assert_allclose(matrix, [[np.sqrt(0.2), 1.0, 0.0], [0.0, 0.0, np.sqrt(0.2)]])


def test_nothing_happened() -> None:
    read = Events.of(purchases([]), np.arange(2))
    assert read.matrix(2).shape == (0, 2)
    assert read.recent_counts(2, 0, 1.0).tolist() == [0.0, 0.0]
