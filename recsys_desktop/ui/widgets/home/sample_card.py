"""Says that the shop is an invented one, and takes it away again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Body


class SampleCard(Card):
    """One row; hidden where the shop holds no sample."""

    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("sample_card")
        self.setAccessibleName(self.tr("Sample shop"))
        icon = QLabel()
        icon.setPixmap(theme.pixmap("info", "warning"))
        self.sentence = Body(
            self.tr(
                "This is a sample: all its products and customers are invented. Look around, then remove it and import your own."
            )
        )
        self.remove = QuietButton(self.tr("Remove the sample"), "remove_sample", icon="trash")
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.remove)
        self.body.addLayout(row)
        self.hide()

    def show_state(self, is_sample: bool) -> None:
        """Show the card, ready to be pressed, or not at all."""
        self.setVisible(is_sample)
        self.remove.setEnabled(True)

    def _on_remove(self) -> None:
        self.remove.setEnabled(False)
        self.remove_wanted.emit()
