"""The tour waits for events, and stops in words where something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import JobRunner, Lane
from recsys_desktop.ui.tour import waiting
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import TourFailed, Watcher, wait_for

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("propagateSizeHints")]

TITLE = message("t", "Working")


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shutdown()


def known(_progress: Progress) -> None:
    raise RecsysError("x", message("t", "No such file."), message("t", "Choose another."))


def test_a_result_is_waited_for_by_its_kind(runner: JobRunner) -> None:
    watcher = Watcher(runner)
    runner.submit(Lane.COMPUTE, lambda _progress: 42)
    runner.submit(Lane.RANK, lambda _progress: "words")
    assert watcher.result(int) == 42
    assert watcher.result(str) == "words"
    runner.submit(Lane.RANK, lambda _progress: "later words")
    watcher.settle()
    assert watcher.result(str) == "later words"
    watcher.forget()
    runner.submit(Lane.RANK, lambda _progress: "newest")
    assert watcher.result(str) == "newest"


def test_work_that_begets_work_is_waited_for(runner: JobRunner) -> None:
    watcher = Watcher(runner)
    ends: list[str] = []

    def follow(_result: object) -> None:
        runner.submit(Lane.RANK, lambda _progress: ends.append("second"))

    runner.submit(Lane.COMPUTE, lambda _progress: ends.append("first")).succeeded.connect(follow)
    watcher.settle()
    assert ends == ["first", "second"]
    assert runner.jobs == []


def test_a_failed_job_with_a_title_stops_the_tour_and_a_short_read_does_not(runner: JobRunner) -> None:
    watcher = Watcher(runner)
    runner.submit(Lane.RANK, known)
    watcher.settle()
    runner.submit(Lane.COMPUTE, known, title=TITLE)
    with pytest.raises(TourFailed, match=r"Working: RecsysError: No such file\."):
        watcher.result(int)


def test_a_bug_stops_the_tour_wherever_it_is(runner: JobRunner) -> None:
    watcher = Watcher(runner)

    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError("a bug")

    runner.submit(Lane.RANK, fail)
    with pytest.raises(TourFailed, match="a bug"):
        watcher.settle()
    other = Watcher(runner)
    other.note_fault(ValueError("reported elsewhere"))
    with pytest.raises(TourFailed, match="reported elsewhere"):
        other.settle()


def test_nothing_is_waited_for_without_end(runner: JobRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LONGEST_SECONDS", 0)
    watcher = Watcher(runner)
    with pytest.raises(TourFailed, match="waited 0 s for int"):
        watcher.result(int)
    with pytest.raises(TourFailed, match="for the training to begin"):
        wait_for(runner.started, lambda: None, "the training to begin")


def test_a_signal_during_the_act_is_not_missed(runner: JobRunner) -> None:
    watcher = Watcher(runner)
    wait_for(watcher.happened, watcher.happened.emit, "a signal")


def test_pictures_are_counted_and_blank_ones_refused(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> None:
    camera = Camera(tmp_path, Watcher(runner))
    camera.set_look("light-en")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    with pytest.raises(TourFailed, match="light-en/nothing shows nothing"):
        camera.take(window, "nothing")
    label = QLabel("██████████", window)
    label.setGeometry(0, 0, 200, 100)
    camera.take(window, "label")
    with pytest.raises(TourFailed, match="two pictures are called light-en/label"):
        camera.take(window, "label")
    assert camera.count == 1
    assert (tmp_path / "light-en" / "label.png").read_bytes()[:4] == b"\x89PNG"


def test_a_picture_waits_for_what_a_page_does_a_moment_later(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> None:
    camera = Camera(tmp_path, Watcher(runner))
    camera.set_look("look")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    label = QLabel("", window)
    label.setGeometry(0, 0, 200, 100)
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: label.setText("██████████"))
    timer.start(20)
    camera.take(window, "late")
    assert camera.count == 1
