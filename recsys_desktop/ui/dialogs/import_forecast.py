"""The second step of an import: what it will do, found out without doing it, and what shall happen to what is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.imports.importing import DryRun, FileReport, Policy
from recsys_desktop.ui.dialogs.bad_rows_table import BadRowsTable
from recsys_desktop.ui.dialogs.import_policy import ImportPolicy
from recsys_desktop.ui.import_counts import import_summary, remarks
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.texts import number, sentences, words
from recsys_desktop.ui.widgets.disclosure import Disclosure
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Body, Muted
from recsys_desktop.ui.widgets.scroll_page import ScrollPage
from recsys_desktop.ui.workplace import Workplace

_FILE_ROWS = 6
#: Cells of which nothing is known yet.
_NOT_YET = "…"


class ImportForecast(QWidget):
    """Counts in the background; nobody has to wait for it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._plans: tuple[FilePlan, ...] = ()
        self._job: Job | None = None
        self._row: JobRow | None = None
        self.page = ScrollPage(self.tr("This import would bring"))
        self.summary, self.left_out = Body(), Muted(wrap=True)
        self.summary.setObjectName("import_forecast")
        self.files = FigureTable("import_forecast_files", self.tr("Files"))
        self.bad = Disclosure("", "import_forecast_bad")
        self.bad_rows = BadRowsTable("import_forecast_bad_rows")
        self.choice = ImportPolicy()
        self._lay_out()
        self.choice.chosen.connect(lambda _: self.foresee(self._plans))

    @property
    def policy(self) -> Policy:
        """What shall happen to what is there."""
        return self.choice.policy

    def foresee(self, plans: Sequence[FilePlan]) -> None:
        """Find out what importing these files would do."""
        self.stop()
        self._plans = tuple(plans)
        self._show_nothing_yet()
        self._job = job = importing.foresee(workplace=self._workplace, plans=plans, policy=self.policy)
        assert job.title is not None
        self._row = row = JobRow(job, job.title)
        row.done.connect(lambda _: self._drop(row))
        self._progress.addWidget(row)
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self._on_cancelled(job))

    def stop(self) -> None:
        """Count no further."""
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()

    def _lay_out(self) -> None:
        self._progress = QVBoxLayout()
        self.bad.body.addWidget(self.bad_rows)
        self.page.add(self.summary, self._progress, self.files, self.left_out, self.choice, self.bad)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _show_nothing_yet(self) -> None:
        self.summary.setText(self.tr("The files are being checked. You need not wait for it."))
        self._fill([[plan.path.name, *[_NOT_YET] * 6] for plan in self._plans])
        self.left_out.hide()
        self.bad.hide()

    def _show(self, found: DryRun) -> None:
        self._job = None
        changes = not found.totals.changes_nothing
        self.summary.setText(import_summary(found.totals) if changes else self.tr("Nothing new: your shop has all of it already."))
        rows = [_figures(file.path.name, [file]) for file in found.files]
        if len(rows) > 1:
            rows.insert(0, _figures(self.tr("All files together"), found.files))  # first: a long list is scrolled
        self._fill(rows)
        self.left_out.setText(remarks(found.files))
        self.left_out.setVisible(bool(self.left_out.text()))
        self._show_bad(found.files)

    def _show_bad(self, files: Sequence[FileReport]) -> None:
        bad = sum(file.bad for file in files)
        self.bad.setVisible(bad > 0)
        if bad == 1:
            title = self.tr("1 row cannot be read and will be skipped. You can save, mend and import it afterwards.")
        else:
            title = self.tr("{count} rows cannot be read and will be skipped. You can save, mend and import them afterwards.")
        self.bad.button.setText(title.format(count=number(bad)))
        self.bad_rows.show_files(files)

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        headings = [
            self.tr("File"),
            self.tr("Rows"),
            self.tr("New"),
            self.tr("Changed"),
            self.tr("Already there"),
            self.tr("Left out"),
            self.tr("Skipped"),
        ]
        self.files.fill(headings, rows)
        self.files.show_rows(_FILE_ROWS)

    def _drop(self, row: JobRow) -> None:
        row.leave(self._progress)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        known = self._workplace.known(error)
        if known is not None:
            self.summary.setText(sentences(words(known.message), words(known.hint)))

    def _on_cancelled(self, job: Job) -> None:
        if self._job is job:  # the person stopped it; else another count or the import itself took its place
            self._job = None
            self.summary.setText(self.tr("Not checked. You can import the files all the same."))


def _figures(name: str, files: Sequence[FileReport]) -> list[str]:
    columns = zip(
        *((file.rows, file.new, file.changed, file.unchanged, sum(file.skipped.values()), file.bad) for file in files), strict=True
    )
    return [name, *(number(sum(column)) for column in columns)]
