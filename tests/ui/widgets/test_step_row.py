"""The steps of a window, as the eye and a screen reader find them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.widgets.step_row import StepRow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def strong(row: StepRow) -> list[str]:
    labels = [label for label in row.findChildren(QLabel) if label.text() and label.isVisible()]
    assert len(labels) == 2
    return [label.text() for label in labels if label.font().weight() == QFont.Weight.DemiBold]


@pytest.mark.usefixtures("workplace")  # which applies the theme
def test_the_present_step_stands_out_from_the_first_moment(qtbot: QtBot) -> None:
    row = StepRow(("Files", "Result"))
    qtbot.addWidget(row)
    row.show()
    assert strong(row) == ["1  Files"]
    row.show_step(1)
    assert strong(row) == ["2  Result"]
    assert row.accessibleName() == "Step 2 of 2: Result"
