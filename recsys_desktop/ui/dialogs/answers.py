"""Every answer that was given, and what was shown to a customer and ignored: to look up, take back and take away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.texts import message
from recsys_desktop.services.learning.answer_history import Answer
from recsys_desktop.ui import theme
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.dialogs.shown_part import ShownPart
from recsys_desktop.ui.formats import tooltip, when
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.feedback.feedback_panel import answer_words
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

_SIZE = (880, 520)
_PAUSE_MS = 150
_WORDS = (0, 1, 2, 3, 4)
_PRODUCT = 2  # takes the room that is left
#: Rows that a person may still look through; a file holds all.
_MOST_ROWS = 500


class AnswersDialog(QDialog):
    """Read anew whenever an answer comes or goes. ``user_id`` is the customer whose shown lists are read at once."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None, user_id: UserId | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answers_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Answers"))
        self.resize(*_SIZE)
        self._workplace = workplace
        self._found: list[Answer] = []
        self.search = QLineEdit()
        self.search.setObjectName("answers_search")
        self.search.setPlaceholderText(self.tr("Customer or product"))
        self.search.setAccessibleName(self.tr("Find answers by customer or product"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.kind = CalmComboBox()
        self.kind.setObjectName("answers_kind")
        self.kind.setAccessibleName(self.tr("Which answers"))
        self._fill_kinds()
        self.table = FigureTable("answers_table", self.tr("Answers, the newest first"))
        self.nothing = EmptyState(
            "heart", self.tr("No answers yet"), self.tr("Press a button on a card of a customer's list: it is kept here.")
        )
        self.count = Muted()
        self.count.setObjectName("answers_count")
        self.undo = QuietButton(self.tr("Take back"), "answers_undo", icon="undo")
        self.undo.setToolTip(tooltip(self.tr("Choose an answer in the table first.")))
        self.save = QuietButton(self.tr("Save as a table…"), "answers_save", icon="export")
        self.close_button = QuietButton(self.tr("Close"), "answers_close")
        self.shown = ShownPart(workplace, user_id)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        add_help_key(self, workplace, "feedback")
        self._read()

    def _fill_kinds(self) -> None:
        self.kind.addItem(self.tr("All answers"), None)
        for kind in FeedbackKind:
            title = message("feedback", "Stars") if kind is FeedbackKind.RATING else answer_words(kind, None)
            self.kind.addItem(words(title), kind)

    def _lay_out(self) -> None:
        given = QWidget()
        column = QVBoxLayout(given)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.setSpacing(SPACE.s)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self.search, 1)
        top.addWidget(self.kind)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self.undo)
        foot.addWidget(self.save)
        foot.addWidget(self.count, 1)
        column.addLayout(foot)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("answers_tabs")
        self.tabs.addTab(given, self.tr("Given"))
        self.tabs.addTab(self.shown, self.tr("Shown and ignored"))
        self.tabs.tabBar().setAccessibleName(self.tr("Answers given, or lists that were shown"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.close_button.setDefault(True)
        self.search.setFocus()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._read)
        self.kind.currentIndexChanged.connect(lambda _: self._read())
        self.table.itemSelectionChanged.connect(self._allow)
        self.undo.clicked.connect(self._take_back)
        self.save.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.reject)
        self._workplace.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.feedback or changes.items or changes.interactions:
            self._read()

    def _read(self) -> None:
        kind = self.kind.currentData()
        kinds = () if kind is None else (FeedbackKind(kind),)
        job = giving_feedback.find_answers(workplace=self._workplace, search=self.search.text(), kinds=kinds)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, found: list[Answer]) -> None:
        self._found = found
        filtered = bool(self.search.text().strip()) or self.kind.currentIndex() > 0
        self.table.setVisible(bool(found) or filtered)
        self.nothing.setVisible(not found and not filtered)
        headings = [self.tr("When"), self.tr("Customer"), self.tr("Product"), self.tr("Answer"), self.tr("State")]
        self.table.fill(headings, [self._cells(one) for one in found[:_MOST_ROWS]], words=_WORDS, wide=_PRODUCT)
        standing = sum(not one.feedback.retracted for one in found)
        none = self.tr("No answer fits this search.")
        self.count.setText(none if filtered and not found else self._sum(len(found), len(found) - standing))
        self.save.setEnabled(bool(found))
        self._allow()

    def _sum(self, count: int, back: int) -> str:
        if count == 1:
            return self.tr("1 answer, taken back") if back else self.tr("1 answer")
        if not back:
            return self.tr("{count} answers").format(count=number(count))
        return self.tr("{count} answers, {back} of them taken back").format(count=number(count), back=number(back))

    def _cells(self, one: Answer) -> list[str]:
        said = one.feedback
        state = self.tr("taken back") if said.retracted else self.tr("counts")
        return [when(said.time), said.user_id, one.title, words(answer_words(said.kind, said.value)), state]

    def _chosen(self) -> Answer | None:
        row = self.table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) and self.table.selectedItems() else None

    def _allow(self) -> None:
        chosen = self._chosen()
        self.undo.setEnabled(chosen is not None and not chosen.feedback.retracted)

    def _take_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            job = giving_feedback.undo(workplace=self._workplace, feedback_id=chosen.feedback.feedback_id)
            job.succeeded.connect(lambda _: self._workplace.notified.emit(Notice(message("feedback", "Taken back"))))
            job.failed.connect(self._workplace.show_failure)

    def _ask_where(self) -> None:
        dialog = SaveTableDialog(self, self.tr("Save the answers"), "answers.csv")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the answers in view to this file."""
        giving_feedback.export(workplace=self._workplace, found=self._found, path=Path(path))
