"""A small table of words and figures, read and never edited: figures stand to the right, one column takes the room that is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.widgets.tables import prepare_table

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureTable(QTableWidget):
    """Filled as a whole."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        prepare_table(self, name, spoken)

    def fill(self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, words: Collection[int] = (0,), wide: int = 0) -> None:
        """Show rows of cells. ``words`` are the columns that hold words, all others hold figures; ``wide`` takes the room left."""
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        for column, heading in enumerate(headings):
            title = QTableWidgetItem(heading)
            title.setTextAlignment(_LEFT if column in words else _RIGHT)
            self.setHorizontalHeaderItem(column, title)
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(tooltip(cell))
                item.setTextAlignment(_LEFT if column in words else _RIGHT)
                self.setItem(row, column, item)

    def show_rows(self, most: int) -> None:
        """Be as high as the rows, but never higher than ``most`` of them; the rest is scrolled to."""
        header = max(self.horizontalHeader().sizeHint().height(), theme.ROW_HEIGHT)
        self.setFixedHeight(header + min(most, self.rowCount()) * theme.ROW_HEIGHT + 2 * self.frameWidth() + theme.SPACE.xxs)
