"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["history", "item_space", "metrics", "ranker", "lots", "selection.rule", "topics", "words"])
def test_docstring_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"recsys_desktop.engine.{name}"))
    assert result.attempted > 0
    assert result.failed == 0
