"""Asks where a table is to be saved, and in which of the forms that spreadsheets and programs read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


class SaveTableDialog(QFileDialog):
    """Opened, it emits ``fileSelected`` with the path; its ending follows the form that is chosen."""

    def __init__(self, parent: QWidget, title: str, name: str) -> None:
        """``name`` is suggested; it is that of a CSV file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, title, folder)
        self._endings = {
            self.tr("CSV table (*.csv)"): "csv",
            self.tr("Excel workbook (*.xlsx)"): "xlsx",
            self.tr("JSON Lines (*.jsonl)"): "jsonl",
        }
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(self._endings))
        self.setDefaultSuffix("csv")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.selectFile(name)
        self.filterSelected.connect(self.follow)

    def follow(self, form: str) -> None:
        """Give the name typed so far the ending of a form."""
        ending = self._endings[form]
        self.setDefaultSuffix(ending)
        for name in self.selectedFiles()[:1]:
            self.selectFile(str(Path(name).with_suffix(f".{ending}")))
