"""How long the window stands still while it works: gaps of a 5 ms heartbeat on the window's thread, per job.

    python3 packaging/dev.py bench event_loop_gaps [ORDERS.csv]

Imports a file of order lines (the sample shop's files without one), reads the products, and trains, in the real window off-screen.
A gap is the time between two beats less the 5 ms asked for. Goal: 99 % below 50 ms, none above 200 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer

from recsys_desktop import app, paths
from recsys_desktop.jobs.job import Job, Lane
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.learning.training import TrainingPlan, train
from recsys_desktop.services.shop import open_shop
from recsys_desktop.ui.operations import opening

_BEAT_MS = 5


class Heartbeat:
    """Notes when it beats; :meth:`gaps` are in milliseconds."""

    def __init__(self) -> None:
        self._beats: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(lambda: self._beats.append(time.perf_counter()))

    def start(self) -> None:
        self._beats = [time.perf_counter()]
        self._timer.start()

    def stop(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        self._timer.stop()
        return np.maximum(np.diff(self._beats) * 1000 - _BEAT_MS, 0.0)


def measure(name: str, start: Callable[[], Job]) -> None:
    """Run one job to its end and print its line of the table."""
    heartbeat, loop, failures = Heartbeat(), QEventLoop(), list[Exception]()
    began = time.perf_counter()
    heartbeat.start()
    job = start()
    job.failed.connect(failures.append)
    job.finished.connect(loop.quit)
    loop.exec()
    gaps = heartbeat.stop()
    seconds = time.perf_counter() - began
    p50, p99 = np.percentile(gaps, [50, 99])
    note = f" ({failures[0]})" if failures else ""
    print(f"| {name}{note} | {seconds:.1f} | {len(gaps)} | {p50:.1f} | {p99:.1f} | {gaps.max():.1f} |", flush=True)


def main() -> None:
    """Print the table."""
    samples = paths.resources_dir() / "sample_data" / "en"
    files = [Path(name) for name in sys.argv[1:]] or [samples / "products.csv", samples / "orders.csv"]
    application = app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder) / "shop")
        session = app.Session(application, shop, Path(folder))
        session.keeper.window.show()
        runner, workplace = session.runner, session.workplace
        print("| job | seconds | beats | p50 ms | p99 ms | max ms |\n|---|---|---|---|---|---|")
        measure("import torch and the model", lambda: opening.load_model(workplace=workplace))
        plans = inspect_files(files)
        measure("import", lambda: runner.submit(Lane.COMPUTE, partial(import_files, shop, plans)))
        measure("read products and customers, fit", lambda: opening.prepare(workplace=workplace))
        measure("train", lambda: runner.submit(Lane.COMPUTE, partial(train, shop, TrainingPlan())))
        session.close()


if __name__ == "__main__":
    main()
