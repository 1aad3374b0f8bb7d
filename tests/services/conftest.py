"""Shops that tests may change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.services.shop import Shop
from tests.services.shops import prepared_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A prepared shop of twelve products and sixty customers."""
    opened = prepared_shop(tmp_path / "shop")
    yield opened
    opened.close()
