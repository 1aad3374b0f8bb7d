"""A shop whose lists can be made, behind a workplace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from recsys_desktop.ui.workplace import Workplace
from tests.services.shops import prepared_shop


@pytest.fixture(scope="session")
def prepared_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a prepared shop of twelve products and sixty customers; tests get copies."""
    folder = tmp_path_factory.mktemp("prepared") / "shop"
    prepared_shop(folder).close()
    return folder


@pytest.fixture
def stocked(prepared_dir: Path, tmp_shop_dir: Path, request: pytest.FixtureRequest) -> Workplace:
    """A workplace over the prepared shop."""
    shutil.copytree(prepared_dir, tmp_shop_dir)
    made: Workplace = request.getfixturevalue("workplace")
    return made
