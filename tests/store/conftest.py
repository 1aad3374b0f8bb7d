"""A store in a folder with letters that trip careless code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.store.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "店铺 数据" / "用户 é" / "shop.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    yield database
    database.close()
