"""Rows that cannot be read: where they stand, what is wrong with them, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recsys_desktop.services.imports.importing import FileReport
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.widgets.figure_table import FigureTable

_ROWS = 8
#: Letters of a row that are shown; the tool tip has as many again.
_LETTERS = 160
_WORDS = (0, 2, 3, 4)


class BadRowsTable(FigureTable):
    """As many rows as fit, the rest is scrolled to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.setAccessibleName(self.tr("Rows that cannot be read"))

    def show_files(self, files: Sequence[FileReport]) -> None:
        """Show the bad rows of files; the file is named where there are several."""
        headings = [self.tr("File"), self.tr("Line"), self.tr("Column"), self.tr("Reason"), self.tr("The row")]
        cells = [
            [file.path.name, number(row.line), row.column, words(row.reason), " · ".join(filter(None, row.cells))[:_LETTERS]]
            for file in files
            for row in file.bad_rows
        ]
        self.fill(headings, cells, words=_WORDS, wide=4)
        self.setColumnHidden(0, len(files) == 1)
        self.show_rows(_ROWS)
