"""The last line of the window: what the shop holds, and which model makes its lists."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.labels import Muted


class StatusLine(QFrame):
    """Remarks side by side: ``counts`` on the left, the button ``feedback``, ``version`` and ``model`` on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setProperty("role", "foot")
        self.counts, self.version, self.model = Muted(), Muted(), Muted()
        self.feedback = LinkButton(self.tr("Feedback"), "status_feedback")
        self.counts.setObjectName("status_counts")
        self.version.setObjectName("status_version")
        self.model.setObjectName("status_model")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.xs, SPACE.l, SPACE.xs)
        row.setSpacing(SPACE.l)
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.feedback)
        row.addWidget(self.version)
        row.addWidget(self.model)
