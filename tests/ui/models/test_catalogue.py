"""The catalogue table: one page after the other, each asked for once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.catalogue import ITEM_ROLE, PAGE, CatalogueModel, Column

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Item(ItemId("0042"), "Recipe box <i>", category="Kitchen > Boxes", price=4.95, currency="GBP", stock=3)


def _page(start: int, count: int) -> list[Item]:
    return [Item(ItemId(f"{number:05d}"), f"Title {number:05d}") for number in range(start, start + count)]


def test_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = CatalogueModel()
    model.restart(_page(0, PAGE))
    qtmodeltester.check(model)


def test_shows_a_product_in_words() -> None:
    model = CatalogueModel()
    model.restart([BOX])
    shown = [model.index(0, column).data() for column in Column]
    assert shown == ["", "Recipe box <i>", "Kitchen > Boxes", "£4.95", "3"]
    assert model.index(0, Column.PRODUCT).data(Qt.ItemDataRole.ToolTipRole) == "<p>Recipe box &lt;i&gt;</p>"
    assert model.index(0, Column.PRICE).data(ITEM_ROLE) == BOX
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["", "Product", "Category", "Price", "In stock"]


def test_says_nothing_where_the_shop_says_nothing() -> None:
    model = CatalogueModel()
    model.restart([Item(ItemId("1"), "Bare")])
    assert [model.index(0, column).data() for column in Column] == ["", "Bare", "", "", ""]


def test_asks_for_the_page_after_the_last_product_once(qtbot: QtBot) -> None:
    model = CatalogueModel()
    model.restart(_page(0, PAGE))
    assert model.last == (f"Title {PAGE - 1:05d}", f"{PAGE - 1:05d}")
    with qtbot.waitSignal(model.page_wanted):
        model.fetchMore(QModelIndex())
    with qtbot.assertNotEmitted(model.page_wanted):
        model.fetchMore(QModelIndex())
    model.append(_page(PAGE, 7))
    assert model.rowCount() == PAGE + 7
    assert not model.canFetchMore(QModelIndex()), "a short page is the last one"
    assert model.index_of(ItemId(f"{PAGE + 6:05d}")).row() == PAGE + 6


def test_an_empty_last_page_ends_the_table() -> None:
    model = CatalogueModel()
    model.restart(_page(0, PAGE))
    model.append([])
    assert model.rowCount() == PAGE
    assert not model.canFetchMore(QModelIndex())


def test_nothing_found_is_an_empty_table() -> None:
    model = CatalogueModel()
    model.restart(_page(0, 3))
    model.restart([])
    assert model.rowCount() == 0
    assert model.last is None
