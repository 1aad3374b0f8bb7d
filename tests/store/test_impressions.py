"""What was shown to whom."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId, ItemKey, UserId, UserKey
from recsys_desktop.domain.entities import FeedbackKind, Kind
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.impressions import Channel, ImpressionCounts, Impressions, Shown
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.users import Users
from tests.store.shops import event, item

DAY = 86_400
ANN, BOB = UserId("ann"), UserId("bob")


@pytest.fixture
def shown(database: Database) -> Impressions:
    """Four products with keys 1 to 4, customers with keys 1 and 2."""
    Catalogue(database).upsert([item(f"p{number}", f"Product {number}") for number in (1, 2, 3, 4)])
    for name in (ANN, BOB):
        Users(database).add(name)
    return Impressions(database)


def places(*ids: str) -> list[tuple[ItemId, int]]:
    return [(ItemId(item_id), rank) for rank, item_id in enumerate(ids, start=1)]


def log(shown: Impressions, user: UserId, time: int, *ids: str, channel: Channel = "window") -> int:
    return shown.log(user, places(*ids), channel, "standard", 1, time)


def test_a_list_is_kept_with_its_ranks(database: Database, shown: Impressions) -> None:
    assert shown.log(ANN, places("p3", "p1"), "window", "E-mail", 2, 100) == 1
    assert database.read("SELECT * FROM showings") == [(1, 100, "window", "E-mail", 2)]
    assert database.read("SELECT user, showing, rank, item FROM impressions ORDER BY user, showing, rank") == [
        (1, 1, 1, 3),
        (1, 1, 2, 1),
    ]


def test_what_is_gone_is_left_out(database: Database, shown: Impressions) -> None:
    log(shown, ANN, 100, "p1", "gone", "p2")
    log(shown, UserId("nobody"), 101, "p1")
    assert database.read("SELECT user, showing, rank, item FROM impressions ORDER BY user, showing, rank") == [
        (1, 1, 1, 1),
        (1, 1, 3, 2),
    ]


def test_places_that_come_into_view_later(database: Database, shown: Impressions) -> None:
    showing = shown.log(ANN, places("p3", "p1"), "window", "standard", 1, 100)
    shown.add(showing, ANN, [(ItemId("p4"), 2), (ItemId("p2"), 3)])
    assert database.read("SELECT rank, item FROM impressions ORDER BY rank") == [(1, 3), (2, 1), (3, 2)]


def test_a_mailing_is_one_showing(shown: Impressions) -> None:
    number = shown.log_many([(ANN, places("p1", "p2")), (BOB, places("p2", "p3"))], "mailing", "standard", 1, 100)
    assert number == 1
    assert shown.counts() == ImpressionCounts(lists=2, places=4, users=2, items=3)
    shown.take_back(number)
    assert shown.counts() == ImpressionCounts(0, 0, 0, 0)


def test_the_latest_lists(shown: Impressions) -> None:
    log(shown, ANN, 100, "p1")
    log(shown, ANN, 200, "p2", channel="mailing")
    log(shown, BOB, 250, "p4")
    log(shown, ANN, 300, "p3", "p1")
    ann = UserKey(1)
    assert shown.last_of(ann, 0) == set()
    assert shown.last_of(ann, 1) == {ItemKey(3), ItemKey(1)}
    assert shown.last_of(ann, 2) == {ItemKey(1), ItemKey(2), ItemKey(3)}
    assert shown.last_of(ann, 1, "mailing") == {ItemKey(2)}
    assert shown.last_of(ann, 1, "window", before=300) == {ItemKey(1)}
    assert shown.last_of(ann, 9, before=100) == set()


def test_the_latest_lists_of_all(shown: Impressions) -> None:
    log(shown, ANN, 100, "p1")
    log(shown, BOB, 150, "p4")
    log(shown, ANN, 200, "p3", "p2")
    users, items = shown.last_of_all(1)
    assert list(zip(users.tolist(), items.tolist(), strict=True)) == [(1, 2), (1, 3), (2, 4)]
    users, items = shown.last_of_all(1, "window", before=150)
    assert list(zip(users.tolist(), items.tolist(), strict=True)) == [(1, 1)]
    assert [len(part) for part in shown.last_of_all(1, "mailing")] == [0, 0]


def test_seen_ignored_and_followed(database: Database, shown: Impressions) -> None:
    """Days are counted, not lists: at every click on it a list is made anew."""
    for time in (0, DAY, DAY + 60, 2 * DAY):
        log(shown, ANN, time + 5, "p1", "p2", "p3")
    log(shown, ANN, 2 * DAY + 9, "p4", "p1")
    Interactions(database).add_many([event(ANN, "p2", 5, Kind.PURCHASE), event(ANN, "p1", 4, Kind.VIEW)])
    answer = FeedbackLog(database).append(ANN, ItemId("p3"), FeedbackKind.LIKE, None, DAY, 1)
    seen = shown.of_user(ANN)
    assert seen == [
        Shown(ItemId("p1"), "Product 1", 3, 5, 2 * DAY + 9, 1, followed=False),
        Shown(ItemId("p4"), "Product 4", 1, 2 * DAY + 9, 2 * DAY + 9, 1, followed=False),
        Shown(ItemId("p2"), "Product 2", 3, 5, 2 * DAY + 5, 2, followed=True),
        Shown(ItemId("p3"), "Product 3", 3, 5, 2 * DAY + 5, 3, followed=True),
    ]
    assert [one.item_id for one in seen if one.ignored] == ["p1"]  # p4 was shown on one day only
    FeedbackLog(database).retract(answer.feedback_id, 9 * DAY)
    assert [one.item_id for one in shown.of_user(ANN) if one.ignored] == ["p1", "p3"]
    assert shown.of_user(BOB) == []


def test_when_a_list_was_shown_last(shown: Impressions) -> None:
    assert shown.last_time(ANN, "window") is None
    log(shown, ANN, 100, "p1")
    log(shown, ANN, 300, "p1", channel="mailing")
    assert shown.last_time(ANN, "window") == 100
    assert shown.last_time(BOB, "window") is None


def test_old_mailings_go_windows_stay(database: Database, shown: Impressions) -> None:
    log(shown, ANN, 1, "p4")
    for time in range(2, 16):
        log(shown, ANN, time, "p1", channel="mailing")
    assert database.read("SELECT channel, min(time), count(*) FROM showings GROUP BY channel ORDER BY channel") == [
        ("mailing", 4, 12),
        ("window", 1, 1),
    ]
    assert shown.counts().places == 13


def test_an_erased_customer_was_shown_nothing(database: Database, shown: Impressions) -> None:
    log(shown, ANN, 1, "p4")
    with database.atomic() as db:
        db.execute("DELETE FROM users WHERE user_id = ?", (ANN,))
    assert shown.counts() == ImpressionCounts(0, 0, 0, 0)
