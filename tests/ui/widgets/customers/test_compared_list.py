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
from recsys_desktop.ui.widgets.customers.compared_list import ROW, ComparedList, Lines

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

    def nearest(x: int, row: int, wanted: str) -> int:
        """How far the pixel nearest to a colour is from it: smoothed lines are a shade off."""
        middle, colour = int(left.middle_of(row)), QColor(wanted)
        seen = (picture.pixelColor(x, y) for y in range(middle - 3, middle + 4))
        return min(
            abs(one.red() - colour.red()) + abs(one.green() - colour.green()) + abs(one.blue() - colour.blue()) for one in seen
        )

    assert nearest(36, 0, colours.edge) < 60, "same place: a quiet line"
    assert nearest(6, 1, colours.chart_1) < 60, "higher at the left: a whole line begins here"
    assert nearest(6, 2, colours.bg) == 0
    assert min(nearest(6, 2, line) for line in (colours.edge, colours.chart_1, colours.chart_2)) > 200, "it stands alone"


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
