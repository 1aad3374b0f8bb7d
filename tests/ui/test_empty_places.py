"""Before anything is imported every page says what it is, why it is empty, and offers the one thing to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import page_maker
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.home.welcome import Welcome
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.ui.looking import visible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def keeper(qapp: QApplication, workplace: Workplace) -> Iterator[WindowKeeper]:
    made = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    made.window.show()
    yield made
    made.window.retire()
    made.deleteLater()


@pytest.mark.parametrize("name", [name for name in page_maker.NAMES if name != "settings"])
def test_an_empty_page_says_what_why_and_what_to_do(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper, name: str) -> None:
    keeper.window.go_to(name)
    qtbot.waitUntil(lambda: not workplace.runner.jobs, timeout=20_000)
    QApplication.processEvents()
    page = keeper.window.page(name)
    (place,) = list(visible(page, EmptyState, Welcome))
    assert sentences(place) >= 2, "a heading and a reason"
    assert any(button.isEnabled() for button in visible(place, QAbstractButton))


def sentences(place: QWidget) -> int:
    return sum(bool(label.text()) for label in place.findChildren(QLabel) if label.isVisibleTo(place))
