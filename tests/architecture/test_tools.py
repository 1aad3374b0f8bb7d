"""Ruff and mypy, as tests: one command tells whether a change is fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT


@pytest.mark.parametrize("arguments", [["ruff", "check", "--quiet"], ["mypy"]], ids=["ruff", "mypy"])
def test_tool_has_nothing_to_say(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
