"""Bugs of ours, wherever they come up: logged, shown once in the crash dialog, and the application lives on."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler

logger = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(QObject):
    """Catches what nobody else caught: on the window's thread, on any other, and Qt's own complaints (these are only logged)."""

    found = Signal(object)  # Exception; arrives on the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Put the hooks back that were there before."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.report(error)
        else:  # KeyboardInterrupt, SystemExit
            self._hooks[0](kind, error, _trace)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self.report(arguments.exc_value)

    @Slot(object)
    def report(self, error: Exception) -> None:
        """Log a bug and tell the window about it; from any thread."""
        logger.error("bug", exc_info=error)
        self.found.emit(error)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    logging.getLogger("recsys_desktop.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
