"""The window: rail, pages, jobs and status, menus, files dropped onto it, and what happens when it is closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.texts import message
from recsys_desktop.ui import page_maker
from recsys_desktop.ui.dialogs.closing import may_close
from recsys_desktop.ui.feedback_reach import FeedbackReach
from recsys_desktop.ui.menus import Menus
from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.operations.opening import Counts
from recsys_desktop.ui.recent_files import RecentFiles
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.undo_list import UndoList
from recsys_desktop.ui.widgets.job_bar import JobBar
from recsys_desktop.ui.widgets.rail import NavigationRail
from recsys_desktop.ui.widgets.status_line import StatusLine
from recsys_desktop.ui.widgets.toast import Toast
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

#: Must do on the smallest screen a shop has, 1366 x 768, taskbar and title included.
_SIZE, _SMALLEST = (1280, 720), (960, 560)


class MainWindow(QMainWindow):
    """One window on a workplace. For another language or other colours a new one is built on the same workplace."""

    def __init__(self, workplace: Workplace, state: QSettings, undo_list: UndoList) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.workplace = workplace
        self.undo_list = undo_list
        self._state = state
        self.recent_files = RecentFiles(state, self)
        self._retired = False
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.rail = NavigationRail(self.titles)
        self.job_bar = JobBar(workplace.runner)
        self.status = StatusLine()
        self.feedback = FeedbackReach(workplace, self.status.feedback, self._customer_in_view, self)
        self.toast = Toast(self._lay_out())
        self.menus = Menus(self)
        self._connect()
        geometry = state.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.go_to("home")
        self._show_model_state()

    @property
    def titles(self) -> list[tuple[str, str]]:
        """(name, title) of each page, in the order of the rail."""
        titles = (
            self.tr("Home"),
            self.tr("Customers"),
            self.tr("Products"),
            self.tr("Rules"),
            self.tr("Training"),
            self.tr("Insights"),
            self.tr("Settings"),
        )
        return list(zip(page_maker.NAMES, titles, strict=True))

    def _lay_out(self) -> QWidget:
        """Put everything in its place; return the widget over which notices are shown."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        stage = QWidget()  # the stack would lay a notice out among its pages
        filled = QVBoxLayout(stage)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self._stack)
        column.addWidget(stage, 1)
        column.addWidget(self.job_bar)
        column.addWidget(self.status)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        return stage

    def _connect(self) -> None:
        workplace = self.workplace
        self.rail.page_chosen.connect(self.go_to)
        workplace.page_wanted.connect(self.go_to)
        workplace.notified.connect(self._notify)
        workplace.taken_back.connect(self.undo_list.drop)
        workplace.import_wanted.connect(self.import_files)
        workplace.files_chosen.connect(self.recent_files.add)
        workplace.changed.connect(self._on_changed)
        workplace.model_state_changed.connect(self._show_model_state)

    @property
    def place(self) -> tuple[str, object]:
        """The page shown, and the customer or product it shows, if it shows one."""
        page = self._stack.currentWidget()
        name = next(name for name, made in self._pages.items() if made is page)
        return name, page.selected if isinstance(page, page_maker.Opens) else None

    def page(self, name: str) -> QWidget:
        """Return a page, made now if it was never shown."""
        if name not in self._pages:
            self._pages[name] = page_maker.make(name, self.workplace)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def go_to(self, name: str, argument: object = None) -> None:
        """Show a page, and on it one customer or product if the page can."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self.rail.choose(name)
        if argument is not None and isinstance(page, page_maker.Opens):
            page.open(argument)

    def import_files(self, paths: list[Path]) -> None:
        """Open the import dialog with these files in it; without files, the person is asked for them at once."""
        from recsys_desktop.ui.dialogs.import_dialog import ImportDialog

        # Closing it does not delete it: an import it began goes on, and it tells of the end.
        dialog = ImportDialog(self.workplace, paths, self)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        if not paths:
            dialog.choose_files()

    def retire(self) -> None:
        """Close for good without asking: another window takes over."""
        self._retired = True
        self.close()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()  # no control looks pressed before a key is
        self._read_counts()
        self.feedback.read()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._retired:
            self._state.setValue("geometry", self.saveGeometry())
            self._state.setValue("page", self.place[0])
            if not may_close(self.workplace.runner, self):
                event.ignore()
                return
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.toast.show_text(self.tr("Drop them here: you will see what they hold before anything is imported."))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.toast.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.toast.hide()
        event.acceptProposedAction()
        self.import_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _on_changed(self, changes: Changes) -> None:
        if changes != Changes(feedback=True):
            self._read_counts()

    def _notify(self, notice: Notice) -> None:
        text = words(notice.text)
        self.toast.show_text(text, None if notice.undo is None else self.undo_list.add(text, notice.undo, notice.key))

    def _customer_in_view(self) -> UserId | None:
        name, shown = self.place
        return UserId(str(shown)) if name == "customers" and shown is not None else None

    def _read_counts(self) -> None:
        job = opening.read_counts(workplace=self.workplace)
        job.succeeded.connect(self._show_counts)
        job.failed.connect(self.workplace.show_failure)

    def _show_counts(self, counts: Counts) -> None:
        text = message("window", "{items} products, {users} customers").fill(items=counts.items, users=counts.users)
        self.setWindowTitle(f"{counts.name} – recsys_desktop" if counts.name else "recsys_desktop")
        self.rail.shop.setText(counts.name or self.tr("My shop"))
        self.rail.counts.setText(words(text) if counts.items else self.tr("Nothing imported yet"))
        self.status.counts.setText(words(text))
        self.status.version.setText(words(message("window", "Model {number}").fill(number=counts.model_version)))

    def _show_model_state(self) -> None:
        self.status.model.setText(words(self.workplace.model_state))
