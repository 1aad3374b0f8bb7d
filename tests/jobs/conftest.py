"""A runner that is shut down after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from recsys_desktop.jobs.runner import JobRunner


@pytest.fixture
def runner(qapp: QCoreApplication) -> Iterator[JobRunner]:
    """A runner; the guards of ``tests/conftest.py`` fail a test that leaves one of its threads running."""
    assert QCoreApplication.instance() is qapp  # signals between threads need it
    made = JobRunner()
    yield made
    made.shutdown()
    assert made.jobs == []
