"""Labels, chips, buttons, empty places, toasts and shares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import LIGHT
from recsys_desktop.ui.widgets.buttons import IconButton
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.customers.share_bar import ShareBar
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import Body, ElidedLabel
from recsys_desktop.ui.widgets.toast import Toast

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def test_titles_of_products_are_never_taken_for_markup(qtbot: QtBot) -> None:
    label = Body("<b>Bold</b> & sons")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_line_ends_in_an_ellipsis_and_is_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel("Recipe box, blue sketchbook design <large>")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.shown.endswith("…")
    assert "&lt;large&gt;" in label.toolTip()
    assert label.accessibleName() == "Recipe box, blue sketchbook design <large>"
    label.resize(1000, 20)
    label.grab()
    assert label.shown == label.text()
    assert label.toolTip() == ""


def test_icon_buttons_have_names(qtbot: QtBot) -> None:
    button = IconButton("heart", "Like", "like", checkable=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Like"
    button.set_label("Liked")
    assert button.accessibleName() == "Liked"


def test_an_empty_place_says_what_why_and_what_to_do(qtbot: QtBot) -> None:
    place = EmptyState("customers", "No customers yet", "They come with your orders.", "Import files")
    qtbot.addWidget(place)
    place.resize(400, 400)
    place.show()
    with qtbot.waitSignal(place.acted):
        place.button.click()
    place.show_error(RecsysError("x", message("t", "The file is gone."), message("t", "Choose another.")))
    assert (place.accessibleName(), place.accessibleDescription()) == ("The file is gone.", "Choose another.")
    place.reset()
    assert place.accessibleName() == "No customers yet"


def test_a_toast_takes_back_once_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    toast = Toast(window)
    window.show()
    undone: list[int] = []
    toast.show_text("Never shown again", lambda: undone.append(1))
    assert toast.isVisible()
    assert toast.geometry().bottom() < 600
    assert abs(toast.geometry().center().x() - 400) <= 1
    button = toast.findChild(QPushButton, "toast_undo")
    assert button is not None
    button.click()
    button.click()
    assert undone == [1]
    assert not toast.isVisible()
    toast.show_text("Saved")
    assert not button.isVisible()
    toast.hide()


def test_shares_fill_the_bar_in_proportion(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    bar = ShareBar([0.25, 0.75, -0.5])
    qtbot.addWidget(bar)
    bar.resize(102, 8)
    picture = bar.grab().toImage()
    assert picture.pixelColor(40, 4) == QColor(LIGHT.accent)  # 75 of 100, full strength
    assert picture.pixelColor(76, 4) != QColor(LIGHT.accent)  # the gap, then the lighter quarter
    lighter = picture.pixelColor(90, 4)
    assert lighter != QColor(LIGHT.accent)
    assert lighter.green() < 240


def test_chips_flow_into_lines(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for text in ("Kitchen 41 %", "Paper craft 23 %", "Vintage 18 %"):
        flow.addWidget(Chip(text, "accent"))
    wide, narrow = flow.heightForWidth(1000), flow.heightForWidth(150)
    assert wide == theme.CHIP_HEIGHT
    assert narrow == 3 * theme.CHIP_HEIGHT + 2 * flow.spacing()
    flow.clear()
    assert flow.count() == 0
