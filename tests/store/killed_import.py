"""A program killed in the middle of an import or of its undo: ``python -m tests.store.killed_import shop.db QUESTION WORK``.

It dies without any clean-up when SQLite asks for the given time whether to go on. Killed in vain, it prints how often it asked.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from recsys_desktop.domain.entities import Interaction
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store import merging
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.staging import Staging
from tests.store.shops import event, opened

ITEMS_AND_USERS = 60


def rows() -> list[Interaction]:
    return [event(f"u{number % ITEMS_AND_USERS}", f"p{number % ITEMS_AND_USERS}", number) for number in range(3_000)]


class Killing(Progress):
    def __init__(self, question: int) -> None:
        super().__init__()
        self._question = question
        self.asked = 0

    def raise_if_cancelled(self) -> None:
        self.asked += 1
        if self.asked == self._question:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    merging._INSTRUCTIONS = 2_000
    progress = Killing(int(sys.argv[2]))
    with opened(Path(sys.argv[1])) as database:
        if sys.argv[3] == "undo":
            Imports(database).undo(progress)
        else:
            with Staging(database) as staging:
                staging.add_interactions(rows())
                staging.merge(progress, ["rows"])
    sys.stdout.write(f"{progress.asked}\n")
