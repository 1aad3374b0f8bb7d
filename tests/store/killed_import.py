"""A program that is killed in the middle of an import: ``python -m tests.store.killed_import shop.db QUESTION``.

It dies without any clean-up when SQLite asks for the given time whether to go on.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from recsys_desktop.domain.entities import Interaction
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store import merging
from tests.store.shops import event, opened, take_in

ITEMS_AND_USERS = 60


def rows() -> list[Interaction]:
    return [event(f"u{number % ITEMS_AND_USERS}", f"p{number % ITEMS_AND_USERS}", number) for number in range(3_000)]


class Killing(Progress):
    def __init__(self, question: int) -> None:
        super().__init__()
        self._left = question

    def raise_if_cancelled(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    merging._INSTRUCTIONS = 2_000
    with opened(Path(sys.argv[1])) as database:
        take_in(database, events=rows(), progress=Killing(int(sys.argv[2])))
