"""Jobs: one outcome, then finished, on the window's thread, whatever happens on the lane."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress, ProgressState
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.job import Job
from recsys_desktop.jobs.lane import STACK_BYTES, LaneThread
from recsys_desktop.jobs.runner import JobRunner, Lane

WORKING = message("test", "Working")


class Record:
    """What a job emitted, in order, with the thread it arrived on."""

    def __init__(self, job: Job) -> None:
        self.events: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        for name in ("began", "progressed", "partial", "succeeded", "failed", "cancelled", "finished"):
            getattr(job, name).connect(partial(self._on, name))

    def _on(self, name: str, *values: object) -> None:
        self.events.append((name, values[0] if values else None))
        self.threads.add(threading.get_ident())

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.events]


def run(qtbot: QtBot, job: Job) -> Record:
    record = Record(job)
    with qtbot.waitSignal(job.finished):
        pass
    return record


def answer(progress: Progress) -> int:
    progress.report(1, 2, WORKING)
    progress.publish("half")
    progress.report(2, 2, WORKING)
    return 42


def test_signals_come_in_order_on_the_windows_thread(qtbot: QtBot, runner: JobRunner) -> None:
    record = run(qtbot, runner.submit(Lane.COMPUTE, answer))
    assert record.names == ["began", "progressed", "partial", "progressed", "succeeded", "finished"]
    first, last = record.events[1][1], record.events[3][1]
    assert isinstance(first, ProgressState)
    assert isinstance(last, ProgressState)
    assert (first.done, last.done, first.message) == (1, 2, WORKING)
    assert record.events[2][1] == "half"
    assert record.events[4][1] == 42
    assert record.threads == {threading.get_ident()}


def test_nothing_is_emitted_before_the_event_loop(qtbot: QtBot, runner: JobRunner) -> None:
    done = threading.Event()

    def task(_progress: Progress) -> None:
        done.set()

    announced: list[str] = []
    runner.submitted.connect(lambda _job: announced.append("submitted"))
    runner.started.connect(lambda _job: announced.append("started"))
    job = runner.submit(Lane.RANK, task)
    record = Record(job)
    assert done.wait(5)
    assert record.names == []
    assert announced == []
    with qtbot.waitSignal(job.finished):
        pass
    assert announced == ["submitted", "started"]


def test_failure_carries_the_exception_with_its_traceback(qtbot: QtBot, runner: JobRunner) -> None:
    def task(_progress: Progress) -> None:
        raise ValueError("no such number")

    record = run(qtbot, runner.submit(Lane.COMPUTE, task))
    assert record.names == ["began", "failed", "finished"]
    error = record.events[1][1]
    assert isinstance(error, ValueError)
    assert error.__traceback__ is not None


def test_a_lane_lives_on_after_a_failure(qtbot: QtBot, runner: JobRunner) -> None:
    def task(_progress: Progress) -> None:
        raise RecsysError("x", message("test", "A"), message("test", "B"))

    run(qtbot, runner.submit(Lane.STORE, task))
    assert run(qtbot, runner.submit(Lane.STORE, answer)).names[-2:] == ["succeeded", "finished"]


def test_a_failure_nobody_listens_to_is_not_lost(qtbot: QtBot, runner: JobRunner) -> None:
    def task(_progress: Progress) -> None:
        raise ValueError("unheard")

    with qtbot.waitSignal(runner.unheard_failure) as heard:
        runner.submit(Lane.STORE, task)
    assert str(heard.args[0]) == "unheard"
    unheard: list[object] = []
    runner.unheard_failure.connect(unheard.append)
    run(qtbot, runner.submit(Lane.STORE, task))
    assert unheard == []


def test_cancel_stops_a_running_task(qtbot: QtBot, runner: JobRunner) -> None:
    def task(progress: Progress) -> None:
        while True:
            progress.report(0, 0, WORKING)

    job = runner.submit(Lane.COMPUTE, task)
    record = Record(job)
    job.progressed.connect(job.cancel)
    with qtbot.waitSignal(job.finished):
        pass
    assert record.names[-2:] == ["cancelled", "finished"]
    assert set(record.names[:-2]) == {"began", "progressed"}


def test_cancel_before_its_turn_never_runs_it(qtbot: QtBot, runner: JobRunner) -> None:
    ran: list[int] = []
    job = runner.submit(Lane.COMPUTE, lambda _progress: ran.append(1))
    job.cancel()
    assert run(qtbot, job).names in (["cancelled", "finished"], ["began", "succeeded", "finished"])
    gate = threading.Event()
    first = runner.submit(Lane.COMPUTE, lambda _progress: gate.wait(5))
    second = runner.submit(Lane.COMPUTE, lambda _progress: ran.append(2))
    second.cancel()
    gate.set()
    record = Record(second)
    with qtbot.waitSignals([first.finished, second.finished]):
        pass
    assert record.names == ["cancelled", "finished"]
    assert 2 not in ran


def test_work_that_was_complete_before_it_noticed_the_cancel_says_so(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    job = runner.submit(Lane.STORE, lambda _progress: gate.wait(5))
    job.began.connect(lambda: (job.cancel(), gate.set()))
    assert run(qtbot, job).names == ["began", "succeeded", "finished"]


def look_up(gate: threading.Event, text: str, progress: Progress) -> str:
    gate.wait(5)
    progress.publish(text)
    return text


def test_newest_wins_even_over_a_result_on_its_way(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    jobs = [runner.submit(Lane.RANK, partial(look_up, gate, text), newest_wins=True) for text in ("a", "b", "c")]
    records = [Record(job) for job in jobs]
    gate.set()
    with qtbot.waitSignal(jobs[-1].finished):
        pass
    assert records[0].names in (["began", "cancelled", "finished"], ["cancelled", "finished"])
    assert records[1].names == ["cancelled", "finished"]
    assert records[2].names == ["began", "partial", "succeeded", "finished"]


def test_newest_wins_only_over_the_same_function(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    lists = runner.submit(Lane.RANK, partial(look_up, gate, "list"), newest_wins=True)
    other = runner.submit(Lane.RANK, answer, newest_wins=True)
    record = Record(lists)
    gate.set()
    with qtbot.waitSignals([lists.finished, other.finished]):
        pass
    assert "succeeded" in record.names


def test_lanes_run_beside_each_other_and_each_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    order: list[str] = []
    training = runner.submit(Lane.COMPUTE, lambda _progress: (gate.wait(5), order.append("training")))
    after = runner.submit(Lane.COMPUTE, lambda _progress: order.append("after"))
    with qtbot.waitSignal(runner.submit(Lane.RANK, lambda _progress: order.append("list")).finished):
        pass
    assert order == ["list"]
    gate.set()
    with qtbot.waitSignals([training.finished, after.finished]):
        pass
    assert order == ["list", "training", "after"]


def test_a_thousand_quick_jobs_all_end_once(qtbot: QtBot, runner: JobRunner) -> None:
    ends: list[int] = []
    results: list[object] = []
    jobs = [runner.submit(list(Lane)[place % 3], partial(_echo, place)) for place in range(1000)]
    for place, job in enumerate(jobs):
        job.succeeded.connect(results.append)
        job.finished.connect(partial(ends.append, place))
    qtbot.waitUntil(lambda: len(ends) == 1000, timeout=20_000)
    assert sorted(ends) == list(range(1000))
    assert sorted(results, key=str) == sorted(range(1000), key=str)
    assert runner.jobs == []


def _echo(place: int, _progress: Progress) -> int:
    return place


@pytest.mark.usefixtures("qapp")
def test_shutdown_stops_a_running_job_and_gives_every_job_its_outcome() -> None:
    runner = JobRunner()
    started = threading.Event()

    def endless(progress: Progress) -> None:
        started.set()
        while True:
            progress.raise_if_cancelled()

    running = Record(runner.submit(Lane.COMPUTE, endless))
    waiting = Record(runner.submit(Lane.COMPUTE, answer))
    assert started.wait(5)
    runner.shutdown()
    runner.shutdown()
    assert running.names[-2:] == ["cancelled", "finished"]
    assert waiting.names == ["cancelled", "finished"]
    assert runner.jobs == []
    with pytest.raises(RuntimeError):
        runner.submit(Lane.STORE, answer)


def test_a_thread_keeps_its_local_things_and_closes_them_itself(qtbot: QtBot) -> None:
    local = threading.local()
    closed: list[tuple[int, str]] = []

    def close() -> None:
        closed.append((threading.get_ident(), getattr(local, "connection", "none")))

    def open_connection(_progress: Progress) -> int:
        local.connection = "open"
        return threading.get_ident()

    runner = JobRunner([close])
    thread = run(qtbot, runner.submit(Lane.STORE, open_connection)).events[1][1]
    again = run(qtbot, runner.submit(Lane.STORE, lambda _progress: getattr(local, "connection", "lost"))).events[1][1]
    assert again == "open"
    assert closed == []
    runner.shutdown()
    assert closed == [(thread, "open")]


def test_threads_have_room_for_linear_algebra(qapp: QCoreApplication) -> None:
    thread = LaneThread("compute", lambda: None)
    assert thread.stackSize() == STACK_BYTES == 16 * 1024 * 1024
    thread.start()
    thread.quit()
    assert thread.wait()
    assert QThread.currentThread() is qapp.thread()
