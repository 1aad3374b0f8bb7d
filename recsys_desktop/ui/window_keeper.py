"""Keeps one window open on a workplace, and builds it anew for another language or other colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from recsys_desktop.settings import CATALOGUE_WORDS, COLOURS, LANGUAGE
from recsys_desktop.ui import languages, theme
from recsys_desktop.ui.dialogs.crash import CrashDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.notifier import Notifier, SystemDesktop
from recsys_desktop.ui.shutdown_reason import ShutdownReason, WindowsShutdowns
from recsys_desktop.ui.undo_list import UndoList
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.ui.dialogs.help_window import HelpWindow

STATE_FILE = "window.ini"


class WindowKeeper(QObject):
    """The owner of the main window, whichever it is at the moment."""

    def __init__(self, app: QApplication, workplace: Workplace, data_dir: Path) -> None:
        super().__init__(app)
        self._app = app
        self.workplace = workplace
        self.undo_list = UndoList(self)
        self._state = QSettings(str(data_dir / STATE_FILE), QSettings.Format.IniFormat)
        self._crash: CrashDialog | None = None
        self._help: HelpWindow | None = None
        self._look = self._wanted()
        self._dress()
        self.window = MainWindow(workplace, self._state, self.undo_list)
        workplace.changed.connect(self._on_changed)
        workplace.bug_reported.connect(self.show_crash)
        workplace.help_wanted.connect(self.show_help)
        self.notifier = Notifier(workplace.runner, SystemDesktop(lambda: self.window), parent=self)
        self.shutdown_reason = ShutdownReason(workplace.runner, WindowsShutdowns(lambda: int(self.window.winId())), parent=self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)

    @property
    def last_page(self) -> str:
        """The page that was open when the program was closed last."""
        return str(self._state.value("page", "home"))

    @Slot()
    def rebuild(self) -> None:
        """Replace the window by one in the language and colours wanted now: same place, same size.

        While a dialog is open, that waits for its end: it belongs to the window and would go with it.
        """
        old = self.window
        for dialog in old.findChildren(QDialog):
            if dialog.isVisible():
                dialog.finished.connect(self.rebuild, Qt.ConnectionType.SingleShotConnection)
                return
        self.close_help()
        self._dress()
        name, argument = old.place
        self.window = MainWindow(self.workplace, self._state, self.undo_list)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.go_to(name, argument)
        self.window.show()
        old.retire()

    def show_crash(self, error: Exception) -> None:
        """Tell of a bug. While one is being told of, further ones are only in the log."""
        if self._crash is None:
            self._crash = CrashDialog(error, self.window)
            self._crash.finished.connect(self._forget_crash)
            self._crash.show()

    def show_help(self, chapter: str) -> HelpWindow:
        """Open the help at a chapter, in the one window of the help."""
        from recsys_desktop.ui.dialogs.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow()
        self._help.open_chapter(chapter)
        return self._help

    def close_help(self) -> None:
        """Close the help; the next one is in the language and colours wanted then."""
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
            self._help = None

    def _forget_crash(self) -> None:
        if self._crash is not None:
            self._crash.deleteLater()
            self._crash = None

    def _wanted(self) -> tuple[str, str, str]:
        settings = self.workplace.shop.settings
        return str(settings.get(LANGUAGE)), str(settings.get(COLOURS)), str(settings.get(CATALOGUE_WORDS))

    def _dress(self) -> None:
        language, colours, catalogue_words = self._look
        languages.install(language, catalogue_words)
        theme.apply(self._app, colours)

    def _on_changed(self, changes: Changes) -> None:
        if (changes.settings or changes.items) and self._wanted() != self._look:  # an import may bring other words
            self._look = self._wanted()
            self.rebuild()

    def _on_system_colours(self) -> None:
        if self._look[1] == "system" and theme.resolve("system") is not theme.current():
            self.rebuild()
