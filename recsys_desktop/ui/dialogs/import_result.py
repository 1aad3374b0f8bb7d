"""What an import did: counts in words, file by file, and the rows that were skipped with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.services.imports.importing import FileReport, ImportReport
from recsys_desktop.ui.dialogs.bad_rows_table import BadRowsTable
from recsys_desktop.ui.dialogs.near_titles_list import NearTitlesList
from recsys_desktop.ui.import_counts import import_summary, remarks
from recsys_desktop.ui.texts import number
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Body, Heading, Muted, PageTitle

_FILE_ROWS = 4


class ImportResult(QWidget):
    """The last step of the import window."""

    save_wanted = Signal(object)  # FileReport whose bad rows are to be kept
    open_wanted = Signal(object)  # Path to be opened with the program people mend tables with
    mended = Signal(object)  # list[Path] of saved rows that are mended by now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.summary = PageTitle(), Body()
        self.summary.setObjectName("import_summary")
        self.left_out = Muted(wrap=True)
        self.left_out.setObjectName("import_left_out")
        self.near_titles = NearTitlesList()
        self.files = FigureTable("import_files_done", self.tr("Files"))
        self.bad_title = Heading(wrap=True)
        self.bad_rows = BadRowsTable("import_bad_rows")
        self.save = QuietButton(self.tr("Save skipped rows…"), "import_save_skipped", icon="export")
        self.save.clicked.connect(self._on_save)
        self.advice = Muted(wrap=True)
        self.advice.setObjectName("import_mend_advice")
        self.open_saved = QuietButton(self.tr("Open the saved rows"), "import_open_saved")
        self.again = QuietButton(self.tr("Import the mended rows"), "import_mended", icon="import")
        self.open_saved.clicked.connect(lambda: self.open_wanted.emit(self._saved[-1]))
        self.again.clicked.connect(lambda: self.mended.emit(list(self._saved)))
        self._report: ImportReport | None = None
        self._saved: list[Path] = []
        self.can_undo = False
        self._lay_out()

    def show_report(self, report: ImportReport) -> None:
        """Show what an import did."""
        self._report, self._saved = report, []
        self.can_undo = not report.counts.changes_nothing
        self.title.setText(self.tr("Imported") if self.can_undo else self.tr("Nothing new in these files"))
        self.summary.setText(import_summary(report.counts))
        self.near_titles.hide()
        self.files.show()
        self._show_files(report.files)
        self.left_out.setText(remarks(report.files))
        self.left_out.setVisible(bool(self.left_out.text()))
        self._show_bad_rows(report.files)

    def show_saved(self, path: Path) -> None:
        """Say how to go on with rows that were saved: mend them, import them."""
        self._saved = [*(known for known in self._saved if known != path), path]
        self.advice.setText(
            self.tr("Saved as {name}. Mend the rows there, save the table as CSV, then import it.").format(name=path.name)
        )
        self._show_mending(True)

    def show_taken_back(self) -> None:
        """Say that the shop is as it was before this import."""
        self.can_undo = False
        self._show_mending(False)
        for widget in (self.near_titles, self.files, self.left_out, self.bad_title, self.save, self.bad_rows):
            widget.hide()
        self.title.setText(self.tr("Taken back"))
        self.summary.setText(self.tr("Your shop is as it was before this import."))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.title)
        layout.addWidget(self.summary)
        layout.addWidget(self.files)
        layout.addWidget(self.left_out)
        layout.addWidget(self.near_titles)
        row = QHBoxLayout()
        row.addWidget(self.bad_title, 1)
        row.addWidget(self.save)
        layout.addLayout(row)
        layout.addWidget(self.bad_rows)
        mend = QHBoxLayout()
        mend.setSpacing(SPACE.xs)
        mend.addWidget(self.advice, 1)
        mend.addWidget(self.open_saved)
        mend.addWidget(self.again)
        layout.addLayout(mend)
        layout.addStretch(1)

    def _show_files(self, files: Sequence[FileReport]) -> None:
        headings = [
            self.tr("File"),
            self.tr("Rows"),
            self.tr("Imported"),
            self.tr("Already there"),
            self.tr("Left out"),
            self.tr("Skipped"),
        ]
        cells = [
            [file.path.name, *map(number, (file.rows, file.imported, file.unchanged, sum(file.skipped.values()), file.bad))]
            for file in files
        ]
        self.files.fill(headings, cells)
        self.files.show_rows(_FILE_ROWS)

    def _show_bad_rows(self, files: Sequence[FileReport]) -> None:
        bad, listed = sum(file.bad for file in files), sum(len(file.bad_rows) for file in files)
        for widget in (self.bad_title, self.save, self.bad_rows):
            widget.setVisible(bad > 0)
        self._show_mending(False)
        if bad == 1:
            title = self.tr("1 row could not be read and was skipped")
        else:
            title = self.tr("{count} rows could not be read and were skipped").format(count=number(bad))
        if listed < bad:
            title = self.tr("{title}; the first {count} are listed").format(title=title, count=number(listed))
        self.bad_title.setText(title)
        self.bad_rows.show_files(files)

    def _show_mending(self, shown: bool) -> None:
        for widget in (self.advice, self.open_saved, self.again):
            widget.setVisible(shown)

    def _on_save(self) -> None:
        assert self._report is not None
        for file in self._report.files:
            if file.bad_rows:
                self.save_wanted.emit(file)
