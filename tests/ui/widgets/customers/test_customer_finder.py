"""Finding customers as one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui import theme
from recsys_desktop.ui.models.customers import FIRST_PAGE, GROWTH
from recsys_desktop.ui.widgets.customers.customer_finder import CustomerFinder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def finder(qtbot: QtBot, qapp: QApplication) -> CustomerFinder:
    theme.apply(qapp, "light")
    made = CustomerFinder()
    qtbot.addWidget(made)
    made.resize(168, 500)
    made.show()
    made.activateWindow()
    return made


def _ids(*names: str) -> tuple[UserId, ...]:
    return tuple(UserId(name) for name in names)


def test_a_word_typed_at_once_is_one_search(qtbot: QtBot, finder: CustomerFinder) -> None:
    searches: list[tuple[str, int]] = []
    finder.search_wanted.connect(lambda text, limit: searches.append((text, limit)))
    with qtbot.waitSignal(finder.search_wanted):
        QTest.keyClicks(finder.box, "C-13 ")
    assert searches == [("C-13", FIRST_PAGE)]


def test_scrolling_to_the_end_asks_for_more_of_the_same_search(qtbot: QtBot, finder: CustomerFinder) -> None:
    finder.show_found("C", tuple(UserId(f"C-{number}") for number in range(FIRST_PAGE)), FIRST_PAGE)
    with qtbot.waitSignal(finder.search_wanted) as wanted:
        finder.list.scrollToBottom()
    assert wanted.args == ["C", FIRST_PAGE * GROWTH]


def test_down_from_the_box_and_arrows_choose(finder: CustomerFinder) -> None:
    finder.show_found("", _ids("a", "b", "c"), FIRST_PAGE)
    chosen: list[str] = []
    finder.chosen.connect(chosen.append)
    finder.box.setFocus()
    QTest.keyClick(finder.box, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is finder.list
    QTest.keyClick(finder.list, Qt.Key.Key_Down)
    assert chosen == ["a", "b"]


def test_a_new_search_keeps_the_chosen_one_marked_and_chooses_nobody(qtbot: QtBot, finder: CustomerFinder) -> None:
    finder.show_found("", _ids("a", "b", "c"), FIRST_PAGE)
    finder.list.setCurrentIndex(finder.model.index(1))
    with qtbot.assertNotEmitted(finder.chosen):
        finder.show_found("x", _ids("x", "b"), FIRST_PAGE)
        assert finder.list.currentIndex().row() == 1
        finder.show_found("y", _ids("y"), FIRST_PAGE)
        assert not finder.list.currentIndex().isValid()
    assert finder.first() == "y"
