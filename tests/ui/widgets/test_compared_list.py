"""Two lists beside each other and the lines between them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.models.compared import ComparedPlace
from recsys_desktop.ui.widgets.compared_list import ROW, ComparedList, Lines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _places(**ranks: int | None) -> list[ComparedPlace]:
    return [ComparedPlace(place, Item(ItemId(name), name), other) for place, (name, other) in enumerate(ranks.items(), start=1)]


@pytest.fixture
def lists(qtbot: QtBot, qapp: QApplication) -> tuple[ComparedList, Lines, ComparedList]:
    """a stays first, b falls to the third place, c is only at the left; d and e are only at the right."""
    theme.apply(qapp, "light")
    room = QWidget()
    qtbot.addWidget(room)
    left, right = ComparedList("left"), ComparedList("right")
    lines = Lines(left, right)
    row = QHBoxLayout(room)
    for part in (left, lines, right):
        row.addWidget(part)
    left.places.show(_places(a=1, b=3, c=None))
    right.places.show(_places(a=1, d=None, b=2))
    room.resize(600, 300)
    room.show()
    left.room = room  # type: ignore[attr-defined]  # lives as long as the list
    return left, lines, right


def test_lists_are_as_high_as_their_rows(lists: tuple[ComparedList, Lines, ComparedList]) -> None:
    left, _, right = lists
    assert left.height() == right.height() == 3 * ROW + 16
    assert left.middle_of(1) - left.middle_of(0) == ROW


def test_a_line_for_each_product_in_both(lists: tuple[ComparedList, Lines, ComparedList]) -> None:
    left, lines, right = lists
    for side in (left, right):  # the one with the keyboard has a product chosen
        side.setCurrentIndex(side.rootIndex())
    picture = lines.grab().toImage()
    colours = theme.current()

    def coloured(x: int, row: int) -> set[str]:
        middle = int(left.middle_of(row))
        return {picture.pixelColor(x, y).name() for y in range(middle - 3, middle + 4)}

    assert QColor(colours.edge).name() in coloured(36, 0), "same place: a quiet line"
    assert QColor(colours.chart_1).name() in coloured(6, 1), "higher at the left: a whole line begins here"
    assert len(coloured(6, 2)) == 1, "none where a product stands alone"


def test_the_chosen_product_is_joined_in_the_accent_colour(lists: tuple[ComparedList, Lines, ComparedList]) -> None:
    left, lines, _ = lists
    left.setCurrentIndex(left.places.index(0))
    picture = lines.grab().toImage()
    middle = int(left.middle_of(0))
    assert QColor(theme.current().accent).name() in {picture.pixelColor(36, y).name() for y in range(middle - 3, middle + 4)}


def test_enter_opens_the_product(lists: tuple[ComparedList, Lines, ComparedList]) -> None:
    left, _, _ = lists
    opened: list[str] = []
    left.product_wanted.connect(opened.append)
    left.activated.emit(left.places.index(2))
    assert opened == ["c"]
