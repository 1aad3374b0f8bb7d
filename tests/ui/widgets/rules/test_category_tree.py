"""The tree of categories: counts add up, a tick stands for all below, and what is ticked is named as short as can be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.widgets.rules.category_tree import CategoryTree, with_uppers

SHELVES = (("Home > Kitchen > Mugs", 3), ("Home > Kitchen", 2), ("Home>Bath", 4), ("Garden", 12))


@pytest.fixture
def tree(qtbot: QtBot) -> CategoryTree:
    made = CategoryTree("tree", "Categories")
    qtbot.addWidget(made)
    made.show_categories(SHELVES)
    return made


def node(tree: CategoryTree, name: str) -> QTreeWidgetItem:
    return tree.findItems(name, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)[0]


def test_counts_include_what_lies_below(tree: CategoryTree) -> None:
    texts = {name: node(tree, name).text(0) for name in ("Home", "Kitchen", "Mugs", "Bath", "Garden")}
    assert texts == {
        "Home": "Home  ·  9",
        "Kitchen": "Kitchen  ·  5",
        "Mugs": "Mugs  ·  3",
        "Bath": "Bath  ·  4",
        "Garden": "Garden  ·  12",
    }
    assert list(with_uppers("A > B>C")) == ["A", "A > B", "A > B > C"]


def test_only_the_uppermost_ticked_ones_are_named(qtbot: QtBot, tree: CategoryTree) -> None:
    with qtbot.waitSignal(tree.ticked):
        node(tree, "Home").setCheckState(0, Qt.CheckState.Checked)
    assert list(tree.paths) == ["Home"]
    with qtbot.waitSignal(tree.ticked):
        node(tree, "Mugs").setCheckState(0, Qt.CheckState.Unchecked)
    assert list(tree.paths) == ["Home > Bath"]
    assert node(tree, "Home").checkState(0) == Qt.CheckState.PartiallyChecked


def test_ticks_that_are_shown_are_not_told(qtbot: QtBot, tree: CategoryTree) -> None:
    with qtbot.assertNotEmitted(tree.ticked, wait=20):
        tree.tick(["Home > Kitchen", "no such shelf"])
        assert list(tree.paths) == ["Home > Kitchen"]
        assert node(tree, "Home").isExpanded()
        tree.tick(["Home", "Garden"], without=["Home > Bath"])
    assert list(tree.paths) == ["Garden", "Home > Kitchen"]
    tree.tick([])
    assert list(tree.paths) == []
