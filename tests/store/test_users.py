"""Users: found by what a person types, the recently active ones first."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.store.database import Database
from recsys_desktop.store.users import Users
from tests.store.shops import event, take_in


@pytest.fixture
def users(database: Database) -> Users:
    return Users(database)


def add(users: Users, *user_ids: str) -> None:
    for user_id in user_ids:
        users.add(UserId(user_id))


def test_add_finds_the_one_that_is_there(users: Users) -> None:
    assert [users.add(UserId(name)) for name in ("b", "a", "b")] == [1, 2, 1]
    assert users.count() == 2
    keys, user_ids = users.keys()
    assert (keys.tolist(), keys.dtype.name, user_ids) == ([1, 2], "int64", ["b", "a"])
    assert users.key_of(UserId("a")) == 2
    assert users.key_of(UserId("A")) is None


def test_ids_are_texts(users: Users) -> None:
    add(users, "01", "1", "1.0", "98765432109876543210", "客户")
    assert users.keys()[1] == ["01", "1", "1.0", "98765432109876543210", "客户"]


def test_nobody(users: Users) -> None:
    assert users.count() == 0
    assert users.keys()[0].shape == (0,)
    assert users.search("") == users.search("x") == users.near_ids(UserId("x")) == []


class TestSearch:
    def test_starting_ones_come_first(self, users: Users) -> None:
        add(users, "x12", "123", "12", "0120", "2")
        assert users.search("12") == ["12", "123", "0120", "x12"]
        assert users.search("12", limit=3) == ["12", "123", "0120"]

    def test_wildcards_are_letters(self, users: Users) -> None:
        add(users, "a%b", "axb", "a_b", "a\\b")
        assert users.search("a%") == ["a%b"]
        assert users.search("_") == ["a_b"]
        assert users.search("\\") == ["a\\b"]

    def test_nothing_typed_lists_the_most_recently_active(self, database: Database, users: Users) -> None:
        take_in(database, events=[event("old", "p", 100), event("new", "p", 300), event("mid", "p", 200), event("never", "p")])
        assert users.search("") == ["new", "mid", "old", "never"]
        take_in(database, events=[event("old", "p", 400), event("new", "p", 50)])
        assert users.search("", limit=2) == ["old", "new"]


class TestNearIds:
    @pytest.mark.parametrize("typed", ["1785", "178500", "17851", "71850", "17950", "7850", "17850 ", "1785O"])
    def test_one_slip(self, users: Users, typed: str) -> None:
        add(users, "17850", "20000", "999")
        assert users.near_ids(UserId(typed)) == ["17850"]

    def test_nothing_like_it(self, users: Users) -> None:
        add(users, "17850", "20000")
        assert users.near_ids(UserId("zoe")) == []

    def test_limit_and_likeliest_first(self, users: Users) -> None:
        add(users, "C0001", "C0002", "C0003", "C00", "C000", "C0004", "C0005")
        assert users.near_ids(UserId("C00"), limit=2) == ["C00", "C000"]
        assert len(users.near_ids(UserId("C0009"))) == 5
