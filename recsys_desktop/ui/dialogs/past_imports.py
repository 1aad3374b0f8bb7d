"""What was imported so far, newest first, and the way back from the last one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from recsys_desktop.services.imports.import_history import ImportRecord
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.import_counts import import_summary
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Heading, Muted
from recsys_desktop.ui.workplace import Workplace

_SIZE = (1040, 480)
_WORDS = (0, 1, 2, 3)
#: The column of what an import brought, which has the room that is left.
_BROUGHT = 2
#: Files of one import that are named, and the letters of each; further ones are counted.
_NAMED, _LETTERS = 2, 28


class PastImportsDialog(QDialog):
    """Read anew whenever an import comes or goes."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past_imports")
        self.setWindowTitle(self.tr("Past imports"))
        self.resize(*_SIZE)
        self._workplace = workplace
        self.table = FigureTable("past_imports_table", self.tr("Past imports"))
        self.nothing = EmptyState(
            "import",
            self.tr("Nothing imported yet"),
            self.tr("Every import is listed here with what it brought. The last one can be taken back."),
            self.tr("Import files…"),
        )
        self._wrapping = _Wrapping(self)
        self.remark = Muted(wrap=True)
        self.remark.setObjectName("past_imports_remark")
        self.undo = QuietButton("", "past_imports_undo", icon="undo")
        self.close_button = QuietButton(self.tr("Close"), "past_imports_close")
        self.close_button.setDefault(True)
        self._lay_out()
        self.undo.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.reject)
        self.nothing.acted.connect(self._import)
        workplace.changed.connect(self._on_changed)
        add_help_key(self, workplace, "import")
        self._read()

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Heading(self.windowTitle()))
        column.addWidget(self.table, 1)
        self._pages = QStackedWidget()
        for page in (QWidget(), self.nothing, listed):  # blank until it is known which of the others it is
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self.undo)
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        job = importing.read_history(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, records: Sequence[ImportRecord]) -> None:
        self._pages.setCurrentIndex(2 if records else 1)
        headings = [self.tr("When"), self.tr("Files"), self.tr("What it brought"), self.tr("State")]
        cells = [[when(one.time), self._files(one), import_summary(one.counts), self._state(one)] for one in records]
        self.table.fill(headings, cells, words=_WORDS, wide=_BROUGHT)
        self.table.setWordWrap(True)
        self.table.setItemDelegateForColumn(_BROUGHT, self._wrapping)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long sums take two lines
        last = next((one for one in records if one.undone is None), None)
        self.undo.setVisible(last is not None)
        self.undo.setEnabled(last is not None and last.can_undo)
        if last is not None:
            self.undo.setText(self.tr("Undo the import of {files}").format(files=self._files(last)))
        blocked = last is not None and not last.can_undo
        self.remark.setText(self.tr("The shop has changed since; the last import can no longer be taken back.") if blocked else "")

    def _files(self, record: ImportRecord) -> str:
        names = ", ".join(_shortened(Path(name).name) for name in record.files[:_NAMED])
        further = len(record.files) - _NAMED
        return self.tr("{names} and {count} more").format(names=names, count=further) if further > 0 else names

    def _state(self, record: ImportRecord) -> str:
        if record.undone is not None:
            return self.tr("taken back {time}").format(time=when(record.undone))
        return self.tr("can be taken back") if record.can_undo else self.tr("in your shop")

    def _take_back(self) -> None:
        self.undo.setEnabled(False)
        job = importing.undo_import(workplace=self._workplace)
        job.failed.connect(self._workplace.show_failure)
        job.finished.connect(self._read)

    def _import(self) -> None:
        self.accept()
        self._workplace.import_wanted.emit([])


class _Wrapping(QStyledItemDelegate):
    """Asks for a second line in time: Qt leaves the style sheet's margins out when it measures, and then cuts the last words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -SPACE.l, 0)
        return super().sizeHint(narrower, index)


def _shortened(name: str) -> str:
    """Return a file's name with its middle left out where it is long: the end tells a month's file from the next."""
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS // 2 - 1]}…{name[-_LETTERS // 2 :]}"
