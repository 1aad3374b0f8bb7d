"""Cyclic garbage is collected by the window's thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from recsys_desktop.ui.garbage import GarbageCollector


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collector(qapp: QCoreApplication) -> Iterator[GarbageCollector]:
    made = GarbageCollector(qapp)
    yield made
    made.stop()
    made.deleteLater()
    assert gc.isenabled()
    gc.disable()


def test_python_does_not_collect_by_itself_meanwhile(collector: GarbageCollector) -> None:
    collected: list[int] = []
    gc.callbacks.append(lambda phase, _info: collected.append(threading.get_ident()) if phase == "start" else None)
    try:
        worker = threading.Thread(target=lambda: [Knot() for _ in range(5_000)])
        worker.start()
        worker.join()
        assert collected == []
        collector.collect()
        assert set(collected) == {threading.get_ident()}
    finally:
        gc.callbacks.pop()


def test_young_garbage_goes_once_there_is_enough(collector: GarbageCollector) -> None:
    gc.collect()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    keep = [Knot() for _ in range(gc.get_threshold()[0] + 1)]
    collector.collect()
    assert gone() is None
    assert len(keep) == gc.get_threshold()[0] + 1


def test_the_old_generation_waits_for_an_idle_spell(collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch) -> None:
    full: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: full.append(generation) or 0)
    clock = [1000.0]
    monkeypatch.setattr("recsys_desktop.ui.garbage.time.monotonic", lambda: clock[0])
    collector.note_activity()
    collector.collect()
    assert 2 not in full
    clock[0] += 30
    collector.collect()
    collector.collect()
    assert full.count(2) == 1
    collector.note_activity()
    clock[0] += 30
    collector.collect()
    assert full.count(2) == 2


def test_a_running_job_is_no_idle_spell(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    full: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: full.append(generation) or 0)
    clock, busy = [1000.0], [True]
    monkeypatch.setattr("recsys_desktop.ui.garbage.time.monotonic", lambda: clock[0])
    made = GarbageCollector(qapp, is_busy=lambda: busy[0])
    clock[0] += 60
    made.collect()
    assert 2 not in full
    busy[0] = False
    clock[0] += 30
    made.collect()
    assert full.count(2) == 1
    made.stop()
    made.deleteLater()
    gc.disable()


def test_nothing_is_collected_between_pause_and_freeze(collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: collected.append(generation) or 0)
    monkeypatch.setattr(gc, "get_count", lambda: (10**6, 0, 0))
    monkeypatch.setattr(gc, "freeze", lambda: None)
    collector.pause()
    collector.collect()
    assert collected == []
    collector.freeze()
    collector.collect()
    assert collected == [0]
