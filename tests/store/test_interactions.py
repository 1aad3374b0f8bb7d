"""Behaviour as rows and as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import NO_TIME, Interaction, InteractionArrays, Kind
from recsys_desktop.store.database import Database
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.users import Users
from tests.store.shops import event

EVENTS = [
    event("u2", "p1", 300, order_id="o1", quantity=2.0),
    event("u1", "p1", 200, Kind.RATING, value=4.5),
    event("u1", "p2", 100, Kind.VIEW),
    event("u1", "p3"),
    event("u1", "p1", 200, Kind.CLICK),
]


@pytest.fixture
def interactions(database: Database) -> Interactions:
    return Interactions(database)


def columns(arrays: InteractionArrays) -> list[tuple[int, int, int, float, int]]:
    return list(
        zip(
            arrays.user_keys.tolist(), arrays.item_keys.tolist(), arrays.kinds.tolist(), arrays.quantities.tolist(),
            arrays.times.tolist(), strict=True,
        )
    )  # fmt: skip


def test_arrays_are_ordered_by_user_time_and_insertion(interactions: Interactions) -> None:
    interactions.add_many(EVENTS)  # u2 is user 1, u1 is user 2; p1, p2, p3 are items 1, 2, 3
    arrays = interactions.load()
    assert columns(arrays) == [
        (1, 1, 6, 2.0, 300),
        (2, 3, 6, 1.0, NO_TIME),
        (2, 2, 1, 1.0, 100),
        (2, 1, 4, 1.0, 200),
        (2, 1, 2, 1.0, 200),
    ]
    np.testing.assert_array_equal(arrays.values, np.array([np.nan, np.nan, np.nan, 4.5, np.nan], np.float32))
    fields: list[np.ndarray] = [arrays.user_keys, arrays.item_keys, arrays.kinds, arrays.values, arrays.quantities, arrays.times]
    assert [array.dtype.name for array in fields] == ["int64", "int64", "int8", "float32", "float32", "int64"]
    assert all(array.flags.c_contiguous for array in fields)


def test_one_user_s_arrays(database: Database, interactions: Interactions) -> None:
    interactions.add_many(EVENTS)
    key = Users(database).key_of(UserId("u1"))
    assert columns(interactions.load(key)) == columns(interactions.load())[1:]
    assert len(interactions.load(Users(database).add(UserId("u3")))) == 0


def test_of_user_lists_the_newest_first(interactions: Interactions) -> None:
    interactions.add_many(EVENTS)
    assert interactions.of_user(UserId("u1")) == [EVENTS[4], EVENTS[1], EVENTS[2], EVENTS[3]]
    assert interactions.of_user(UserId("nobody")) == []


def test_none(interactions: Interactions) -> None:
    assert interactions.count() == 0
    assert interactions.last_time() is None
    assert len(interactions.load()) == 0
    assert interactions.load().times.dtype == np.int64


def test_last_time(interactions: Interactions) -> None:
    interactions.add_many([event("u", "p")])
    assert interactions.last_time() is None
    interactions.add_many(EVENTS)
    assert interactions.last_time() == 300
    assert interactions.count() == 6


def test_signature_changes_with_the_rows_only(interactions: Interactions) -> None:
    def signature_after(*events: Interaction) -> str:
        interactions.add_many(events)
        return interactions.signature()

    empty, first = interactions.signature(), signature_after(EVENTS[0])
    assert first != empty
    assert signature_after(EVENTS[0]) == first
    assert signature_after(event("u2", "p1", 300, order_id="o1", quantity=3.0)) not in (first, empty)


def test_times_and_keys_beyond_32_bits(interactions: Interactions) -> None:
    interactions.add_many([event("u", "p", 2**40)])
    assert interactions.load().times.tolist() == [2**40]


def test_kinds_are_counted_with_their_times(database: Database) -> None:
    interactions = Interactions(database)
    assert interactions.by_kind() == {}
    interactions.add_many(
        [
            event("u", "a", 30),
            event("u", "b"),
            event("v", "a", -5),  # before 1970
            event("v", "a", kind=Kind.VIEW),
        ]
    )
    assert interactions.by_kind() == {Kind.VIEW: (1, None, None), Kind.PURCHASE: (3, -5, 30)}
