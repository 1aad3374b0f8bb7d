"""Ctrl+C in a table: the chosen rows, with their headings, as text that a spreadsheet takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from recsys_desktop.handouts.clipboard import tab_separated


def let_copy(view: QAbstractItemView) -> QAction:
    """Give a view the action "Copy" under its usual keys, and return it."""
    action = QAction(QCoreApplication.translate("copying", "Copy rows"), view)
    action.setObjectName("copy_rows")
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked: copy_rows(view))
    view.addAction(action)
    return action


def copy_rows(view: QAbstractItemView) -> None:
    """Put the chosen rows on the clipboard; without a choice, all that are shown."""
    model = view.model()
    chosen = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    rows = chosen or range(model.rowCount())
    if not len(rows):
        return
    columns = [column for column in range(model.columnCount()) if not _is_hidden(view, column)]
    lines = [[_said(model.index(row, column)) for column in columns] for row in rows]
    headings = [_heading(view, column) for column in columns]
    QGuiApplication.clipboard().setText(tab_separated([headings, *lines] if any(headings) else lines))


def _is_hidden(view: QAbstractItemView, column: int) -> bool:
    return isinstance(view, QTableView) and view.isColumnHidden(column)


def _heading(view: QAbstractItemView, column: int) -> str:
    if not isinstance(view, QTableView):
        return ""
    return str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")


def _said(index: QModelIndex) -> str:
    shown = index.data()
    return "" if shown is None else str(shown)
