"""Chips on one line, however narrow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.chip_row import ChipRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TASTES = [("Paper > Notebooks and planners", "41 %"), ("Mugs", "23 %"), ("Home > Candles and holders of brass", "18 %")]
FACTS = ["£2.00 – £6.00", "32 orders"]


@pytest.fixture
def row(qtbot: QtBot, qapp: QApplication) -> ChipRow:
    theme.apply(qapp, "light")
    made = ChipRow()
    qtbot.addWidget(made)
    made.show()
    return made


def _right_edge(row: ChipRow) -> int:
    return max(chip.geometry().right() for chip in row.findChildren(Chip) if chip.isVisible())


def test_says_all_where_there_is_room(row: ChipRow) -> None:
    row.resize(1200, 22)
    row.show_taste(TASTES, FACTS)
    assert row.shown == ["Notebooks and planners 41 %", "Mugs 23 %", "Candles and holders of brass 18 %", *FACTS]


@pytest.mark.parametrize("width", [700, 620, 560])
def test_long_names_give_way_first(row: ChipRow, width: int) -> None:
    row.resize(1200, 22)
    row.show_taste(TASTES, FACTS)
    row.resize(width, 22)
    first, second, third, *facts = row.shown
    assert "…" in first + third
    assert first.endswith(" 41 %")
    assert second == "Mugs 23 %"
    assert facts == FACTS
    assert _right_edge(row) < width


def test_a_shortened_name_is_told_in_full(row: ChipRow) -> None:
    row.resize(600, 22)
    row.show_taste(TASTES, FACTS)
    tips = [chip.toolTip() for chip in row.findChildren(Chip)[:3]]
    assert tips == ["<p>Paper &gt; Notebooks and planners</p>", "", "<p>Home &gt; Candles and holders of brass</p>"]


def test_the_next_customer_may_have_less_to_tell(row: ChipRow) -> None:
    row.resize(600, 22)
    row.show_taste(TASTES, FACTS)
    row.show_taste([], ["1 order"])
    assert row.shown == ["1 order"]
    row.show_taste([], [])
    assert row.shown == []


def test_where_there_is_hardly_room_the_facts_go_before_the_tastes(row: ChipRow) -> None:
    row.resize(340, 22)
    row.show_taste(TASTES, FACTS)
    assert len(row.shown) == 3
    assert row.shown[1] == "Mugs 23 %"
    assert _right_edge(row) < 340
