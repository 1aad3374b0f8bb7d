"""While long work runs the system is told why it should wait, and no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import JobRunner, Lane
from recsys_desktop.ui.shutdown_reason import ShutdownReason, WindowsShutdowns

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = message("t", "Improving the lists")


class Heard:
    """Stands in for the system."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def hold(self, reason: str) -> None:
        self.calls.append(reason)

    def release(self) -> None:
        self.calls.append("released")


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shutdown()


def nothing(progress: Progress) -> None:
    progress.raise_if_cancelled()


def broken(_: Progress) -> None:
    raise ValueError("a fault")


@pytest.mark.parametrize("task", [nothing, broken])
def test_long_work_holds_until_it_ends_however_it_ends(qtbot: QtBot, runner: JobRunner, task: object) -> None:
    heard = Heard()
    reason = ShutdownReason(runner, heard)
    job = runner.submit(Lane.COMPUTE, task, title=TITLE)  # type: ignore[arg-type]  # either of the two above
    job.failed.connect(lambda _: None)
    with qtbot.waitSignal(job.finished):
        pass
    assert heard.calls == ["Still at work: Improving the lists.", "released"]
    assert reason.parent() is None


def test_short_reading_holds_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    heard = Heard()
    reason = ShutdownReason(runner, heard)
    with qtbot.waitSignal(runner.submit(Lane.RANK, nothing).finished):
        pass
    assert heard.calls == []
    assert reason.parent() is None


def test_two_at_once_are_named_and_the_last_lets_go(qtbot: QtBot, runner: JobRunner) -> None:
    heard = Heard()
    reason = ShutdownReason(runner, heard)
    first = runner.submit(Lane.COMPUTE, nothing, title=TITLE)
    second = runner.submit(Lane.COMPUTE, nothing, title=message("t", "Saving the lists"))
    with qtbot.waitSignals([first.finished, second.finished]):
        pass
    assert heard.calls[0] == "Still at work: Improving the lists, Saving the lists."
    assert heard.calls[-1] == "released"
    assert heard.calls.count("released") == 1
    assert reason.parent() is None


def test_elsewhere_than_on_windows_nothing_is_asked_of_the_system() -> None:
    def handle() -> int:
        raise AssertionError("no handle is needed here")

    shutdowns = WindowsShutdowns(handle)
    shutdowns.hold("Still at work.")
    shutdowns.release()
