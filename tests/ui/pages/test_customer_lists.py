"""Wishes, scenarios, two models and new customers on the Customers page of a shop whose right answers are known."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.services import encoding
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.dialogs.new_customer_dialog import NewCustomerDialog
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.workplace import Changes, Notice, Workplace
from tests.services.shops import HashedEncoder

# Off-screen windows have no size hints to hand on, and their popups take no grab of the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GARDENER = UserId("u00")


class ReadingEncoder(HashedEncoder):
    """Stands for a language model that reads every language."""

    def unread_share(self, _texts: list[str]) -> float:
        return 0.0


@pytest.fixture(autouse=True)
def _encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: ReadingEncoder())  # noqa: ARG005  # the real one's


def _idle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def _titles(page: CustomersPage) -> list[str]:
    return [card.place.item.title for card in page.view.cards.cards if card.place is not None]


def _remark(page: CustomersPage) -> str:
    return page.findChild(QLabel, "list_remark").text()


@pytest.fixture
def open_page(qtbot: QtBot, stocked: Workplace) -> Callable[[], CustomersPage]:
    def make() -> CustomersPage:
        page = CustomersPage(stocked)
        qtbot.addWidget(page)
        page.resize(1158, 690)
        page.open(GARDENER)
        with qtbot.waitSignal(page.list_painted):
            page.show()
        _idle(qtbot, stocked)
        return page

    return make


def _wish(qtbot: QtBot, workplace: Workplace, page: CustomersPage, text: str) -> None:
    page.view.bar.wish.setText(text)
    QTest.keyClick(page.view.bar.wish, Qt.Key.Key_Return)
    _idle(qtbot, workplace)


def test_a_wish_takes_the_place_of_the_list_until_it_is_ended(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    before = _titles(page)
    bar = page.view.bar
    assert bar.back.isHidden()
    _wish(qtbot, stocked, page, "rolling pin")
    assert _titles(page)[0] == "Rolling pin"
    assert _remark(page) == "Model 1 · For the wish “rolling pin” and this customer's taste"
    assert len(_titles(page)) == 7, "what was bought stays away"
    bar.whom.click()
    _idle(qtbot, stocked)
    assert _remark(page).endswith("whoever it is for")
    assert len(_titles(page)) == 10, "for anyone: all twelve, cut to the length of the list"
    bar.back.click()
    _idle(qtbot, stocked)
    assert _titles(page) == before
    assert (bar.wish.text(), bar.back.isHidden()) == ("", True)


def test_a_wish_follows_to_the_next_customer_and_its_cards_can_be_answered(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    _wish(qtbot, stocked, page, "rolling pin")
    page.open(UserId("u01"))
    _idle(qtbot, stocked)
    assert _titles(page)[0] == "Rolling pin"
    page.view.cards.cards[0].not_for.click()
    _idle(qtbot, stocked)
    assert [(one.item_id, one.kind) for one in stocked.shop.feedback.of_user(UserId("u01"))] == [("k3", FeedbackKind.NOT_FOR_USER)]
    assert "Rolling pin" not in _titles(page)


def test_a_wish_without_words_says_so_in_place_and_leads_back(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    before = _titles(page)
    _wish(qtbot, stocked, page, "?!")
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "A wish needs words." in shown
    page.view.bar.back.click()
    _idle(qtbot, stocked)
    assert _titles(page) == before
    assert page.view.cards.isVisible()


def test_a_scenario_is_chosen_above_the_list(qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    box = page.view.bar.scenarios
    assert box.isHidden(), "there is nothing to choose between"
    scenarios.save(stocked.shop, Scenario("Basket", Rules(list_length=2)))
    stocked.changed.emit(Changes(rules=True))
    _idle(qtbot, stocked)
    assert [box.itemText(place) for place in range(box.count())] == ["Every list", "Basket"]
    box.setCurrentIndex(1)
    box.chosen.emit("Basket")
    _idle(qtbot, stocked)
    assert len(_titles(page)) == 2
    scenarios.delete(stocked.shop, "Basket")
    stocked.changed.emit(Changes(rules=True))
    _idle(qtbot, stocked)
    assert len(_titles(page)) == 7, "without it the standard one counts"


def second_version(shop: Shop) -> int:
    """Add a second version, in use, that reads every product as its neighbour's words."""
    number = shop.model_versions.add("trained", "", 1, {}).number
    keys, hashes, matrix = shop.vectors.load(1)
    shop.vectors.put_many(number, keys, hashes, np.roll(matrix, 1, axis=0))
    fit(shop, Progress(), number)
    return number


