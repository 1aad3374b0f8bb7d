"""What the lanes do with a product typed in by hand, and what lists then say of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.services import encoding
from recsys_desktop.ui.operations import recommending, stocking
from recsys_desktop.ui.operations.recommending import CustomerList
from recsys_desktop.ui.operations.stocking import ProductForm
from recsys_desktop.ui.workplace import Changes, Notice, Workplace
from tests.services.shops import HashedEncoder

POT = Item(ItemId("g6"), "Clay pot, blue", category="Garden")


@pytest.fixture(autouse=True)
def _encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's


def list_of(qtbot: QtBot, workplace: Workplace, user: str) -> CustomerList:
    with qtbot.waitSignal(recommending.make_list(workplace=workplace, user_id=UserId(user)).succeeded) as made:
        pass
    found: CustomerList = made.args[0]
    return found


def test_a_new_product_is_marked_in_the_lists_until_it_is_taken_back(qtbot: QtBot, stocked: Workplace) -> None:
    heard: list[object] = []
    stocked.changed.connect(heard.append)
    stocked.notified.connect(heard.append)
    assert list_of(qtbot, stocked, "u07").newcomers == frozenset()
    stocking.add(workplace=stocked, item=POT)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert list_of(qtbot, stocked, "u07").newcomers == {"g6"}
    assert heard[0] == Changes(items=True, model=True)
    notice = heard[1]
    assert isinstance(notice, Notice)
    assert notice.undo is not None
    notice.undo()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert list_of(qtbot, stocked, "u07").newcomers == frozenset()


def test_the_form_says_what_may_be_removed(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert([POT])
    for item_id, removable in (("g6", True), ("g0", False), (None, False)):
        job = stocking.read_form(workplace=stocked, item_id=None if item_id is None else ItemId(item_id))
        with qtbot.waitSignal(job.succeeded) as read:
            pass
        form: ProductForm = read.args[0]
        assert (form.item is not None, form.removable) == (item_id is not None, removable)


def test_before_the_shop_is_prepared_the_notice_says_what_is_to_come(qtbot: QtBot, workplace: Workplace) -> None:
    notices: list[Notice] = []
    workplace.notified.connect(notices.append)
    stocking.add(workplace=workplace, item=POT)
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert [str(notice.text) for notice in notices] == ["Added: Clay pot, blue. It is placed once your products are read."]


def test_an_undo_that_comes_too_late_says_why(qtbot: QtBot, stocked: Workplace) -> None:
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    stocking.add(workplace=stocked, item=POT)
    qtbot.waitUntil(lambda: len(notices) == 1 and not stocked.runner.jobs)
    stocked.shop.feedback.append(UserId("u07"), ItemId("g6"), FeedbackKind.LIKE, None, 1, 1)
    assert notices[0].undo is not None
    notices[0].undo()
    qtbot.waitUntil(lambda: len(notices) == 2 and not stocked.runner.jobs)
    assert "Product g6 stays" in str(notices[1].text)
    assert stocked.shop.catalogue.get(ItemId("g6")) == POT
