"""The history of imports, and the undo of the last one: exact, or refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.store import imports as module
from recsys_desktop.store import merging
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.imports import Imports, Undone
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.users import Users
from recsys_desktop.store.vectors import Vectors
from tests.store.shops import EVENTS, ITEMS, event, item, opened, rows_of


def bring(
    database: Database,
    items: Sequence[Item] = (),
    events: Sequence[Interaction] = (),
    *,
    name: str = "file.csv",
    names: Sequence[tuple[str, str]] = (),
    policy: Policy = "update",
) -> None:
    """Import one file as the services do, so that it can be undone."""
    with Staging(database, str.lower) as staging:
        staging.add_items(items)
        staging.add_interactions(events)
        staging.add_names([(said, ItemId(item_id)) for said, item_id in names])
        staging.merge(Progress(), [name], policy)


def undo(database: Database) -> Undone:
    return Imports(database).undo(Progress())


def refusal(database: Database) -> RecsysError:
    with pytest.raises(RecsysError) as caught:
        undo(database)
    return caught.value


def test_history_names_files_counts_and_what_was_undone(database: Database) -> None:
    bring(database, ITEMS, EVENTS, name="一月.csv")
    bring(database, [item("04", "Vase")], name="february.csv", policy="add")
    first = undo(database)
    assert (first.number, first.files, first.items, first.users, first.interactions) == (2, ("february.csv",), 1, 0, 0)
    newest, oldest = Imports(database).list()
    assert (newest.number, newest.files, newest.policy, newest.can_undo) == (2, ("february.csv",), "add", False)
    assert newest.undone is not None
    assert newest.undone >= newest.time > 0
    assert (oldest.files, oldest.policy, oldest.undone, oldest.can_undo) == (("一月.csv",), "update", None, False)
    assert (oldest.counts.new_items, oldest.counts.new_interactions) == (3, 4)


def test_the_first_import_leaves_an_empty_shop(database: Database) -> None:
    before = rows_of(database)
    bring(database, ITEMS, EVENTS)
    signature = Interactions(database).signature()
    undone = undo(database)
    assert (undone.items, undone.users, undone.interactions, undone.restored) == (3, 2, 4, 0)
    assert undone.gone.tolist() == [1, 2, 3]
    assert rows_of(database) == before
    assert Interactions(database).signature() != signature
    assert refusal(database).code == "nothing_to_undo"
    bring(database, ITEMS, EVENTS)
    assert Catalogue(database).count() == 3


def test_changed_rows_are_what_they_were_to_the_byte(database: Database) -> None:
    bring(database, [item("01", "Mug", price=1.0), item("02", "Jug", price=0.1 + 0.2)], [event("u", "01", 100, quantity=1 / 3)])
    before = rows_of(database)
    bring(
        database,
        [item("01", "Cup", price=2.0, tags=("x",)), item("03", "New")],
        [event("u", "01", 100, quantity=5.0), event("u", "02", 900), event("v", "03", 5)],
    )
    assert rows_of(database) != before
    undone = undo(database)
    assert (undone.items, undone.users, undone.interactions, undone.restored) == (1, 1, 2, 3)  # restored: 01, u and its event
    assert rows_of(database) == before


def test_products_found_again_come_back_with_their_answers_and_vectors(database: Database) -> None:
    bring(database, events=[event("u", "M-1", 100), event("u", "M-2", 100), event("v", "M-1", 7)])
    FeedbackLog(database).append(UserId("u"), ItemId("M-1"), FeedbackKind.LIKE, None, 150, 1)
    Vectors(database).put_many(1, np.array([1, 2], np.int64), ["a", "b"], np.eye(2, dtype=np.float32))
    before, answers = rows_of(database), FeedbackLog(database).signature()
    bring(database, [item("P", "Mug")], names=[("M-1", "P"), ("M-2", "P")])
    assert Catalogue(database).keys()[1] == ["P"]
    assert [(one.item_id, one.quantity) for one in Interactions(database).of_user(UserId("u"))] == [("P", 2.0)]
    assert [one.item_id for one in FeedbackLog(database).of_user(UserId("u"))] == ["P"]
    assert Vectors(database).load(1)[0].tolist() == []
    assert FeedbackLog(database).signature() != answers
    undo(database)
    after = rows_of(database)
    assert [row[1:] for row in after.pop("vectors")] == [row[1:] for row in before.pop("vectors")]
    assert after == before
    assert database.read("PRAGMA foreign_key_check") == []


def test_it_can_be_asked_for_after_a_restart(path: Path) -> None:
    with opened(path) as database:
        bring(database, ITEMS, EVENTS)
        before = rows_of(database)
        bring(database, [item("01", "Blue mug")], [event("new", "01", 1)])
    with opened(path) as database:
        assert [one.can_undo for one in Imports(database).list()] == [True, False]
        undo(database)
        assert rows_of(database) == before


def test_the_same_file_again_does_not_cost_the_undo_of_the_first(database: Database) -> None:
    empty = rows_of(database)
    bring(database, ITEMS, EVENTS)
    bring(database, ITEMS, EVENTS)
    assert [one.can_undo for one in Imports(database).list()] == [False, True]
    assert undo(database).number == 1
    assert rows_of(database) == empty


def test_rows_added_without_a_file_end_the_way_back(database: Database) -> None:
    bring(database, ITEMS, EVENTS)
    Interactions(database).add_many([event("007", "01", 999)])
    assert refusal(database).code == "nothing_to_undo"


def test_new_ids_of_customers_end_the_way_back(database: Database) -> None:
    bring(database, ITEMS, EVENTS)
    Users(database).rename([(UserId("8"), UserId("c-1"))])
    assert refusal(database).code == "nothing_to_undo"


class TestLaterChanges:
    def test_answers_about_older_products_stay(self, database: Database) -> None:
        bring(database, ITEMS, EVENTS)
        before = rows_of(database)
        bring(database, [item("09", "Vase")], [event("007", "01", 5_000)])
        FeedbackLog(database).append(UserId("007"), ItemId("01"), FeedbackKind.LIKE, None, 3_000, 1)
        undo(database)
        after = rows_of(database)
        assert len(after.pop("feedback")) == 1
        # The import had moved the time of the last visit to 5,000, before it was 200; the answer's own time stays.
        assert after.pop("users") == [("1", "'007'", "3000"), ("2", "'8'", "150")]
        assert after == {name: rows for name, rows in before.items() if name not in ("feedback", "users")}

    @pytest.mark.parametrize(("user", "product"), [("007", "09"), ("new", "01")])
    def test_an_answer_about_what_came_in_is_not_lost(self, database: Database, user: str, product: str) -> None:
        bring(database, ITEMS, EVENTS)
        before = rows_of(database)
        bring(database, [item("09", "Vase")], [event("new", "09", 5_000)])
        given = FeedbackLog(database).append(UserId(user), ItemId(product), FeedbackKind.LIKE, None, 10, 1)
        during = rows_of(database)
        error = refusal(database)
        assert error.code == "undo_blocked"
        assert (error.message.values["count"], error.message.values["user"], error.message.values["item"]) == (1, user, product)
        assert rows_of(database) == during
        FeedbackLog(database).retract(given.feedback_id, 20)
        undo(database)
        assert rows_of(database) == before

    def test_products_changed_by_hand_stand_in_the_way(self, database: Database) -> None:
        bring(database, [item("01", "Mug"), item("02", "Jug")])
        bring(database, [item("01", "Cup"), item("03", "Vase"), item("02", "Jug")])
        Catalogue(database).upsert([item("02", "Big jug")])  # not touched by the import
        Catalogue(database).upsert([item("01", "Mine")])
        Catalogue(database).remove(ItemId("03"))
        error = refusal(database)
        assert error.code == "undo_blocked"
        assert error.message.values == {"count": 2, "names": "01, 03"}
        assert Catalogue(database).titles(Catalogue(database).keys()[0]) == ["Mine", "Big jug"]

    def test_products_typed_in_later_stay(self, database: Database) -> None:
        bring(database, ITEMS)
        bring(database, [item("09", "Vase")])
        Catalogue(database).upsert([item("hand", "By hand")])
        undo(database)
        assert Catalogue(database).keys()[1] == ["01", "02", "hand"]


class CancelledAfter(Progress):
    def __init__(self, times: int) -> None:
        super().__init__()
        self.left = times

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            self.cancel()
        super().raise_if_cancelled()


class TestInterrupted:
    def fill(self, database: Database) -> None:
        Interactions(database).add_many([event(f"u{number}", "p", number) for number in range(100)])
        bring(database, [item("p", "Pot")], [event(f"u{number % 150}", f"p{number % 9}", number % 400) for number in range(2_000)])

    def test_a_cancel_at_any_moment_changes_nothing(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(merging, "_INSTRUCTIONS", 3_000)
        monkeypatch.setattr(module, "_ROWS_A_REPORT", 300)
        self.fill(database)
        before, times, done = rows_of(database), 0, False
        while not done:
            try:
                Imports(database).undo(CancelledAfter(times))
                done = True
            except Cancelled:
                assert rows_of(database) == before
                times += 1
        assert times > 20
        assert Interactions(database).count() == 100
        assert database.read("PRAGMA integrity_check") == [("ok",)]

    def test_a_failure_changes_nothing(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fill(database)
        before = rows_of(database)
        with monkeypatch.context() as patch:
            patch.setattr(module, "forget", fail)
            with pytest.raises(ZeroDivisionError):
                undo(database)
        assert rows_of(database) == before
        undo(database)
        assert Interactions(database).count() == 100

    def test_progress_is_told(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "_ROWS_A_REPORT", 500)
        self.fill(database)
        states: list[ProgressState] = []
        Imports(database).undo(Progress(states.append, interval=0.0))
        assert Interactions(database).count() == 100
        assert [state.done for state in states if state.total > 1_000] == [0, 500, 1_000, 1_500]


def fail(*_: object) -> None:
    raise ZeroDivisionError
