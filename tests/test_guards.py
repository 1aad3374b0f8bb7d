"""The guards themselves: a guard that never fires would let everything through."""

from __future__ import annotations

import logging
import socket
import threading

import pytest

from tests.guards import LogGuard, NetworkGuard, QtGuard, ThreadGuard


def test_network_guard_refuses_and_remembers() -> None:
    guard = NetworkGuard()
    guard.start()
    with socket.socket(socket.AF_INET) as plug, pytest.raises(ConnectionRefusedError, match="no network"):
        guard.hook("socket.connect", (plug, ("192.0.2.1", 80)))
    with pytest.raises(ConnectionRefusedError):
        guard.hook("socket.getaddrinfo", ("example.org", 80, 0, 0, 0))
    assert guard.faults() == [
        "the test tried to use the network: socket.connect to ('192.0.2.1', 80)",
        "the test tried to use the network: socket.getaddrinfo of 'example.org'",
    ]


def test_network_guard_lets_local_sockets_through() -> None:
    guard = NetworkGuard()
    guard.start()
    left, right = socket.socketpair()
    with left, right:
        guard.hook("socket.connect", (left, "/tmp/some.socket"))
    assert guard.faults() == []


@pytest.mark.usefixtures("caplog")  # so that the guard of this very test lets it through
def test_log_guard_collects_warnings_of_ours_only() -> None:
    with LogGuard(allowed=False) as guard:
        logging.getLogger("recsys_desktop.store").warning("disk is %s", "slow")
        logging.getLogger("recsys_desktop.store").info("fine")
        logging.getLogger("elsewhere").error("not ours")
    assert guard.faults() == ["unexpected in the log: WARNING recsys_desktop.store: disk is slow"]


def test_thread_guard_names_a_thread_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.guards._JOIN_SECONDS", 0.01)
    guard = ThreadGuard()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    try:
        assert guard.faults() == ["the test left the thread 'forgotten' running"]
    finally:
        stop.set()
        thread.join()
    assert guard.faults() == []


@pytest.mark.usefixtures("qapp")
def test_qt_guard_names_running_threads_and_active_timers() -> None:
    from PySide6.QtCore import QThread, QTimer

    guard = QtGuard()
    guard.start()
    timer = QTimer(objectName="tick")
    timer.start(60_000)
    thread = QThread(objectName="lane")
    thread.start()
    try:
        assert sorted(guard.faults()) == [
            "the test left the QThread 'lane' running",
            "the test left the QTimer 'tick' of None active",
        ]
        assert not timer.isActive()
    finally:
        thread.quit()
        thread.wait()


@pytest.mark.usefixtures("qapp")
def test_qt_guard_accepts_what_was_stopped_or_deleted() -> None:
    from PySide6.QtCore import QTimer

    guard = QtGuard()
    guard.start()
    stopped, deleted = QTimer(), QTimer()
    stopped.start(60_000)
    stopped.stop()
    deleted.start(60_000)
    deleted.deleteLater()
    assert guard.faults() == []
