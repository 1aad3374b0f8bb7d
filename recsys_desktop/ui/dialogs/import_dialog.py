"""The import window: choose files, see what they are and will do, import, see what came of it and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.imports.importing import FileReport, ImportReport
from recsys_desktop.services.imports.watching import ENDINGS
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.dialogs.import_files_page import ImportFilesPage
from recsys_desktop.ui.dialogs.import_forecast import ImportForecast
from recsys_desktop.ui.dialogs.import_result import ImportResult
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.step_row import StepRow
from recsys_desktop.ui.workplace import Notice, Workplace

_SIZE = (1080, 690)


class ImportDialog(QDialog):
    """Import of any number of files in one step."""

    def __init__(self, workplace: Workplace, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import files"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._workplace = workplace
        self._job: Job | None = None
        self._row: JobRow | None = None
        self._said = ""  # what went wrong last
        self._make_pages()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._refresh()
        add_help_key(self, workplace, "import")
        if paths:
            self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look into files and folders and add them to the list."""
        self._said = ""
        self._workplace.files_chosen.emit(list(paths))
        self.files.add_files(paths)

    @property
    def ready(self) -> bool:
        """Whether every file can be imported as it stands."""
        return self.files.ready

    def foresee(self) -> None:
        """Go on to what will happen."""
        if self.ready:
            self._said = ""
            self.forecast.foresee(self.files.plans)
            self._show_page(self.forecast)

    def start(self) -> None:
        """Import the files."""
        self._said = ""
        self.forecast.stop()
        self._job = importing.import_all(workplace=self._workplace, plans=self.files.plans, policy=self.forecast.policy)
        self._job.succeeded.connect(self.show_result)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        assert self._job.title is not None
        self._row = JobRow(self._job, self._job.title)
        self._row.done.connect(self._drop_row)
        self._foot.insertWidget(0, self._row, 1)
        self._refresh()

    def _make_pages(self) -> None:
        what = self.tr("Products, orders, or one file with both, as your shop exports them: CSV, Excel, JSON, XML or ZIP.")
        self.empty = EmptyState(
            "import",
            self.tr("Choose the files of your shop"),
            what + " " + self.tr("You can drop files and folders here, too."),
            self.tr("Choose files…"),
        )
        self.files = ImportFilesPage(self._workplace)
        self.forecast = ImportForecast(self._workplace)
        self.outcome = ImportResult()
        self.steps = StepRow((self.tr("Files"), self.tr("What will happen"), self.tr("Result")))

    def _make_buttons(self) -> None:
        self.reason = Muted(wrap=True)
        self.reason.setObjectName("import_reason")
        self.add = QuietButton(self.tr("Add files…"), "import_add", icon="plus")
        self.remove = QuietButton(self.tr("Remove file"), "import_remove")
        self.back = QuietButton(self.tr("Back"), "import_back", icon="arrow_left")
        self.undo = QuietButton(self.tr("Undo this import"), "import_undo", icon="undo")
        self.close_button = QuietButton(self.tr("Close"), "import_close")
        self.next = PrimaryButton(self.tr("Next"), "import_next")
        self.go = PrimaryButton(self.tr("Import"), "import_go", icon="import")
        self.done_button = PrimaryButton(self.tr("Done"), "import_done")

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.empty, self.files, self.forecast, self.outcome):
            self.pages.addWidget(page)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.l, SPACE.xs, SPACE.l, SPACE.m)
        foot.setSpacing(SPACE.xs)
        for button in (self.add, self.remove, self.back, self.undo):
            foot.addWidget(button)
        foot.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.close_button)
        for primary in (self.next, self.go, self.done_button):
            foot.addWidget(primary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.empty.acted.connect(self.choose_files)
        self.add.clicked.connect(self.choose_files)
        self.remove.clicked.connect(self.files.remove_current)
        self.back.clicked.connect(self._go_back)
        self.undo.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        self.next.clicked.connect(self.foresee)
        self.go.clicked.connect(self.start)
        self.files.changed.connect(self._on_files_changed)
        self.files.failed.connect(self._on_failed)
        self.outcome.save_wanted.connect(self._save_skipped)
        self.outcome.open_wanted.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self.outcome.mended.connect(self._import_mended)
        self._workplace.taken_back.connect(self._on_taken_back)

    def choose_files(self) -> None:
        """Let the person look for files on the computer."""
        tables, everything = self.tr("Tables"), self.tr("All files")  # the translators' tool does not look into f-strings
        kinds = f"{tables} ({' '.join('*' + ending for ending in ENDINGS)});;{everything} (*)"
        dialog = QFileDialog(self, self.tr("Choose files"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def _on_files_changed(self) -> None:
        if self.pages.currentWidget() in (self.empty, self.files):
            self._show_page(self.files if self.files.count else self.empty)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._refresh()
        if page is self.forecast:
            self.go.setFocus()

    def _go_back(self) -> None:
        self.forecast.stop()
        self._show_page(self.files)

    def _refresh(self) -> None:
        """Bring steps and buttons in line with the page shown and the job."""
        page, running = self.pages.currentWidget(), self._job is not None
        files, forecast, done = page is self.files, page is self.forecast, page is self.outcome
        self.steps.show_step(2 if done else 1 if forecast else 0)
        for button in (self.add, self.remove, self.next):
            button.setVisible(files and not running)
        for button in (self.back, self.go):
            button.setVisible(forecast and not running)
        self.done_button.setVisible(done)
        self.undo.setVisible(done and self.outcome.can_undo and not running)
        self.close_button.setVisible(not done)
        self.close_button.setText(self.tr("Go on in the background") if running else self.tr("Close"))
        self.pages.setEnabled(not running)
        self.next.setEnabled(self.ready)
        (self.next if files else self.go if forecast else self.done_button).setDefault(True)
        self.reason.setVisible(not running)
        missing = self.files.missing if files or page is self.empty else ""
        self.reason.setText(missing or self._said)

    def _drop_row(self) -> None:
        if self._row is not None:
            self._row.leave(self._foot)
            self._row = None

    def show_result(self, report: ImportReport) -> None:
        """Show what came of an import."""
        self._job = None
        self.outcome.show_report(report)
        self._show_page(self.outcome)
        if report.counts.new_items or report.counts.changed_items:
            near = importing.find_near_titles(workplace=self._workplace)
            near.succeeded.connect(self.outcome.near_titles.show_titles)
            near.failed.connect(self._workplace.show_failure)

    def _on_failed(self, error: Exception) -> None:
        """Say here what went wrong: a notice would stand behind this window."""
        self._job = None
        known = self._workplace.known(error)
        self._said = sentences(words(known.message), words(known.hint)) if known is not None else ""
        self._refresh()

    def _on_cancelled(self) -> None:
        self._job = None
        self._said = self.tr("Stopped; your shop is as it was before.")
        self._refresh()

    def _take_back(self) -> None:
        self.undo.setEnabled(False)
        job = importing.undo_import(workplace=self._workplace)
        job.failed.connect(self._on_failed)
        job.finished.connect(lambda: self.undo.setEnabled(True))

    def _on_taken_back(self, key: str) -> None:
        if key == importing.UNDO_KEY and self.pages.currentWidget() is self.outcome:
            self.outcome.show_taken_back()
            self._refresh()

    def _save_skipped(self, file: FileReport) -> None:
        folder = next(parent for parent in file.path.parents if parent.is_dir())  # a table of an archive lies in none of its own
        suggested = folder / self.tr("{name} skipped rows.csv").format(name=file.path.stem)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save skipped rows"), str(suggested), "CSV (*.csv)")
        if name:
            path = Path(name)
            job = importing.save_skipped_rows(workplace=self._workplace, report=file, path=path)
            saved = self.tr("The skipped rows are in {name}.").format(name=path.name)
            job.succeeded.connect(lambda _: self._workplace.notified.emit(Notice(saved)))
            job.succeeded.connect(lambda _: self.outcome.show_saved(path))
            job.failed.connect(self._on_failed)

    def _import_mended(self, paths: Sequence[Path]) -> None:
        """Begin anew with the files in which the skipped rows were mended."""
        self.files.clear()
        self._show_page(self.empty)
        self.add_files(paths)

    def done(self, result: int) -> None:
        """Close. An import that still runs goes on; like every import, it says by itself what came of it."""
        self.files.stop()
        self.forecast.stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        choosing = self.pages.currentWidget() in (self.empty, self.files)
        if self._job is None and choosing and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)
