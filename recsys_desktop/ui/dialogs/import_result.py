"""What an import did: counts in words, file by file, and the rows that were skipped with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.verdicts import SKIP_REASONS
from recsys_desktop.services.importing import FileReport, ImportReport
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Body, Heading, Muted, PageTitle

_FILE_ROWS = 4


class ImportResult(QWidget):
    """The last page of the import window."""

    save_wanted = Signal(object)  # FileReport whose bad rows are to be kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.summary = PageTitle(), Body()
        self.summary.setObjectName("import_summary")
        self.left_out = Muted(wrap=True)
        self.left_out.setObjectName("import_left_out")
        self.files = FigureTable("import_files_done", self.tr("Files"))
        self.bad_title = Heading(wrap=True)
        self.bad_rows = FigureTable("import_bad_rows", self.tr("Skipped rows"))
        self.save = QuietButton(self.tr("Save skipped rows…"), "import_save_skipped", icon="export")
        self.save.clicked.connect(self._on_save)
        self._report: ImportReport | None = None
        self._lay_out()

    def show_report(self, report: ImportReport) -> None:
        """Show what an import did."""
        self._report = report
        counts = report.counts
        changed = counts.new_items + counts.changed_items + counts.new_users + counts.new_interactions + counts.changed_interactions
        self.title.setText(self.tr("Imported") if changed else self.tr("Nothing new in these files"))
        self.summary.setText(import_summary(report))
        self._show_files(report.files)
        self.left_out.setText(_left_out(report.files))
        self.left_out.setVisible(bool(self.left_out.text()))
        self._show_bad_rows(report.files)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.title)
        layout.addWidget(self.summary)
        layout.addWidget(self.files)
        layout.addWidget(self.left_out)
        row = QHBoxLayout()
        row.addWidget(self.bad_title, 1)
        row.addWidget(self.save)
        layout.addLayout(row)
        layout.addWidget(self.bad_rows, 1)
        layout.addStretch(0)

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
        if bad == 1:
            title = self.tr("1 row could not be read and was skipped")
        else:
            title = self.tr("{count} rows could not be read and were skipped").format(count=number(bad))
        if listed < bad:
            title = self.tr("{title}; the first {count} are listed").format(title=title, count=number(listed))
        self.bad_title.setText(title)
        headings = [self.tr("File"), self.tr("Line"), self.tr("Column"), self.tr("Reason")]
        cells = [[file.path.name, number(row.line), row.column, words(row.reason)] for file in files for row in file.bad_rows]
        self.bad_rows.fill(headings, cells, words=(0, 2, 3), wide=3)
        self.bad_rows.setColumnHidden(0, len(files) == 1)

    def _on_save(self) -> None:
        assert self._report is not None
        for file in self._report.files:
            if file.bad_rows:
                self.save_wanted.emit(file)


def import_summary(report: ImportReport) -> str:
    """Return "new products: 298 · new customers: 500", only what there is; in this form no number needs a plural."""
    counts = report.counts
    parts = [
        (counts.new_items, message("import", "new products: {count}")),
        (counts.changed_items, message("import", "changed products: {count}")),
        (counts.new_users, message("import", "new customers: {count}")),
        (counts.new_interactions, message("import", "new purchases and other actions: {count}")),
        (counts.changed_interactions, message("import", "changed purchases and other actions: {count}")),
    ]
    said = [words(text.fill(count=count)) for count, text in parts if count]
    return " · ".join(said) or words(message("import", "All of it was in your shop already."))


def _left_out(files: Sequence[FileReport]) -> str:
    """Return "Left out on purpose: 9,288 cancelled or returned, 12 without a customer."; "" where nothing was."""
    totals: dict[str, int] = {}
    for file in files:
        for reason, count in file.skipped.items():
            totals[reason] = totals.get(reason, 0) + count
    if not any(totals.values()):
        return ""
    parts = [
        words(message("import", "{count} {reason}").fill(count=count, reason=SKIP_REASONS.get(reason, _BLANK)))
        for reason, count in sorted(totals.items(), key=lambda pair: -pair[1])
    ]
    return words(message("import", "Left out on purpose: {reasons}.").fill(reasons=", ".join(parts)))


_BLANK = message("import", "empty")
