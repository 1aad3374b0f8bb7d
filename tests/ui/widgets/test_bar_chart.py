"""Bars: their length on the screen is their value."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.bar_chart import Bar, BarChart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OURS = Bar("Your lists", 0.4, 0.3, 0.5, "40 of 100", "chart_1")
POPULAR = Bar("Bestseller list", 0.2, 0.1, 0.3, "20 of 100", "chart_2", hatched=True)


def shown(qtbot: QtBot, scheme: str = "light") -> BarChart:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, scheme)
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.show_bars([OURS, POPULAR])
    chart.resize(600, chart.sizeHint().height())
    chart.show()
    return chart


def test_lengths_are_in_proportion_and_leave_room_for_the_intervals(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    first, second = chart.bar_rect(0), chart.bar_rect(1)
    assert first.left() == second.left()
    assert first.width() == pytest.approx(2 * second.width())
    _, room = chart._span()
    assert first.width() == pytest.approx(0.4 / 0.5 * room)


def test_a_given_full_length_is_what_shares_are_drawn_against(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.show_bars([OURS], full=1.0)
    assert chart.bar_rect(0).width() == pytest.approx(0.4 * chart._span()[1])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_plain_bar_is_filled_and_a_hatched_one_shows_its_ground(qtbot: QtBot, scheme: str) -> None:
    chart = shown(qtbot, scheme)
    picture = chart.grab().toImage()
    inside = [chart.bar_rect(row).adjusted(3, 3, -chart.bar_rect(row).width() * 0.6, -3).toRect() for row in range(2)]
    colours = [
        {picture.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())}
        for box in inside
    ]
    assert colours[0] == {QColor(theme.current().chart_1).name()}
    assert len(colours[1]) > 1


def test_what_it_shows_is_spoken(qtbot: QtBot) -> None:
    assert shown(qtbot).accessibleDescription() == "Your lists: 40 of 100; Bestseller list: 20 of 100"


def test_no_bars_at_all_are_no_error(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.show_bars([])
    assert not chart.grab().isNull()
