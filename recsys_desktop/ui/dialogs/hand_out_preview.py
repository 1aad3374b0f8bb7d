"""The first rows of a hand-out, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.services.handing.handing_out import Preview
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Muted

#: Errors that say only that there is nothing yet.
_CALM = ("no_news", "no_product_chosen", "nobody_to_write_to")
#: No column takes more of the table than this.
_WIDEST = 260


class HandOutPreview(QWidget):
    """A table with a caption; in its place, where nothing can be handed out, the reason and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_paper = False
        self.caption = Muted(wrap=True)
        self.caption.setObjectName("hand_out_caption")
        self.table = FigureTable("hand_out_table", self.tr("First rows"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        why = self.tr("No product has another that goes with it, or the shop has none yet.")
        self.nothing = EmptyState("info", self.tr("Nothing to hand out yet"), why)
        self._pages = QStackedWidget()
        for page in (self.table, self.nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.caption)
        column.addWidget(self._pages, 1)

    @property
    def can_hand_out(self) -> bool:
        """Whether there is something to hand out."""
        return self._is_paper or (self._pages.currentWidget() is self.table and self.table.rowCount() > 0)

    def show_paper(self, title: str, why: str) -> None:
        """Say what will be written, where it has no rows to look at."""
        self._show_calmly(title, why)
        self.caption.setText("")
        self._is_paper = True

    def show_preview(self, preview: Preview) -> None:
        """Show the first rows."""
        self._is_paper = False
        if not preview.rows:
            self.nothing.reset()
            self._pages.setCurrentWidget(self.nothing)
            self.caption.setText("")
            return
        cells = [[_shown(cell) for cell in row] for row in preview.rows]
        self.table.fill(list(preview.header), cells, words=range(len(preview.header)))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.resizeColumnsToContents()
        for column in range(self.table.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + SPACE.s, _WIDEST))
        header.setStretchLastSection(sum(map(self.table.columnWidth, range(self.table.columnCount()))) < self.table.width())
        self._pages.setCurrentWidget(self.table)
        self.caption.setText(self._caption(preview))

    def show_error(self, error: RecsysError) -> None:
        """Say why there is nothing to hand out; that nothing is chosen or new is nothing to be warned of."""
        self._is_paper = False
        if error.code in _CALM:
            self._show_calmly(words(error.message), words(error.hint))
        else:
            self.nothing.show_error(error)
            self._pages.setCurrentWidget(self.nothing)
        self.caption.setText("")

    def _show_calmly(self, title: str, why: str) -> None:
        calm = EmptyState("info", title, why)
        former = self._pages.widget(2)
        if former is not None:
            self._pages.removeWidget(former)
            former.deleteLater()
        self._pages.addWidget(calm)
        self._pages.setCurrentWidget(calm)

    def _caption(self, preview: Preview) -> str:
        if preview.customers is None:
            begins = self.tr("First rows:")
        else:
            begins = self.tr("{count} customers. First rows:").format(count=self.locale().toString(preview.customers))
        return begins if preview.remark is None else f"{words(preview.remark)}\n{begins}"


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return ", ".join(cell) if isinstance(cell, tuple) else str(cell)
