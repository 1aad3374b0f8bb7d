"""What was taken together, against counts made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.baskets import Baskets
from tests.engine.shops import purchases

KEYS = np.array([10, 20, 30, 40], np.int64)


def _baskets(rows: list[tuple[int, int, float | None]], orders: list[int], kind: Kind = Kind.PURCHASE) -> Baskets:
    return Baskets.of(purchases(rows, kind), np.array(orders, np.int64), KEYS)


def test_an_order_is_a_basket() -> None:
    # orders: {10, 20}, {10, 20, 30}, {10}, and user 2's {20, 30}, which bears the number of one of user 1's
    rows = [(1, 10, 1), (1, 20, 1), (1, 10, 2), (1, 20, 2), (1, 30, 2), (1, 10, 3), (2, 20, 5), (2, 30, 5)]
    baskets = _baskets(rows, [1, 1, 2, 2, 2, 3, 1, 1])
    assert baskets.counts.tolist() == [3, 3, 2, 0]
    of_10 = baskets.partners(0, 5)
    assert (of_10.rows.tolist(), of_10.baskets.tolist(), of_10.own) == ([1], [2], 3)  # 30 was beside 10 only once
    assert of_10.shares.tolist() == [2 / 3]
    of_20 = baskets.partners(1, 5)
    # both twice; 30 is in fewer baskets, so it says more
    assert (of_20.rows.tolist(), of_20.baskets.tolist()) == ([2, 0], [2, 2])
    assert baskets.partners(1, 1).rows.tolist() == [2]
    assert baskets.partners(3, 5).rows.tolist() == []


def test_without_orders_a_day_is_a_basket() -> None:
    rows = [(1, 10, 1.1), (1, 20, 1.9), (2, 10, 4), (2, 20, 4.5), (3, 10, 1), (3, 20, 2), (4, 10, None), (4, 20, None)]
    baskets = _baskets(rows, [0] * 8)
    assert (baskets.partners(0, 5).rows.tolist(), baskets.partners(0, 5).baskets.tolist()) == ([1], [2])
    assert baskets.counts.tolist() == [3, 3, 0, 0]  # what has no time is in no basket


def test_lines_of_one_order_count_once_and_returns_not_at_all() -> None:
    rows = [(1, 10, 1), (1, 10, 1), (1, 20, 1), (1, 30, 1), (2, 10, 1), (2, 20, 1), (2, 30, 1)]
    events = purchases(rows)
    events = replace(events, quantities=np.array([1, 3, 1, 1, 1, 1, -1], np.float32))
    baskets = Baskets.of(events, np.array([7, 7, 7, 7, 8, 8, 8], np.int64), KEYS)
    assert baskets.partners(0, 5).rows.tolist() == [1]
    assert baskets.counts.tolist() == [2, 2, 1, 0]


def test_where_nothing_was_bought_views_count() -> None:
    rows = [(1, 10, 1), (1, 20, 1), (2, 10, 1), (2, 20, 1)]
    assert _baskets(rows, [0] * 4, Kind.VIEW).partners(0, 5).rows.tolist() == [1]
    assert _baskets(rows, [0] * 4, Kind.DISLIKE).partners(0, 5).rows.tolist() == []


def test_views_do_not_count_beside_purchases() -> None:
    rows = [(1, 10, 1), (1, 20, 1), (2, 10, 1), (2, 20, 1), (3, 40, 9)]
    events = purchases(rows, Kind.VIEW)
    kinds = events.kinds.copy()
    kinds[-1] = Kind.PURCHASE
    baskets = Baskets.of(replace(events, kinds=kinds), np.zeros(5, np.int64), KEYS)
    assert baskets.counts.tolist() == [0, 0, 0, 1]


def test_all_partners_are_what_partners_says_of_each() -> None:
    rows = [(user, item, 1) for user in range(3) for item in (10, 20, 30)]
    baskets = _baskets(rows, [1] * 9)
    assert [partners.rows.tolist() for partners in baskets.all_partners(2)] == [[1, 2], [0, 2], [0, 1], []]


def test_no_behaviour_and_no_items() -> None:
    assert [len(partners.rows) for partners in _baskets([], []).all_partners(3)] == [0, 0, 0, 0]
    assert list(Baskets.of(purchases([]), np.zeros(0, np.int64), np.zeros(0, np.int64)).all_partners(3)) == []
