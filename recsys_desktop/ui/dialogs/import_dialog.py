"""The import window: choose files, see what they are, correct what was guessed, import, see what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.ingest.mapping import Mapping
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.importing import FileReport, ImportReport
from recsys_desktop.services.previewing import FileLook
from recsys_desktop.ui import theme
from recsys_desktop.ui.dialogs.import_file_panel import ImportFilePanel
from recsys_desktop.ui.dialogs.import_result import ImportResult, import_summary
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.workplace import Notice, Workplace

_SIZE = (1080, 680)
_LIST_WIDTH = 220
_FILE_TYPES = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.gz"


@dataclass(frozen=True)
class _Draft:
    """One file with what the person said about it."""

    look: FileLook
    wishes: Wishes = NO_WISHES


class ImportDialog(QDialog):
    """Import of any number of files in one step."""

    def __init__(self, workplace: Workplace, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import files"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._workplace = workplace
        self._drafts: list[_Draft] = []
        self._job: Job | None = None
        self._row: JobRow | None = None
        self._make_widgets()
        self._lay_out()
        self._refresh()
        if paths:
            self.add_files(paths)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look into files and add them to the list; one that is there already is looked into again."""
        job = importing.look_into(workplace=self._workplace, paths=paths)
        job.succeeded.connect(self._on_looks)
        job.failed.connect(self._workplace.show_failure)

    @property
    def ready(self) -> bool:
        """Whether every file can be imported as it stands."""
        return bool(self._drafts) and all(draft.look.plan is not None for draft in self._drafts)

    def start(self) -> None:
        """Import the files."""
        plans = [draft.look.plan for draft in self._drafts if draft.look.plan is not None]
        self._job = importing.import_all(workplace=self._workplace, plans=plans)
        self._job.succeeded.connect(self._on_imported)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        assert self._job.title is not None
        self._row = JobRow(self._job, self._job.title)
        self._row.done.connect(self._drop_row)
        self._foot.insertWidget(0, self._row, 1)
        self._refresh()

    def _make_widgets(self) -> None:
        self.empty = EmptyState(
            "import",
            self.tr("Choose the files of your shop"),
            self._what_to_choose(),
            self.tr("Choose files…"),
        )
        self.list = QListWidget()
        self.list.setObjectName("import_files")
        self.list.setAccessibleName(self.tr("Files"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.panel = ImportFilePanel()
        self.outcome = ImportResult()
        self.reason = Muted(wrap=True)
        self.reason.setObjectName("import_reason")
        self.add = QuietButton(self.tr("Add files…"), "import_add", icon="plus")
        self.remove = QuietButton(self.tr("Remove file"), "import_remove")
        self.close_button = QuietButton(self.tr("Close"), "import_close")
        self.go = PrimaryButton(self.tr("Import"), "import_go", icon="import")
        self.done_button = PrimaryButton(self.tr("Done"), "import_done")
        self.go.setDefault(True)
        self.empty.acted.connect(self._choose)
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        self.go.clicked.connect(self.start)
        self.list.currentRowChanged.connect(lambda _: self._show_current())
        self.panel.role_chosen.connect(lambda role: self._look_again(role=role))
        self.panel.encoding_chosen.connect(lambda encoding: self._look_again(encoding=encoding))
        self.panel.mapping_changed.connect(lambda columns: self._look_again(columns=Mapping(columns), exact=True))
        self.outcome.save_wanted.connect(self._save_skipped)

    def _what_to_choose(self) -> str:
        what = self.tr("Products, orders, or one file with both, as your shop exports them: CSV, Excel or text.")
        return what + " " + self.tr("You can drop them here, too.")

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self.panel)
        files = QWidget()
        row = QHBoxLayout(files)
        row.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        self.pages = QStackedWidget()
        for page in (self.empty, files, self.outcome):
            self.pages.addWidget(page)
        self._files_page = files
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.l, SPACE.xs, SPACE.l, SPACE.m)
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        foot.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go)
        foot.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)

    def _choose(self) -> None:
        tables, everything = self.tr("Tables"), self.tr("All files")  # the translators' tool does not look into f-strings
        kinds = f"{tables} ({_FILE_TYPES});;{everything} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"), "", kinds)
        if names:
            self.add_files([Path(name) for name in names])

    def _on_looks(self, looks: list[FileLook]) -> None:
        known = {draft.look.path: index for index, draft in enumerate(self._drafts)}
        for look in looks:
            if look.path in known:
                self._drafts[known[look.path]] = _Draft(look)
            else:
                self._drafts.append(_Draft(look))
        self._refresh()
        wrong = next((index for index, draft in enumerate(self._drafts) if draft.look.plan is None), 0)
        self.list.setCurrentRow(wrong)

    @property
    def _current(self) -> _Draft:
        return self._drafts[self.list.currentRow()]

    def _look_again(self, **said: object) -> None:
        """Note what the person said about the file shown, and look into it again with that."""
        draft = self._current
        draft = replace(draft, wishes=replace(draft.wishes, **said))  # type: ignore[arg-type]  # the names of Wishes' own fields
        self._drafts[self.list.currentRow()] = draft
        job = importing.look_again(workplace=self._workplace, path=draft.look.path, wishes=draft.wishes)
        job.succeeded.connect(self._on_looked_again)
        job.failed.connect(self._workplace.show_failure)

    def _on_looked_again(self, look: FileLook) -> None:
        for row, draft in enumerate(self._drafts):
            if draft.look.path == look.path:
                self._drafts[row] = replace(draft, look=look)
        self._refresh()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            del self._drafts[row]
            self._refresh()

    def _show_current(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._drafts):
            self.panel.show_look(self._drafts[row].look)

    def _refresh(self) -> None:
        """Bring list, panel and buttons in line with the files and the job."""
        row = max(0, min(self.list.currentRow(), len(self._drafts) - 1))
        self.list.blockSignals(True)
        self.list.clear()
        for draft in self._drafts:
            item = QListWidgetItem(draft.look.path.name)
            item.setIcon(theme.icon("check", "accent") if draft.look.plan else theme.icon("warning", "warning"))
            item.setToolTip(str(draft.look.path))
            self.list.addItem(item)
        self.list.setCurrentRow(row if self._drafts else -1)
        self.list.blockSignals(False)
        self._show_current()
        self._show_buttons()

    def _show_buttons(self) -> None:
        running, done = self._job is not None, self.pages.currentWidget() is self.outcome
        if not done:
            self.pages.setCurrentWidget(self._files_page if self._drafts else self.empty)
        choosing = bool(self._drafts) and not running and not done
        for button in (self.add, self.remove, self.go):
            button.setVisible(choosing)
        self._files_page.setEnabled(not running)
        self.go.setEnabled(self.ready)
        self.reason.setVisible(not running)
        self.reason.setText(self._what_is_missing() if choosing else "")
        self.done_button.setVisible(done)
        self.close_button.setVisible(not done)
        self.close_button.setText(self.tr("Go on in the background") if running else self.tr("Close"))

    def _what_is_missing(self) -> str:
        wrong = [draft.look.path.name for draft in self._drafts if draft.look.plan is None]
        if not wrong:
            return ""
        return self.tr("Mend or remove first: {names}").format(names=", ".join(wrong))

    def _drop_row(self) -> None:
        if self._row is not None:
            self._foot.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
            self._row = None

    def _on_imported(self, report: ImportReport) -> None:
        self._job = None
        self.outcome.show_report(report)
        self.pages.setCurrentWidget(self.outcome)
        self._show_buttons()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._refresh()
        known = self._workplace.known(error)
        if known is not None:
            self.reason.setText(f"{words(known.message)} {words(known.hint)}")

    def _on_cancelled(self) -> None:
        self._job = None
        self._refresh()
        self.reason.setText(self.tr("Stopped; your shop is as it was before."))

    def _save_skipped(self, file: FileReport) -> None:
        suggested = file.path.with_name(self.tr("{name} skipped rows.csv").format(name=file.path.stem))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save skipped rows"), str(suggested), "CSV (*.csv)")
        if name:
            job = importing.save_skipped_rows(workplace=self._workplace, report=file, path=Path(name))
            saved = self.tr("The skipped rows are in {name}.").format(name=Path(name).name)
            job.succeeded.connect(lambda _: self._workplace.notified.emit(Notice(saved)))
            job.failed.connect(self._workplace.show_failure)

    def done(self, result: int) -> None:
        """Close. An import that still runs goes on, and says by itself what came of it."""
        if self._job is not None:
            self._job.succeeded.connect(partial(_announce, self._workplace))
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._job is None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)


def _announce(workplace: Workplace, report: ImportReport) -> None:
    workplace.notified.emit(Notice(import_summary(report)))
