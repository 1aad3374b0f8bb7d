"""Long work that ends while the person is elsewhere is told of; short work, and what they stopped, is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import JobRunner, Lane
from recsys_desktop.ui.notifier import Notifier, SystemDesktop

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("This plugin does not support")]

TITLE = message("t", "Improving the lists")


class Told:
    """Stands in for the desktop, and for the clock: every look at it is ``step`` seconds later."""

    def __init__(self, step: float) -> None:
        self.notices: list[tuple[str, str]] = []
        self.now, self.step = 0.0, step

    def tell(self, title: str, text: str) -> None:
        self.notices.append((title, text))

    def clock(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shutdown()


def work(qtbot: QtBot, runner: JobRunner, task: object, *, titled: bool = True) -> None:
    job = runner.submit(Lane.COMPUTE, task, title=TITLE if titled else None)  # type: ignore[arg-type]  # a task of any result
    job.failed.connect(lambda _: None)
    with qtbot.waitSignal(job.finished):
        pass


def fail(_progress: Progress) -> None:
    raise RecsysError("x", message("t", "No."), message("t", "Try again."))


def test_work_of_four_minutes_is_told_of_with_its_name(qtbot: QtBot, runner: JobRunner) -> None:
    told = Told(step=240.0)
    notifier = Notifier(runner, told, told.clock)
    work(qtbot, runner, lambda _progress: 1)
    work(qtbot, runner, fail)
    assert told.notices == [
        ("Finished: Improving the lists", "It took 4 minutes."),
        ("Not finished: Improving the lists", "It took 4 minutes."),
    ]
    del notifier


def test_short_work_untitled_work_and_stopped_work_are_not(qtbot: QtBot, runner: JobRunner) -> None:
    told = Told(step=119.0)
    notifier = Notifier(runner, told, told.clock)
    work(qtbot, runner, lambda _progress: 1)
    told.step = 500.0
    work(qtbot, runner, lambda _progress: 1, titled=False)

    def stopped(progress: Progress) -> None:
        progress.cancel()
        progress.raise_if_cancelled()

    work(qtbot, runner, stopped)
    assert told.notices == []
    del notifier


def test_nobody_is_told_what_they_see_before_them(qtbot: QtBot, runner: JobRunner) -> None:
    told = Told(step=500.0)
    notifier = Notifier(runner, told, told.clock)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    work(qtbot, runner, lambda _progress: 1)
    assert told.notices == []
    window.close()
    del notifier


def test_where_there_is_no_tray_the_task_bar_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", staticmethod(asked.append))
    SystemDesktop(lambda: window).tell("Finished", "It took 4 minutes.")
    assert asked == [window]
