"""A shop on disk with its lanes, as every page gets it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui import theme
from recsys_desktop.ui.workplace import Workplace
from tests.services.shops import prepared_shop


@pytest.fixture
def workplace(qapp: QApplication, tmp_shop_dir: Path) -> Iterator[Workplace]:
    """An empty shop. Its lanes are ended after the test, bugs that were reported fail it."""
    theme.apply(qapp, "light")
    shop = Shop(tmp_shop_dir)
    runner = JobRunner([shop.database.close_thread])
    made = Workplace(shop, runner, Recommender(shop))
    bugs: list[Exception] = []
    made.bug_reported.connect(bugs.append)
    yield made
    runner.shutdown()
    shop.close()
    assert bugs == []


@pytest.fixture(scope="session")
def prepared_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a prepared shop of twelve products and sixty customers; tests get copies."""
    folder = tmp_path_factory.mktemp("prepared") / "shop"
    prepared_shop(folder).close()
    return folder


@pytest.fixture
def stocked(prepared_dir: Path, tmp_shop_dir: Path, request: pytest.FixtureRequest) -> Workplace:
    """A workplace over the prepared shop, whose lists can be made."""
    shutil.copytree(prepared_dir, tmp_shop_dir)
    made: Workplace = request.getfixturevalue("workplace")
    return made