def test_two_models_side_by_side(qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    assert page.view.header.compare.isHidden(), "there is one model only"
    number = second_version(stocked.shop)
    stocked.recommender.reload()
    stocked.changed.emit(Changes(model=True))
    _idle(qtbot, stocked)
    comparison = page.view.comparison
    page.view.header.compare.click()
    _idle(qtbot, stocked)
    assert comparison.ours_title.text() == f"Model {number} · in use"
    make = comparison._missing.button
    assert make.isVisible(), "the other version's lists are not kept"
    make.click()
    _idle(qtbot, stocked)
    ours, theirs = comparison.ours.places.places, comparison.theirs.places.places
    assert [place.item.title for place in ours] == _titles(page)
    assert {place.item.item_id for place in ours} == {place.item.item_id for place in theirs}
    by_id = {place.item.item_id: place for place in theirs}
    assert all(by_id[place.item.item_id].rank == place.other for place in ours)
    page.open(UserId("u30"))
    _idle(qtbot, stocked)
    assert "g0" in [place.item.item_id for place in comparison.ours.places.places], "the next customer is compared too"
    comparison.close_button.click()
    _idle(qtbot, stocked)
    assert page.view.cards.isVisible()
    button = page.view.header.compare
    assert not button.isChecked()
    button.click()
    _idle(qtbot, stocked)
    assert button.isChecked()
    assert comparison.isVisible()
    button.click()
    _idle(qtbot, stocked)
    assert not button.isChecked()
    assert page.view.cards.isVisible(), "pressed again it ends the comparison"


def test_a_new_customer_is_seen_kept_and_taken_back(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    page.finder.new.click()
    dialog = page.findChild(NewCustomerDialog)
    _idle(qtbot, stocked)
    assert dialog.name.control.text() == "u60"
    assert not dialog.go.isEnabled(), "nothing is picked"
    for item_id in ("k0", "k1", "k2"):
        dialog.products.item_wanted.emit(item_id)
        _idle(qtbot, stocked)
    listed = [dialog.list.items.index(row).data() for row in range(dialog.list.items.rowCount())]
    assert set(listed[:3]) == {"Rolling pin", "Cake tin", "Egg cup"}
    dialog.go.click()
    _idle(qtbot, stocked)
    assert page.selected == "u60"
    assert _titles(page) == listed
    assert page.view.history.history.rowCount() == 3
    assert str(notices[0].text) == "Kept as customer u60."
    undo = notices[0].undo
    assert undo is not None
    undo()
    _idle(qtbot, stocked)
    assert stocked.shop.users.key_of(UserId("u60")) is None
    assert page.selected == page.finder.first() != "u60", "the page goes on to another"
    assert page.view.cards.isVisible()


def test_a_taken_number_is_said_at_its_field(qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    dialog = NewCustomerDialog(stocked, page)
    dialog.show()
    _idle(qtbot, stocked)
    dialog.products.item_wanted.emit("k0")
    dialog.name.control.setText("u07")
    dialog.go.click()
    _idle(qtbot, stocked)
    assert dialog.name.wrong.startswith("There is already a customer u07.")
    assert dialog.go.isEnabled()
    dialog.reject()


def test_history_stands_beside_the_list_where_there_is_room(open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    assert page.beside.isVisible()
    assert page.view.tabs.isHidden()
    assert page.beside.list.model().rowCount() == 5
    opened: list[str] = []
    page.beside.product_wanted.connect(opened.append)
    page.beside.list.activated.emit(page.view.history.history.index(0, 1))
    assert opened == ["g4"]
    page.resize(752, 460)
    assert not page.beside.isVisible()
    assert page.view.tabs.isVisible()


def test_the_menu_of_a_card_holds_the_rules(qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    card = page.view.cards.cards[0]
    title = _titles(page)[0]
    card.open_menu()
    menu = card.findChild(QMenu)
    _idle(qtbot, stocked)
    never = next(action for action in menu.actions() if action.objectName() == "rule_never")
    never.trigger()
    menu.close()
    _idle(qtbot, stocked)
    assert title not in _titles(page)
    assert scenarios.hidden(stocked.shop) == (ItemId("g5"),)


def test_this_customers_list_is_handed_out_under_its_scenario(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    page.view.bar.hand_out.click()
    dialog = page.findChild(HandOutDialog)
    _idle(qtbot, stocked)
    assert (dialog.wish.what, dialog.wish.users, dialog.wish.scenario) == ("page", (GARDENER,), "standard")
    dialog.reject()


def test_a_wish_waits_for_the_work_in_progress_and_says_so(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]
) -> None:
    page = open_page()
    gate = threading.Event()
    stocked.runner.submit(Lane.COMPUTE, lambda _: gate.wait(10), title=message("training", "Training"))
    page.view.bar.wish.setText("rolling pin")
    QTest.keyClick(page.view.bar.wish, Qt.Key.Key_Return)
    assert _remark(page) == "“rolling pin” is looked for as soon as the work in progress is done."
    assert len(_titles(page)) == 7, "the list stays until then"
    gate.set()
    _idle(qtbot, stocked)
    assert _titles(page)[0] == "Rolling pin"


def test_a_cancelled_wish_leaves_the_list(qtbot: QtBot, stocked: Workplace, open_page: Callable[[], CustomersPage]) -> None:
    page = open_page()
    before = _titles(page)
    gate = threading.Event()
    stocked.runner.submit(Lane.COMPUTE, lambda _: gate.wait(10))
    page.view.bar.wish.setText("rolling pin")
    QTest.keyClick(page.view.bar.wish, Qt.Key.Key_Return)
    next(job for job in stocked.runner.jobs if job.title is not None).cancel()
    gate.set()
    _idle(qtbot, stocked)
    assert (page.view.bar.wish.text(), _titles(page)) == ("", before)
