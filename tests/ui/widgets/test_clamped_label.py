"""Texts that end after some lines."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def label(qtbot: QtBot, qapp: QApplication) -> ClampedLabel:
    theme.apply(qapp, "light")
    made = ClampedLabel(2)
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    return made


def test_a_short_text_is_one_line(label: ClampedLabel) -> None:
    label.setText("Tea towel")
    assert label.shown(200) == ["Tea towel"]
    assert label.heightForWidth(200) == label.fontMetrics().lineSpacing()
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("text", ["A light enamel mug for kitchen and campsite, printed with shells. " * 3, "玻璃花瓶" * 40])
def test_a_long_text_ends_in_an_ellipsis_and_is_its_own_tool_tip(label: ClampedLabel, text: str) -> None:
    label.setText(text)
    first, second = label.shown(200)
    assert text.startswith(first)
    assert second.endswith("…")
    assert all(label.fontMetrics().horizontalAdvance(line.strip()) <= 200 for line in (first, second))
    assert label.heightForWidth(200) == 2 * label.fontMetrics().lineSpacing()
    label.grab()
    assert label.toolTip() == f"<p>{text}</p>"


def test_no_text_takes_no_room(label: ClampedLabel) -> None:
    label.setText("")
    assert label.heightForWidth(200) == 0


def test_a_text_without_blanks_gets_its_second_line_when_its_place_becomes_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    place = QWidget()
    qtbot.addWidget(place)
    label = ClampedLabel(2)
    label.setText("玻璃花瓶" * 6)
    layout = QVBoxLayout(place)
    layout.addWidget(label)
    layout.addStretch(1)
    place.resize(800, 200)
    place.show()
    line = label.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: label.height() == line)
    place.resize(240, 200)
    qtbot.waitUntil(lambda: label.height() == 2 * line)
