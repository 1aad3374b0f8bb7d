"""The job bar: a row for each job with a title, from its start to its end."""

from __future__ import annotations

import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress, ProgressState
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.ui.widgets.job_bar import JobBar, JobRow
from recsys_desktop.ui.widgets.time_left import TimeLeft
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform

READING = message("t", "Reading {count} products")
TITLE = message("t", "Reading")


def test_a_job_is_shown_until_it_ends(qtbot: QtBot, workplace: Workplace) -> None:
    bar = JobBar(workplace.runner)
    qtbot.addWidget(bar)
    gate = threading.Event()

    def task(progress: Progress) -> None:
        progress.report(270, 1000, READING.fill(count=1000))
        gate.wait(5)

    job = workplace.runner.submit(Lane.COMPUTE, task, title=TITLE)
    quick = workplace.runner.submit(Lane.RANK, lambda _progress: None)
    with qtbot.waitSignals([job.progressed, quick.finished]):
        pass
    (row,) = bar.rows
    assert bar.isVisibleTo(None) or not bar.isHidden()
    assert row.what.text() == "Reading 1,000 products" or row.what.text() == "Reading 1000 products"
    assert (row.bar.value(), row.bar.maximum()) == (270, 1000)
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass
    assert bar.rows == []
    assert bar.isHidden()


def test_cancel_stops_the_job_and_says_so_meanwhile(qtbot: QtBot, workplace: Workplace) -> None:
    bar = JobBar(workplace.runner)
    qtbot.addWidget(bar)

    def task(progress: Progress) -> None:
        while True:
            progress.report(0, 0, READING.fill(count=3))

    job = workplace.runner.submit(Lane.COMPUTE, task, title=TITLE)
    with qtbot.waitSignal(job.progressed):
        pass
    (row,) = bar.rows
    with qtbot.waitSignals([job.cancelled, job.finished]):
        row.cancel.click()
        assert row.left.text() == "stopping"
        assert not row.cancel.isEnabled()
    assert bar.rows == []


def test_a_new_window_shows_the_jobs_that_run_already(qtbot: QtBot, workplace: Workplace) -> None:
    gate = threading.Event()
    job = workplace.runner.submit(Lane.COMPUTE, lambda _progress: gate.wait(5), title=TITLE)
    bar = JobBar(workplace.runner)
    qtbot.addWidget(bar)
    assert [row.what.text() for row in bar.rows] == ["Reading"]
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass
    assert bar.rows == []


def test_unknown_totals_and_large_ones(qtbot: QtBot, workplace: Workplace) -> None:
    bar = JobBar(workplace.runner)
    qtbot.addWidget(bar)
    gate = threading.Event()
    job = workplace.runner.submit(Lane.COMPUTE, lambda _progress: gate.wait(5), title=TITLE)
    bar.add(job)
    (row,) = bar.rows
    row.show_progress(ProgressState(0, 0, READING.fill(count=1)))
    assert row.bar.maximum() == 0
    row.show_progress(ProgressState(3 * 2**40, 4 * 2**40, READING.fill(count=1), 42.0))
    assert row.bar.value() == 750
    assert row.left.text() == "about 45 s left"
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass


def test_the_time_left_does_not_jump() -> None:
    left = TimeLeft()
    assert left.words(100.0, 0.0) == "about 2 min left"
    assert left.words(30.0, 0.0) == "about 80 s left"  # 100 + 0.3 x (30 - 100) = 79
    assert left.words(30.0, 60.0) == "about 25 s left"  # shown end 79, estimate 90: 79 + 0.3 x 11 - 60 = 22.3
    assert left.words(1.0, 80.0) == "almost done"
    assert left.words(None, 81.0) == ""
    assert left.words(600.0, 81.0) == "about 10 min left"


def test_a_file_that_is_read_shows_its_name_and_how_many_bytes_of_it_are_done(qtbot: QtBot, workplace: Workplace) -> None:
    job = workplace.runner.submit(Lane.COMPUTE, lambda _progress: None, title=TITLE)
    row = JobRow(job, TITLE)
    qtbot.addWidget(row)
    reading = message("import", "Reading {name}").fill(name="orders.csv")
    row.show_progress(ProgressState(12_300_000, 40_100_000, reading, None))
    assert (row.what.text(), row.left.text()) == ("Reading orders.csv", "12.3 MB of 40.1 MB")
    row.show_progress(ProgressState(3, 9, READING.fill(count=9), None))
    assert row.left.text() == ""
    with qtbot.waitSignal(job.finished):
        pass


def test_a_row_lets_go_of_its_job_when_that_ends(qtbot: QtBot, workplace: Workplace) -> None:
    """Were the row the last to hold it, it would go within the row's own destruction, which PySide does not survive."""
    job = workplace.runner.submit(Lane.COMPUTE, lambda progress: progress.raise_if_cancelled(), title=message("t", "Working"))
    row = JobRow(job, message("t", "Working"))
    qtbot.addWidget(row)
    watched = weakref.ref(job)
    with qtbot.waitSignal(row.done) as told:
        del job
    assert told.args == [1]
    qtbot.waitUntil(lambda: watched() is None)
