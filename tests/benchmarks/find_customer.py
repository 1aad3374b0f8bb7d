"""From the end of a pause in typing to the painted list of customers found, among 100,000.

Run: ``python3 packaging/dev.py bench find_customer`` (``--customers N``). Three kinds of ids, a third each: numbers in a row, codes
of addresses, names. Every letter of a word typed counts as a search of its own; then the box is emptied. The pause of 150 ms after
which a search starts is not counted. "store" is the search alone, "painted" is what a person waits for.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.services.pseudonyms import customers_called
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.store.staging import Staging
from recsys_desktop.ui import theme
from recsys_desktop.ui.models.customers import FIRST_PAGE
from recsys_desktop.ui.operations import browsing
from recsys_desktop.ui.operations.browsing import FoundCustomers
from recsys_desktop.ui.widgets.customers.customer_finder import CustomerFinder
from recsys_desktop.ui.workplace import Workplace

CUSTOMERS, GOAL_MS = 100_000, 100
_TYPED = ("C-0", "C-04217", "99", "4217", "c-7f3", "Ito", "Meyer 123", "zzz", "ann@mail.example", "e")
_ROUNDS = 3
_NAMES = ("Meyer", "Ito", "Okafor", "王", "Garcia", "Smith", "Lindqvist", "Haddad")


def ids(count: int) -> Iterator[UserId]:
    """Yield ids of customers: a third are numbers, a third codes, a third names."""
    for number in range(count):
        if number % 3 == 0:
            yield UserId(f"C-{number:06d}")
        elif number % 3 == 1:
            yield UserId("c-" + hashlib.sha256(str(number).encode()).hexdigest()[:16])
        else:
            yield UserId(f"{_NAMES[number % len(_NAMES)]} {number}")


def fill(shop: Shop, count: int) -> None:
    """Store customers with one purchase each, a minute apart."""
    began = 1_767_225_600
    with Staging(shop.database) as staging:
        staging.add_interactions(
            [
                Interaction(user_id, ItemId(str(number % 500)), Kind.PURCHASE, None, 1.0, began + 60 * number, f"o{number}")
                for number, user_id in enumerate(ids(count))
            ]
        )
        staging.merge(Progress())


def texts() -> list[str]:
    """Return what stands in the box while the words are typed and taken away again."""
    typed = [word[:end] for word in _TYPED for end in range(1, len(word) + 1)]
    return [text for _ in range(_ROUNDS) for text in (*typed, "")]


def search(finder: CustomerFinder, workplace: Workplace, text: str) -> float:
    """Search as the box does once the typing pauses; return the seconds until what was found is painted."""
    loop = QEventLoop()
    began = time.perf_counter()

    def show(found: FoundCustomers) -> None:
        finder.show_found(found.text, found.ids, found.limit)
        finder.repaint()
        finder.list.viewport().repaint()
        loop.quit()

    browsing.search_customers(workplace=workplace, text=text, limit=FIRST_PAGE).succeeded.connect(show)
    QTimer.singleShot(60_000, loop, loop.quit)
    loop.exec()
    return time.perf_counter() - began


def tell(name: str, seconds: list[float]) -> None:
    """Print a row of the table."""
    milliseconds = 1000 * np.array(seconds)
    middle, high = np.percentile(milliseconds, [50, 95])
    within = int((milliseconds <= GOAL_MS).sum())
    print(f"{name:<24}{len(seconds):>10}{middle:>9.1f}{high:>9.1f}{milliseconds.max():>9.1f}{within:>10}")


def main() -> None:
    """Fill a shop, search, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--customers", type=int, default=CUSTOMERS)
    options = parser.parse_args()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder) / "shop")
        fill(shop, options.customers)
        runner = JobRunner([shop.database.close_thread])
        try:
            measure(Workplace(shop, runner))
        finally:
            runner.shutdown()
            shop.close()


def measure(workplace: Workplace) -> None:
    """Search for every text, in the store alone and in the window."""
    finder = CustomerFinder()
    finder.resize(192, 640)
    finder.show()
    print(f"{workplace.shop.users.count():,} customers, {os.cpu_count()} cores")
    print(f"{'milliseconds':<24}{'searches':>10}{'p50':>9}{'p95':>9}{'max':>9}{f'<= {GOAL_MS}':>10}")
    alone = []
    for text in texts():
        began = time.perf_counter()
        customers_called(workplace.shop, text, FIRST_PAGE)
        alone.append(time.perf_counter() - began)
    tell("store", alone)
    search(finder, workplace, "")  # the lane and its connection are opened by the first
    tell("painted", [search(finder, workplace, text) for text in texts()])
    finder.close()


if __name__ == "__main__":
    main()
