"""Small tables: words left, figures right, no scroll bar where everything fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.widgets.figure_table import FigureTable

#: The theme is part of what is measured.
pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("workplace")]


def shown(qtbot: QtBot, rows: int, most: int) -> FigureTable:
    table = FigureTable("figures", "Figures")
    qtbot.addWidget(table)
    table.fill(["Lists", "Hits", "Reason"], [["ours", "37", "<b>bold</b>"]] * rows, words=(0, 2), wide=2)
    table.show_rows(most)
    table.resize(500, table.height())
    table.show()
    return table


def test_words_stand_left_and_figures_right(qtbot: QtBot) -> None:
    table = shown(qtbot, 1, 5)
    sides = [bool(table.item(0, column).textAlignment() & Qt.AlignmentFlag.AlignRight) for column in range(3)]
    assert sides == [False, True, False]
    assert table.item(0, 2).toolTip() == "<p>&lt;b&gt;bold&lt;/b&gt;</p>"


@pytest.mark.parametrize(("rows", "scrolls"), [(0, False), (3, False), (5, False), (9, True)])
def test_it_scrolls_only_where_rows_are_left_over(qtbot: QtBot, rows: int, scrolls: bool) -> None:
    table = shown(qtbot, rows, 5)
    assert table.verticalScrollBar().isVisible() is scrolls
