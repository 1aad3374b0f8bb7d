"""Feedback: an append-only log in which an undo is one more entry."""

from __future__ import annotations

import math

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind, Kind
from recsys_desktop.engine.history import event_strengths
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.users import Users
from tests.store.shops import item, opened


@pytest.fixture
def log(database: Database) -> FeedbackLog:
    Catalogue(database).upsert([item("p1", "One"), item("p2", "Two")])
    for name in ("u1", "u2"):
        Users(database).add(UserId(name))
    return FeedbackLog(database)


def give(log: FeedbackLog, user: str, product: str, kind: FeedbackKind, time: int, value: float | None = None) -> Feedback:
    return log.append(UserId(user), ItemId(product), kind, value, time, 1)


def rows(database: Database) -> list[tuple[object, ...]]:
    return database.read("SELECT id, user, item, kind, value, time, model_version, retracts FROM feedback ORDER BY id")


def test_an_answer_comes_back(log: FeedbackLog) -> None:
    given = give(log, "u1", "p2", FeedbackKind.RATING, 100, 4.0)
    assert given == Feedback(1, UserId("u1"), ItemId("p2"), FeedbackKind.RATING, 4.0, 100, 1)
    assert log.of_user(UserId("u1")) == log.recent(10) == [given]
    assert log.of_user(UserId("u2")) == []


def test_unknown_ones_are_refused(database: Database, log: FeedbackLog) -> None:
    for user, product in (("nobody", "p1"), ("u1", "nothing")):
        with pytest.raises(KeyError):
            give(log, user, product, FeedbackKind.LIKE, 100)
    with pytest.raises(KeyError):
        log.retract(1, 100)
    assert rows(database) == []
    assert log.signature() == "0"


def test_retracting_appends_and_flags(database: Database, log: FeedbackLog) -> None:
    give(log, "u1", "p1", FeedbackKind.LIKE, 100)
    give(log, "u1", "p2", FeedbackKind.CLICK, 101)
    log.retract(1, 102)
    assert rows(database) == [
        (1, 1, 1, 2, None, 100, 1, None),
        (2, 1, 2, 1, None, 101, 1, None),
        (3, None, None, None, None, 102, None, 1),
    ]
    assert [(one.feedback_id, one.retracted) for one in log.of_user(UserId("u1"))] == [(2, False), (1, True)]
    assert [one.feedback_id for one in log.recent(1)] == [2]
    assert log.load().item_keys.tolist() == [2]


def test_retracting_twice_changes_nothing(database: Database, log: FeedbackLog) -> None:
    give(log, "u1", "p1", FeedbackKind.LIKE, 100)
    log.retract(1, 101)
    once, signature = rows(database), log.signature()
    log.retract(1, 102)
    assert rows(database) == once
    assert log.signature() == signature == "2"


def test_a_retraction_cannot_be_retracted(database: Database, log: FeedbackLog) -> None:
    give(log, "u1", "p1", FeedbackKind.LIKE, 100)
    log.retract(1, 101)
    with pytest.raises(KeyError):
        log.retract(2, 102)
    assert len(rows(database)) == 2


def test_never_show_until_retracted(log: FeedbackLog) -> None:
    users = [Users(log._database).key_of(UserId(name)) for name in ("u1", "u2")]
    assert users == [1, 2]
    first = give(log, "u1", "p2", FeedbackKind.NEVER_SHOW, 100)
    again = give(log, "u1", "p2", FeedbackKind.NEVER_SHOW, 101)
    give(log, "u1", "p1", FeedbackKind.NOT_FOR_USER, 102)
    assert [log.never_show(key).tolist() for key in users if key] == [[2], []]
    log.retract(first.feedback_id, 103)
    assert log.never_show(users[0] or users[1] or 0).tolist() == [2]  # type: ignore[arg-type]  # a plain key does
    log.retract(again.feedback_id, 104)
    assert [log.never_show(key).tolist() for key in users if key] == [[], []]


def test_count_since_counts_what_stands(log: FeedbackLog) -> None:
    for time in (100, 200, 300):
        give(log, "u1", "p1", FeedbackKind.CLICK, time)
    assert [log.count_since(time) for time in (0, 100, 101, 200, 301)] == [3, 3, 2, 2, 0]
    log.retract(2, 400)
    assert [log.count_since(time) for time in (0, 200, 301)] == [2, 1, 0]


def test_feedback_counts_as_behaviour(log: FeedbackLog) -> None:
    kinds = {
        FeedbackKind.CLICK: Kind.CLICK,
        FeedbackKind.LIKE: Kind.FAVOURITE,
        FeedbackKind.RATING: Kind.RATING,
        FeedbackKind.BOUGHT: Kind.PURCHASE,
        FeedbackKind.NOT_FOR_USER: Kind.DISLIKE,
        FeedbackKind.NEVER_SHOW: Kind.DISLIKE,
    }
    for number, kind in enumerate(kinds):
        give(log, "u2", "p1", kind, 200 - number, 5.0 if kind is FeedbackKind.RATING else None)
    give(log, "u1", "p2", FeedbackKind.LIKE, 999)
    arrays = log.load()
    assert arrays.user_keys.tolist() == [1, 2, 2, 2, 2, 2, 2]
    assert arrays.times.tolist() == [999, 195, 196, 197, 198, 199, 200]
    assert arrays.kinds.tolist() == [Kind.FAVOURITE, *reversed(kinds.values())]
    assert [value for value in arrays.values.tolist() if not math.isnan(value)] == [5.0]
    assert arrays.quantities.tolist() == [1.0] * 7
    key = Users(log._database).key_of(UserId("u1"))
    assert log.load(key).times.tolist() == [999]


def test_no_interest_is_a_rating_that_says_nothing(log: FeedbackLog) -> None:
    given = give(log, "u1", "p1", FeedbackKind.NO_INTEREST, 100)
    assert log.recent(1) == [given]
    assert given.value is None
    arrays = log.load()
    assert arrays.kinds.tolist() == [Kind.RATING]
    assert arrays.values.tolist() == [3.0]
    assert event_strengths(arrays.kinds, arrays.values, arrays.quantities).tolist() == [0.0]


def test_an_answer_makes_its_user_the_most_recent(database: Database, log: FeedbackLog) -> None:
    give(log, "u2", "p1", FeedbackKind.CLICK, 100)
    assert Users(database).search("") == ["u2", "u1"]


def test_an_answer_is_on_the_disk_once_it_is_given(database: Database, log: FeedbackLog) -> None:
    """Another program sees it at once: a killed program loses no click."""
    give(log, "u1", "p1", FeedbackKind.BOUGHT, 100)
    with opened(database.path) as other:
        assert [one.kind for one in FeedbackLog(other).recent(1)] == [FeedbackKind.BOUGHT]
