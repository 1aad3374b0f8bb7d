"""From the press of a button on a card to the repainted order of the list, while a training runs.

Run: ``python3 packaging/dev.py bench click_to_list`` (``--shop DIR`` takes a copy of a prepared shop instead of the sample).
Every click is a synthetic press and release on a button of the Customers page; the clock stops when ``list_painted`` comes, after
the paint in which every card stands at its new place. The real trainer runs in the compute lane meanwhile, begun again when it
ends; it is running at every click counted. Off-screen nothing glides: on a screen the cards move during the 140 ms that follow.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recsys_desktop import paths
from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import JobRunner, Lane
from recsys_desktop.services.imports.importing import import_files
from recsys_desktop.services.imports.previewing import look
from recsys_desktop.services.learning.training import TrainingPlan
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.ui import theme
from recsys_desktop.ui.operations import training
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.workplace import Changes, Workplace

CLICKS, CLICKS_A_CUSTOMER = 200, 10
#: A person looks at the new list before the next click; what is read after the list has time to arrive.
PAUSE_MS = 100
GOAL_MS = 100


def prepared_sample(folder: Path) -> Shop:
    """Return the English sample shop, imported and prepared with the bundled language model."""
    from recsys_desktop.services.fitting import prepare

    shop = open_shop(folder)
    sample = paths.resources_dir() / "sample_data" / "en"
    plans = [look(sample / name).plan for name in ("products.csv", "orders.csv")]
    import_files(shop, [plan for plan in plans if plan is not None], Progress())
    print("reading the sample shop's products and customers ...", flush=True)
    prepare(shop, Progress())
    return shop


def wait_for(signal: SignalInstance, action: Callable[[], object], limit_s: float = 60.0) -> float:
    """Do something and return the seconds until a signal comes. Raises: TimeoutError."""
    loop = QEventLoop()
    ended: list[float] = []

    def note(*_: object) -> None:
        ended.append(time.perf_counter())
        loop.quit()

    signal.connect(note)
    QTimer.singleShot(int(1000 * limit_s), loop, loop.quit)
    started = time.perf_counter()
    action()
    if not ended:
        loop.exec()
    signal.disconnect(note)
    if not ended:
        raise TimeoutError("the list was not painted")
    return ended[0] - started


def rest(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


class Load:
    """Keeps the compute lane busy: with the real trainer, begun again when it ends, or with arrays where there is none."""

    def __init__(self, workplace: Workplace, name: str) -> None:
        self._workplace = workplace
        self._name = name
        self._stopped = False
        self.begun = 0
        self.running = False
        self._begin()

    def _begin(self) -> None:
        if self._stopped:
            return
        self.begun += 1
        if self._name == "training":
            self._job = training.improve(workplace=self._workplace, plan=TrainingPlan(seed=self.begun))
        else:
            self._job = self._workplace.runner.submit(Lane.COMPUTE, compute_arrays)
        self._job.progressed.connect(self._note)
        self._job.failed.connect(self._give_up)
        self._job.finished.connect(self._end)

    def _note(self, _: object) -> None:
        self.running = True

    def _give_up(self, error: Exception) -> None:
        raise SystemExit(f"the load ended with {type(error).__name__}: {error}")

    def _end(self) -> None:
        self.running = False
        QTimer.singleShot(0, self._begin)

    def stop(self) -> None:
        """Begin no other."""
        self._stopped = True
        self._job.cancel()


def compute_arrays(progress: Progress) -> None:
    """Multiply matrices on all cores, and count in Python between them, for a minute."""
    numbers = np.random.default_rng(0).standard_normal((1200, 1200)).astype(np.float32)
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        progress.report(0, 0, message("benchmark", "Multiplying"))
        (numbers @ numbers).sum()
        sum(range(200_000))


def click(page: CustomersPage, number: int) -> float:
    """Press a button of one of the first three cards and return the seconds until the new order is painted."""
    card = page.view.cards.cards[number % 3]
    button = (card.like, card.not_for, card.like, card.bought)[number % 4]
    middle = QPoint(button.width() // 2, button.height() // 2)

    def press() -> None:
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle)

    seconds = wait_for(page.list_painted, press)
    shown = [(card.y(), card.place.rank) for card in page.view.cards.cards if card.place is not None]
    assert shown == sorted(shown), "every card stands where its rank belongs"
    return seconds


class Disturbed:
    """Notices lists made for another reason than a click: a model that was changed just then."""

    def __init__(self, workplace: Workplace) -> None:
        self.count = 0
        workplace.changed.connect(self._note)

    def _note(self, changes: Changes) -> None:
        self.count += changes.model


def measure(page: CustomersPage, users: list[UserId], clicks: int, ready: Callable[[], bool], disturbed: Disturbed) -> list[float]:
    """Return the seconds of each click, ten to a customer, made only while ``ready``."""
    seconds: list[float] = []
    while len(seconds) < clicks:
        if len(seconds) % CLICKS_A_CUSTOMER == 0:
            user_id = users[len(seconds) // CLICKS_A_CUSTOMER % len(users)]
            wait_for(page.list_painted, lambda user_id=user_id: page.open(user_id))  # type: ignore[misc]  # mypy cannot infer it
        rest(PAUSE_MS)
        while not ready():
            rest(PAUSE_MS)
        before = disturbed.count
        taken = click(page, len(seconds))
        if disturbed.count == before:
            seconds.append(taken)
    return seconds


def lists_alone(workplace: Workplace, users: list[UserId]) -> list[float]:
    """Return the seconds of making each list, in the lane that makes them; the first one reads the catalogue and does not count."""
    seconds: list[float] = []

    def make(progress: Progress) -> None:
        workplace.recommender.recommend(users[0])
        for user_id in users:
            progress.raise_if_cancelled()
            started = time.perf_counter()
            workplace.recommender.recommend(user_id)
            seconds.append(time.perf_counter() - started)

    job = workplace.runner.submit(Lane.RANK, make)
    wait_for(job.succeeded, lambda: None)
    return seconds


def tell(name: str, seconds: list[float]) -> None:
    """Print a row of the table."""
    milliseconds = 1000 * np.array(seconds)
    middle, high = np.percentile(milliseconds, [50, 95])
    within = int((milliseconds <= GOAL_MS).sum())
    print(f"{name:<34}{len(seconds):>7}{middle:>9.1f}{high:>9.1f}{milliseconds.max():>9.1f}{within:>10}")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shop", type=Path, help="folder of a prepared shop; a copy is used")
    parser.add_argument("--clicks", type=int, default=CLICKS)
    parser.add_argument("--load", choices=("training", "arrays"), default="training", help="what runs meanwhile")
    options = parser.parse_args()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "shop"
        if options.shop is not None:
            shutil.copytree(options.shop, data_dir)
        shop = open_shop(data_dir) if options.shop is not None else prepared_sample(data_dir)
        runner = JobRunner([shop.database.close_thread])
        try:
            compare(Workplace(shop, runner), options.clicks, options.load)
        finally:
            runner.shutdown()
            shop.close()


def compare(workplace: Workplace, clicks: int, load_name: str) -> None:
    """Click while nothing else runs, then under load."""
    shop = workplace.shop
    workplace.bug_reported.connect(lambda error: print(f"bug: {error!r}"))
    print(f"{shop.catalogue.count():,} products, {shop.users.count():,} customers, {os.cpu_count()} cores")
    page = CustomersPage(workplace)
    page.resize(1158, 690)
    users = shop.users.search("", 1_000)
    page.open(users[0])
    wait_for(page.list_painted, page.show)
    disturbed = Disturbed(workplace)
    print(f"{'milliseconds from press to paint':<34}{'clicks':>7}{'p50':>9}{'p95':>9}{'max':>9}{f'<= {GOAL_MS}':>10}")
    tell("of that, the list alone", lists_alone(workplace, users[:clicks]))
    tell("nothing else running", measure(page, users, clicks, lambda: True, disturbed))
    load = Load(workplace, load_name)
    tell(f"under load: {load_name}", measure(page, users[len(users) // 2 :], clicks, lambda: load.running, disturbed))
    print(f"begun {load.begun} times")
    load.stop()
    page.close()


if __name__ == "__main__":
    main()
