"""Watchers used by conftest.py. Each collects faults as sentences; the fixture fails the test with them."""

from __future__ import annotations

import logging
import socket
import sys
import threading
import weakref
from types import TracebackType
from typing import Any

_INTERNET = (socket.AF_INET, socket.AF_INET6)
_JOIN_SECONDS = 2.0


class NetworkGuard:
    """Refuses every internet connection and name look-up of this process, and remembers that it was tried.

    An audit hook sees the attempt wherever in Python it is made, also where the code under test catches the refusal.
    """

    def __init__(self) -> None:
        self._attempts: list[str] | None = None

    def start(self) -> None:
        """Begin to watch, with nothing remembered."""
        self._attempts = []

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Audit hook for ``sys.addaudithook``."""
        if not event.startswith("socket.") or self._attempts is None:
            return
        if event in ("socket.connect", "socket.sendto"):
            if arguments[0].family not in _INTERNET or _is_windows_socketpair(arguments[1]):
                return
            attempt = f"{event} to {arguments[1]!r}"
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            attempt = f"{event} of {arguments[0]!r}"
        else:
            return
        self._attempts.append(attempt)
        raise ConnectionRefusedError(f"tests have no network: {attempt}")

    def faults(self) -> list[str]:
        """Return one sentence for each attempt, and stop watching."""
        attempts, self._attempts = self._attempts or [], None
        return [f"the test tried to use the network: {attempt}" for attempt in attempts]


def _is_windows_socketpair(address: object) -> bool:
    return sys.platform == "win32" and isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1")


class LogGuard(logging.Handler):
    """Collects warnings and errors of our own loggers. A test that asks for ``caplog`` checks the log itself."""

    def __init__(self, *, allowed: bool) -> None:
        super().__init__(logging.WARNING)
        self._allowed = allowed
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def __enter__(self) -> LogGuard:
        logging.getLogger("recsys_desktop").addHandler(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        logging.getLogger("recsys_desktop").removeHandler(self)

    def faults(self) -> list[str]:
        """Return one sentence for each unexpected record."""
        if self._allowed:
            return []
        formatter = logging.Formatter("%(levelname)s %(name)s: %(message)s")
        return [f"unexpected in the log: {formatter.format(record)}" for record in self._records]


class ThreadGuard:
    """Notices threads that outlive the test and would keep the program from ending."""

    def __init__(self) -> None:
        self._before = set(threading.enumerate())

    def faults(self) -> list[str]:
        """Return one sentence for each thread that is left over once it had time to end."""
        left = [thread for thread in threading.enumerate() if thread not in self._before and not thread.daemon]
        for thread in left:
            thread.join(_JOIN_SECONDS)
        return [f"the test left the thread {thread.name!r} running" for thread in left if thread.is_alive()]


class QtGuard:
    """Notices QThreads still running and QTimers still active after a test that used Qt.

    Their ``start`` is wrapped once PySide6 is there. Objects of C++ start without it: those are Qt's own.
    """

    def __init__(self) -> None:
        self._started: weakref.WeakSet[Any] = weakref.WeakSet()
        self._wrapped = False

    def start(self) -> None:
        """Begin to watch, if the test's modules have imported Qt. What fixtures of a wider scope started is not the test's."""
        self._started.clear()
        core = sys.modules.get("PySide6.QtCore")
        if core is not None and not self._wrapped:
            self._wrap(core.QThread)
            self._wrap(core.QTimer)
            self._wrapped = True

    def _wrap(self, kind: Any) -> None:
        original = kind.start
        started = self._started

        def start(self: Any, *arguments: Any) -> None:
            started.add(self)
            original(self, *arguments)

        kind.start = start

    def faults(self) -> list[str]:
        """Return one sentence for each object that is left over; objects waiting for deletion are deleted first."""
        if not self._started:
            return []
        core: Any = sys.modules["PySide6.QtCore"]
        shiboken: Any = sys.modules["shiboken6"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        faults = []
        for thing in list(self._started):
            if not shiboken.isValid(thing):
                continue
            if isinstance(thing, core.QThread) and thing.isRunning():
                faults.append(f"the test left the QThread {thing.objectName()!r} running")
            elif isinstance(thing, core.QTimer) and thing.isActive():
                thing.stop()
                faults.append(f"the test left the QTimer {thing.objectName()!r} of {thing.parent()!r} active")
        self._started.clear()
        return faults
