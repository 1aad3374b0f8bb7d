"""The window of one product: typed, checked in place, stored, shown in lists, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.services import encoding
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.workplace import Notice, Workplace
from tests.services.shops import HashedEncoder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def _encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's


@pytest.fixture
def notices(stocked: Workplace) -> list[Notice]:
    heard: list[Notice] = []
    stocked.notified.connect(heard.append)
    return heard


def opened(qtbot: QtBot, workplace: Workplace, item_id: str = "") -> ProductDialog:
    dialog = ProductDialog(workplace, ItemId(item_id) if item_id else None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return dialog


def wait(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def wrong(dialog: ProductDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"product_form_{name}_wrong")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_the_form_offers_what_the_shop_has(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = opened(qtbot, stocked)
    fields = dialog.fields
    assert fields.number.text() == "g6"
    assert [fields.category.itemText(row) for row in range(fields.category.count())] == ["Garden", "Kitchen"]
    assert fields.category.currentText() == ""
    assert fields.price_field.control.accessibleName() == "Price (GBP)"
    assert fields.category.lineEdit().accessibleName() == "Category"


def test_a_product_typed_with_the_keyboard_stands_in_the_right_lists(
    qtbot: QtBot, stocked: Workplace, notices: list[Notice]
) -> None:
    dialog = opened(qtbot, stocked)
    QTest.keyClicks(dialog.fields.title, "Clay pot, blue")
    QTest.keyClicks(dialog.fields.category.lineEdit(), "Garden")
    QTest.keyClicks(dialog.fields.price, "4.50")
    QTest.keyClicks(dialog.fields.stock, "3")
    with qtbot.waitSignal(dialog.stored) as stored:
        QTest.keyClick(dialog.fields.price, Qt.Key.Key_Return)
    wait(qtbot, stocked)
    assert stored.args == ["g6"]
    assert not dialog.isVisible()
    added = Item(ItemId("g6"), "Clay pot, blue", category="Garden", price=4.5, currency="GBP", stock=3)
    assert stocked.shop.catalogue.get(ItemId("g6")) == added
    listed = stocked.recommender.recommend(UserId("u07"), 2).items
    assert "g6" in {place.item.item_id for place in listed}
    (notice,) = notices
    assert str(notice.text).startswith("Added: Clay pot, blue. It is in the lists of ")
    assert notice.undo is not None
    notice.undo()
    wait(qtbot, stocked)
    assert stocked.shop.catalogue.get(ItemId("g6")) is None
    assert "g6" not in {place.item.item_id for place in stocked.recommender.recommend(UserId("u07"), 20).items}
    assert str(notices[-1].text) == "Taken back"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("title", "  ", "A product needs a title."),
        ("number", " ", "A product needs a number."),
        ("price", "cheap", "This is not an amount."),
        ("price", "-1", "This is not an amount."),
        ("price", "nan", "This is not an amount."),
        ("stock", "2.5", "This is not a whole number."),
    ],
)
def test_what_is_wrong_is_said_in_place_and_goes_once_it_is_mended(
    qtbot: QtBot, stocked: Workplace, name: str, typed: str, sentence: str
) -> None:
    dialog = opened(qtbot, stocked)
    dialog.fields.title.setText("Pot")
    control = getattr(dialog.fields, name)
    control.setText(typed)
    dialog.go.click()
    assert wrong(dialog, name) == sentence
    assert control.accessibleDescription() == sentence
    assert dialog.isVisible()
    assert stocked.runner.jobs == []
    QTest.keyClicks(control, "1")
    assert wrong(dialog, name) == ""


def test_a_number_that_is_taken_is_said_at_its_field(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = opened(qtbot, stocked)
    dialog.fields.title.setText("Pot")
    dialog.fields.number.setText("g0")
    dialog.submit()
    wait(qtbot, stocked)
    assert wrong(dialog, "number").startswith("There is already a product with the number g0.")
    assert dialog.isVisible()
    assert dialog.fields.isEnabled()
    assert stocked.shop.catalogue.count() == 12


def test_a_change_can_be_taken_back(qtbot: QtBot, stocked: Workplace, notices: list[Notice]) -> None:
    before = stocked.shop.catalogue.get(ItemId("g0"))
    assert before is not None
    dialog = opened(qtbot, stocked, "g0")
    assert dialog.fields.title.text() == "Clay pot"
    assert not dialog.fields.number.isEnabled()
    assert not dialog.remove.isVisible(), "customers have bought it"
    assert dialog.fields.read() == before
    dialog.fields.title.setText("Clay pot, glazed")
    dialog.fields.description.setPlainText("Frost-proof.\nMade by hand.")
    dialog.submit()
    wait(qtbot, stocked)
    changed = stocked.shop.catalogue.get(ItemId("g0"))
    assert changed is not None
    assert (changed.title, changed.description, changed.price) == ("Clay pot, glazed", "Frost-proof.\nMade by hand.", before.price)
    assert notices[0].undo is not None
    notices[0].undo()
    wait(qtbot, stocked)
    assert stocked.shop.catalogue.get(ItemId("g0")) == before


def test_a_product_nobody_knows_can_be_removed_and_brought_back(qtbot: QtBot, stocked: Workplace, notices: list[Notice]) -> None:
    free = Item(ItemId("x"), "Zinc bucket")
    stocked.shop.catalogue.upsert([free])
    dialog = opened(qtbot, stocked, "x")
    with qtbot.waitSignal(dialog.removed):
        dialog.remove.click()
    wait(qtbot, stocked)
    assert stocked.shop.catalogue.get(ItemId("x")) is None
    assert notices[0].undo is not None
    notices[0].undo()
    wait(qtbot, stocked)
    assert stocked.shop.catalogue.get(ItemId("x")) == free


def test_nothing_changed_stores_nothing(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = opened(qtbot, stocked, "g0")
    dialog.submit()
    assert not dialog.isVisible()
    assert stocked.runner.jobs == []


def test_tab_goes_through_the_form_as_it_is_read(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = opened(qtbot, stocked)
    dialog.activateWindow()
    dialog.fields.title.setFocus()
    passed = []
    for _ in range(9):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == [
        "product_form_title",
        "product_form_category",
        "product_form_brand",
        "product_form_description",
        "product_form_price",
        "product_form_stock",
        "product_form_number",
        "product_form_cancel",
        "product_form_go",
    ]
