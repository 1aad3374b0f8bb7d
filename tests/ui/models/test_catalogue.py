"""The catalogue table: it knows how many products there are, and asks once for each page that is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.catalogue import HIDDEN_ROLE, ITEM_ROLE, PAGE, CatalogueModel, Column

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Item(ItemId("0042"), "Recipe box <i>", category="Kitchen > Boxes", price=4.95, currency="GBP", stock=3)


def _page(start: int, count: int) -> list[Item]:
    return [Item(ItemId(f"{number:05d}"), f"Title {number:05d}") for number in range(start, start + count)]


def _filled(*items: Item, hidden: tuple[ItemId, ...] = ()) -> CatalogueModel:
    """Return a model of these products, all read."""
    model = CatalogueModel()
    model.page_wanted.connect(lambda ids: model.fill(ids, [item for item in items if item.item_id in ids]))
    model.show([item.item_id for item in items], hidden)
    for start in range(0, len(items), PAGE):
        model.index(start, Column.PRODUCT).data()
    return model


def test_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_filled(*_page(0, 7)))


def test_shows_a_product_in_words() -> None:
    model = _filled(BOX)
    shown = [model.index(0, column).data() for column in Column]
    assert shown == ["", "Recipe box <i>", "Kitchen > Boxes", "£4.95", "3"]
    assert model.index(0, Column.PRODUCT).data(Qt.ItemDataRole.ToolTipRole) == "<p>Recipe box &lt;i&gt;</p>"
    assert model.index(0, Column.PRICE).data(ITEM_ROLE) == BOX
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["", "Product", "Category", "Price", "In stock"]


def test_says_nothing_where_the_shop_says_nothing() -> None:
    model = _filled(Item(ItemId("1"), "Bare"))
    assert [model.index(0, column).data() for column in Column] == ["", "Bare", "", "", ""]


def test_tells_which_products_are_hidden() -> None:
    model = _filled(*_page(0, 2), hidden=(ItemId("00001"),))
    assert [model.index(row, Column.PRODUCT).data(HIDDEN_ROLE) for row in range(2)] == [False, True]
    assert "never recommended" in model.index(1, Column.PRODUCT).data(Qt.ItemDataRole.ToolTipRole)


def test_asks_once_for_each_page_that_is_looked_at(qtbot: QtBot) -> None:
    items = _page(0, PAGE + 7)
    model = CatalogueModel()
    model.show([item.item_id for item in items])
    assert model.rowCount() == PAGE + 7
    with qtbot.waitSignal(model.page_wanted) as asked:
        assert model.index(PAGE + 3, Column.PRODUCT).data() == ""
    assert asked.args == [tuple(item.item_id for item in items[PAGE:])]
    with qtbot.assertNotEmitted(model.page_wanted):
        assert model.index(PAGE + 4, Column.PRODUCT).data() == ""
    with qtbot.waitSignal(model.dataChanged):
        model.fill(asked.args[0], items[PAGE:])
    assert model.index(PAGE + 3, Column.PRODUCT).data() == f"Title {PAGE + 3:05d}"
    assert model.index_of(ItemId(f"{PAGE + 6:05d}")).row() == PAGE + 6
    assert not model.index_of(ItemId("x")).isValid()


def test_a_page_of_an_earlier_search_is_not_taken_in() -> None:
    model = CatalogueModel()
    asked: list[tuple[ItemId, ...]] = []
    model.page_wanted.connect(asked.append)
    model.show([ItemId("1"), ItemId("2")])
    model.index(0, Column.PRODUCT).data()
    model.show([ItemId("2")])
    model.index(0, Column.PRODUCT).data()
    model.fill(asked[0], [Item(ItemId("1"), "One"), Item(ItemId("2"), "Two")])
    assert model.index(0, Column.PRODUCT).data() == ""
    model.fill(asked[1], [Item(ItemId("2"), "Two")])
    assert model.index(0, Column.PRODUCT).data() == "Two"


def test_a_press_on_a_heading_asks_for_an_order(qtbot: QtBot) -> None:
    model = _filled(*_page(0, 3))
    with qtbot.waitSignal(model.sort_wanted) as asked:
        model.sort(Column.PRICE, Qt.SortOrder.DescendingOrder)
    assert asked.args == [Column.PRICE, True]
    with qtbot.assertNotEmitted(model.sort_wanted):
        model.sort(Column.PICTURE)
