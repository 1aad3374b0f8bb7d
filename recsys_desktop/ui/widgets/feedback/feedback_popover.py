"""The feedback panel in reach of every page: a popup over the last line of the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.asking import Asking
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.operations.giving_feedback import AnswerLog
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.feedback.feedback_panel import FeedbackPanel
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

_WIDTH = 320


class FeedbackPopover(QFrame):
    """Esc or a press beside it closes it. Reads the answers anew whenever one comes or goes."""

    def __init__(self, workplace: Workplace, parent: QWidget, user_id: UserId | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("feedback_popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._workplace = workplace
        self._above: QWidget | None = None
        self.panel = FeedbackPanel()
        self.setAccessibleName(self.panel.heading.text())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.panel)
        self._asking = Asking(workplace, self.panel.question, self)
        self._asking.ask_about(user_id)
        self.panel.undo_wanted.connect(self._undo)
        self.panel.improve_wanted.connect(self._improve)
        self.panel.all_wanted.connect(self._show_all)
        self.panel.resized.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        workplace.changed.connect(self._on_changed)
        self._read()

    def open_above(self, widget: QWidget) -> None:
        """Show it above a widget at the foot of the window."""
        self._above = widget
        self._settle()
        self.show()
        self.panel.all.setFocus(Qt.FocusReason.PopupFocusReason)

    def _settle(self) -> None:
        self._layout.activate()
        self.resize(_WIDTH, self._layout.totalHeightForWidth(_WIDTH))  # adjustSize() stops at two thirds of a screen
        if self._above is not None:
            corner = self._above.mapToGlobal(QPoint(0, 0))
            screen = self._above.screen().availableGeometry()
            left = max(min(corner.x(), screen.right() - self.width()), screen.left())
            self.move(left, max(corner.y() - self.height() - SPACE.xxs, screen.top()))

    def _read(self) -> None:
        job = giving_feedback.read_log(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, log: AnswerLog) -> None:
        self.panel.show_log(log)
        self._settle()

    def _on_changed(self, changes: Changes) -> None:
        if changes.feedback or changes.model:
            self._read()

    def _undo(self, feedback_id: int) -> None:
        job = giving_feedback.undo(workplace=self._workplace, feedback_id=feedback_id)
        job.succeeded.connect(lambda _: self._workplace.notified.emit(Notice(message("feedback", "Taken back"))))

    def _improve(self) -> None:
        self.close()
        self._workplace.page_wanted.emit("training", None)

    def _show_all(self) -> None:
        from recsys_desktop.ui.dialogs.answers import AnswersDialog

        parent = self.parentWidget()
        self.close()
        AnswersDialog(self._workplace, parent.window() if parent is not None else None).open()
