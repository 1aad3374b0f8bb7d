"""The Customers page on a shop whose right answers are known: u00 bought g0 to g4, so g5 leads its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.services.learning.giving_feedback import history
from recsys_desktop.ui.operations import giving_feedback, recommending
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.widgets.feedback.feedback_panel import FeedbackPanel
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

# Off-screen windows have no size hints to hand on, and their popups take no grab of the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GARDENER = UserId("u00")


def _idle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def _titles(page: CustomersPage) -> list[str]:
    return [card.place.item.title for card in page.view.cards.cards if card.place is not None]


def _answers(workplace: Workplace, user_id: UserId = GARDENER) -> list[tuple[str, FeedbackKind, float | None]]:
    return [(one.item_id, one.kind, one.value) for one in history(workplace.shop, user_id) if not one.retracted]


@pytest.fixture
def open_page(qtbot: QtBot, stocked: Workplace) -> Callable[[UserId], CustomersPage]:
    def make(user_id: UserId) -> CustomersPage:
        page = CustomersPage(stocked)
        qtbot.addWidget(page)
        page.resize(1158, 690)
        page.open(user_id)
        with qtbot.waitSignal(page.list_painted):
            page.show()
        _idle(qtbot, stocked)
        return page

    return make


def _do(qtbot: QtBot, page: CustomersPage, workplace: Workplace, action: Callable[[], object]) -> None:
    with qtbot.waitSignal(page.list_painted):
        action()
    _idle(qtbot, workplace)


def test_a_customer_is_named_described_and_given_a_list(open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    assert page.selected == GARDENER
    assert page.findChild(QLabel, "customer_title").text() == "Customer u00"
    assert page.findChild(QLabel, "customer_sentence").text().startswith("Mostly likes Garden.")
    assert page.view.header.chips.shown == ["Garden 100 %", "£1.40 – £4.60", "5 orders"]
    assert _titles(page)[0] == "Garden twine"
    assert len(_titles(page)) == 7, "all that was not bought"
    assert page.findChild(QLabel, "list_remark").text() == "Model 1 · From what this customer did"
    assert page.view.history.history.rowCount() == 5


def test_without_a_wish_the_latest_customer_is_shown(qtbot: QtBot, stocked: Workplace) -> None:
    page = CustomersPage(stocked)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.list_painted):
        page.show()
    assert page.selected == page.finder.first()
    assert page.finder.list.currentIndex().row() == 0


@pytest.mark.parametrize(
    ("key", "kind", "value", "stays"),
    [
        (Qt.Key.Key_L, FeedbackKind.LIKE, None, True),
        (Qt.Key.Key_C, FeedbackKind.CLICK, None, True),
        (Qt.Key.Key_B, FeedbackKind.BOUGHT, None, False),
        (Qt.Key.Key_N, FeedbackKind.NOT_FOR_USER, None, False),
        (Qt.Key.Key_Delete, FeedbackKind.NEVER_SHOW, None, False),
        (Qt.Key.Key_4, FeedbackKind.RATING, 4.0, False),
    ],
)
def test_each_key_answers_about_the_focused_card(
    qtbot: QtBot,
    stocked: Workplace,
    open_page: Callable[[UserId], CustomersPage],
    key: Qt.Key,
    kind: FeedbackKind,
    value: float | None,
    stays: bool,
) -> None:
    page = open_page(GARDENER)
    card = page.view.cards.cards[0]
    card.setFocus()
    _do(qtbot, page, stocked, lambda: QTest.keyClick(card, key))
    assert _answers(stocked) == [("g5", kind, value)]
    assert ("Garden twine" in _titles(page)) is stays
    assert [card.place.rank for card in page.view.cards.cards if card.place] == list(range(1, len(_titles(page)) + 1))


def test_an_answer_is_stored_before_the_screen_says_so(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    card = page.view.cards.cards[0]
    seen: list[tuple[int, bool]] = []
    stocked.notified.connect(lambda _: seen.append((len(_answers(stocked)), card.like.isChecked())))
    card.like.click()
    assert not card.like.isChecked(), "a press alone says nothing"
    with qtbot.waitSignal(page.list_painted):
        pass
    assert seen == [(1, False)]
    assert card.like.isChecked()


def test_the_same_answer_again_takes_it_back(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    before = _titles(page)
    like = page.view.cards.cards[0].like
    _do(qtbot, page, stocked, like.click)
    assert like.isChecked()
    _do(qtbot, page, stocked, like.click)
    assert _answers(stocked) == []
    assert not like.isChecked()
    assert _titles(page) == before


def test_two_quick_presses_are_one_answer(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    like = page.view.cards.cards[0].like
    like.click()
    like.click()
    _do(qtbot, page, stocked, lambda: None)
    assert _answers(stocked) == [("g5", FeedbackKind.LIKE, None)]


def test_the_notice_takes_the_answer_back(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    before = _titles(page)
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    _do(qtbot, page, stocked, page.view.cards.cards[0].not_for.click)
    assert str(notices[0].text) == "Not for this customer: Garden twine"
    undo = notices[0].undo
    assert undo is not None
    _do(qtbot, page, stocked, undo)
    assert _titles(page) == before
    assert _answers(stocked) == []


def test_the_panel_counts_names_and_takes_back(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    panel = page.findChild(FeedbackPanel)
    assert panel.findChild(QLabel, "new_answers").isHidden()
    _do(qtbot, page, stocked, page.view.cards.cards[0].like.click)
    assert panel.findChild(QLabel, "new_answers").text() == "1 new"
    assert "From 10 on" in panel.findChild(QLabel, "feedback_advice").text()
    undo = panel.findChildren(QPushButton, "undo_answer")[0]
    assert undo.isVisible()
    assert undo.accessibleName() == "Undo: Likes this, Garden twine"
    _do(qtbot, page, stocked, undo.click)
    assert not undo.isVisible()
    assert _answers(stocked) == []


def test_the_next_card_has_the_keyboard_when_one_leaves(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    second = page.view.cards.cards[1]
    second.setFocus()
    gone = second.item_id
    _do(qtbot, page, stocked, lambda: QTest.keyClick(second, Qt.Key.Key_Delete))
    focused = QApplication.focusWidget()
    assert focused is page.view.cards.cards[1]
    assert page.view.cards.cards[1].item_id != gone


def test_arrow_keys_choose_customers(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    start = page.finder.list.currentIndex().row()
    page.finder.list.setFocus()
    step = -1 if start else 1
    _do(qtbot, page, stocked, lambda: QTest.keyClick(page.finder.list, Qt.Key.Key_Up if start else Qt.Key.Key_Down))
    chosen = page.finder.model.id_at(page.finder.model.index(start + step))
    assert page.selected == chosen
    assert page.findChild(QLabel, "customer_title").text() == f"Customer {chosen}"


def test_search_finds_as_one_types(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    QTest.keyClicks(page.finder.box, "5")
    with qtbot.waitSignal(page.finder.model.modelReset):
        pass
    found = [page.finder.model.index(row).data() for row in range(page.finder.model.rowCount())]
    assert set(found) == {f"u{number:02d}" for number in range(60) if "5" in f"{number:02d}"}
    assert page.selected == GARDENER, "typing alone chooses nobody"
    _do(qtbot, page, stocked, lambda: QTest.keyClick(page.finder.box, Qt.Key.Key_Return))
    assert page.selected == found[0]


def test_a_search_without_a_find_says_so(qtbot: QtBot, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    nothing = page.findChild(QLabel, "no_customer_found")
    page.finder.box.setText("<b>nobody</b>")
    qtbot.waitUntil(nothing.isVisible)
    assert nothing.text() == "No customer has “<b>nobody</b>” in their number."
    assert nothing.textFormat() == Qt.TextFormat.PlainText


def test_a_result_of_another_customer_is_dropped(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    other = recommending.make_list(workplace=stocked, user_id=UserId("u45"))
    with qtbot.waitSignal(other.succeeded) as made:
        pass
    before = _titles(page)
    page.lists.show_list(made.args[0])
    assert _titles(page) == before


def test_a_result_of_another_model_is_dropped(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    job = recommending.make_list(workplace=stocked, user_id=GARDENER)
    with qtbot.waitSignal(job.succeeded) as made:
        pass
    late = made.args[0]
    older = replace(late.recommendations, model_version=7, items=late.recommendations.items[:1])
    page.lists.show_list(replace(late, recommendations=older))
    assert len(_titles(page)) == 7


def test_a_customer_without_history_is_served_and_told_why(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.users.add(UserId("新客户"))
    page = CustomersPage(stocked)
    qtbot.addWidget(page)
    page.open(UserId("新客户"))
    with qtbot.waitSignal(page.list_painted):
        page.show()
    _idle(qtbot, stocked)
    assert len(_titles(page)) == 10
    assert page.findChild(QLabel, "list_remark").text().endswith("Nothing is known of this customer yet: what sells well now")
    page.view.tabs.setCurrentIndex(1)
    assert "has not bought" in _visible_texts(page)


def _visible_texts(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_customer_who_is_not_there_is_said_in_place(qtbot: QtBot, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    page.open(UserId("u99"))
    qtbot.waitUntil(lambda: "There is no customer u99 in this shop." in _visible_texts(page))


def test_an_empty_shop_says_what_to_do(qtbot: QtBot, workplace: Workplace) -> None:
    page = CustomersPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "No customers yet" in _visible_texts(page))
    action = next(button for button in page.findChildren(QPushButton, "empty_action") if button.isVisible())
    with qtbot.waitSignal(workplace.import_wanted):
        action.click()


def test_a_shop_that_was_never_prepared_says_so_in_place_of_the_list(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.shop.users.add(UserId("1"))
    page = CustomersPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "The lists of this shop are not prepared yet." in _visible_texts(page))


def test_a_hidden_page_reads_nothing_until_it_is_seen(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    page.hide()
    job = giving_feedback.give(workplace=stocked, user_id=GARDENER, item_id=ItemId("g5"), kind=FeedbackKind.NEVER_SHOW)
    with qtbot.waitSignal(job.finished):
        pass
    assert stocked.runner.jobs == []
    assert _titles(page)[0] == "Garden twine"
    with qtbot.waitSignal(page.list_painted):
        page.show()
    assert "Garden twine" not in _titles(page)


def test_a_new_model_makes_the_list_anew(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    _do(qtbot, page, stocked, lambda: stocked.changed.emit(Changes(model=True)))
    assert _titles(page)[0] == "Garden twine"


def test_improve_leads_to_the_training(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    with qtbot.waitSignal(stocked.page_wanted) as wanted:
        page.panel.improve.click()
    assert wanted.args == ["training", None]


def test_lists_are_exported(qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage], tmp_path: Path) -> None:
    page = open_page(GARDENER)
    page.findChild(QPushButton, "export_lists").click()
    dialog = page.findChild(QFileDialog)
    target = tmp_path / "lists.csv"
    with qtbot.waitSignal(stocked.notified, timeout=30_000) as told:
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert str(told.args[0].text) == "The lists of 60 customers are saved in lists.csv."
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 1 + 60 * 7


def test_everything_has_a_name_and_fits(open_page: Callable[[UserId], CustomersPage]) -> None:
    page = open_page(GARDENER)
    assert page.minimumSizeHint().width() <= 1158
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert all(button.text() or button.accessibleName() for button in buttons)
    card = page.view.cards.cards[0]
    assert card.like.accessibleName() == "Like: Garden twine"
    assert card.accessibleName().startswith("1. Garden twine, Garden, £6.00, Because of ")


def test_in_a_small_window_the_panel_goes_under_the_customers(
    qtbot: QtBot, stocked: Workplace, open_page: Callable[[UserId], CustomersPage]
) -> None:
    page = open_page(GARDENER)
    for _ in range(3):
        _do(qtbot, page, stocked, page.view.cards.cards[0].not_for.click)
    undo = page.panel.findChildren(QPushButton, "undo_answer")
    assert sum(button.isVisible() for button in undo) == 3
    page.resize(752, 460)
    qtbot.waitUntil(lambda: page.panel.x() == page.finder.x())
    assert page.panel.geometry().top() > page.finder.geometry().bottom()
    assert sum(button.isVisible() for button in undo) == 2
    assert page.view.cards.cards[0].width() > 480
    page.resize(1158, 690)
    qtbot.waitUntil(lambda: page.panel.x() > page.view.x())
    assert sum(button.isVisible() for button in undo) == 3
