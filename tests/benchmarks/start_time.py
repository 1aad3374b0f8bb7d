"""How soon the window stands: seconds from the start of the process to the first paint, beside an empty PySide6 window.

    python3 packaging/dev.py bench start_time

Each figure is a process of its own, after one that warms the disk's cache; the median of five is printed with the extremes.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

_EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time() - started, flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
_OURS = """
from PySide6.QtCore import QEvent, QObject
from pathlib import Path
from recsys_desktop import app, paths
from recsys_desktop.services.shop import open_shop
class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.time() - started, flush=True)
            os._exit(0)
        return False
application = app.make_application()
folder = Path(sys.argv[2])
session = app.Session(application, open_shop(folder), folder)
watcher = Watcher()
session.keeper.window.installEventFilter(watcher)
session.open()
application.exec()
"""
_HEAD = "import os, sys, time\nstarted = float(sys.argv[1])\n"
_TURNS = 5


def seconds_to_paint(script: str) -> float:
    """Start one process and return the seconds until it says that it has painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _HEAD + script, str(time.time()), folder]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return float(done.stdout)


def main() -> None:
    """Print the table."""
    print("| window | median s | best | worst |\n|---|---|---|---|")
    medians = []
    for name, script in (("empty PySide6 window", _EMPTY), ("recsys_desktop", _OURS)):
        seconds_to_paint(script)
        turns = sorted(seconds_to_paint(script) for _ in range(_TURNS))
        medians.append(statistics.median(turns))
        print(f"| {name} | {medians[-1]:.2f} | {turns[0]:.2f} | {turns[-1]:.2f} |", flush=True)
    print(f"\nratio {medians[1] / medians[0]:.2f}")


if __name__ == "__main__":
    main()
