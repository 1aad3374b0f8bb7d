"""The Products page on a shop of six garden and six kitchen things."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.services import encoding
from recsys_desktop.services.products import pictures as services_pictures
from recsys_desktop.ui.dialogs.fetch_pictures import FetchPicturesDialog
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.models.catalogue import HIDDEN_ROLE, PAGE, Column
from recsys_desktop.ui.models.items import REMARK_ROLE
from recsys_desktop.ui.operations import rules
from recsys_desktop.ui.pages.products import ProductsPage
from recsys_desktop.ui.widgets.products.product_detail import AUDIENCE, TOGETHER
from recsys_desktop.ui.widgets.products.product_shelf import MAP, TEXTS
from recsys_desktop.ui.widgets.tile import PICTURES
from recsys_desktop.ui.workplace import Changes, Workplace
from tests.services.shops import HashedEncoder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _shown(qtbot: QtBot, workplace: Workplace, item_id: str = "") -> ProductsPage:
    page = ProductsPage(workplace)
    qtbot.addWidget(page)
    page.resize(1158, 690)
    if item_id:
        page.open(ItemId(item_id))
    page.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return page


def _products(page: ProductsPage) -> list[str]:
    model = page.table.catalogue
    return [model.index(row, Column.PRODUCT).data() for row in range(model.rowCount())]


def _rows(view: QListView) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def _title(page: ProductsPage) -> str:
    label = page.findChild(QLabel, "product_title")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_catalogue_and_its_first_product(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    assert _products(page)[:3] == ["Cake tin", "Clay pot", "Egg cup"]
    assert len(_products(page)) == 12
    assert page.selected == "k4"
    assert _title(page) == "Cake tin"
    assert page.table.currentIndex().row() == 0
    assert len(_rows(page.detail.similar)) == 11
    assert page.minimumSizeHint().width() <= 1158


def test_arrow_keys_choose_products(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    page.activateWindow()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _title(page) == "Clay pot"
    garden = {"Hand trowel", "Watering can", "Seed box", "Plant label", "Garden twine"}
    assert set(_rows(page.detail.similar)[:3]) <= garden


def test_who_would_like_a_product_leads_to_the_customer(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked, "g5")
    assert _title(page) == "Garden twine"
    page.detail.tabs.setCurrentIndex(AUDIENCE)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    audience = page.detail.audience.view
    best = _rows(audience)[:5]
    assert set(best) == {"u00", "u06", "u12", "u18", "u24"}, "gardeners who have all but the twine"
    with qtbot.waitSignal(stocked.page_wanted) as wanted:
        QTest.mouseClick(
            audience.viewport(), Qt.MouseButton.LeftButton, pos=audience.visualRect(audience.model().index(0, 0)).center()
        )
    assert wanted.args == ["customers", UserId(best[0])]


def test_a_similar_product_is_opened_and_found_in_the_table(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked, "g0")
    similar = page.detail.similar
    wanted = _rows(similar)[0]
    similar.clicked.emit(similar.model().index(0, 0))
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _title(page) == wanted
    assert page.table.currentIndex().siblingAtColumn(Column.PRODUCT).data() == wanted


def test_search_as_one_types(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    QTest.keyClicks(page.box, "kitchen t")
    kitchen = ["Cake tin", "Egg cup", "Jam jar", "Oven glove", "Rolling pin", "Tea towel"]
    qtbot.waitUntil(lambda: _products(page) == kitchen)
    page.box.setText("kitchen towel")
    qtbot.waitUntil(lambda: _products(page) == ["Tea towel"])
    page.box.setText("nothing of the kind")
    qtbot.waitUntil(lambda: any(label.isVisible() and label.text() == "Nothing found" for label in page.findChildren(QLabel)))


def test_what_is_looked_at_is_read(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert(Item(ItemId(f"x{number:04d}"), f"Zinc bucket {number:04d}") for number in range(4 * PAGE))
    page = _shown(qtbot, stocked)
    model = page.table.catalogue
    assert model.rowCount() == 12 + 4 * PAGE
    page.table.scrollToBottom()
    last = model.index(model.rowCount() - 1, Column.PRODUCT)
    qtbot.waitUntil(lambda: last.data() == f"Zinc bucket {4 * PAGE - 1:04d}")
    middle = model.index(PAGE + 5, Column.PRODUCT)
    assert middle.data() == "", "asked for now, and not there yet"
    qtbot.waitUntil(lambda: middle.data() == f"Zinc bucket {PAGE - 7:04d}")


def test_headings_filters_and_counts(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert([Item(ItemId("z1"), "Zinc bucket", category="Garden > Metal", price=99.0, stock=0)])
    page = _shown(qtbot, stocked)
    count = page.findChild(QLabel, "product_count")
    assert count.text() == "13 products"
    page.table.horizontalHeader().setSortIndicator(Column.PRICE, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: _products(page)[0] == "Zinc bucket")
    assert page.selected == "k4", "another order keeps what was chosen"
    assert page.table.currentIndex().siblingAtColumn(Column.PRODUCT).data() == "Cake tin"
    filters = page.shelf.filters
    assert [filters.categories.itemData(row) for row in range(filters.categories.count())] == [
        "", "Garden", "Garden > Metal", "Kitchen",
    ]  # fmt: skip
    filters.categories.setCurrentIndex(1)
    filters.categories.activated.emit(1)
    qtbot.waitUntil(lambda: count.text() == "7 of 13 products")
    filters.shown.setCurrentIndex(filters.shown.findData("sold_out"))
    filters.shown.activated.emit(0)
    qtbot.waitUntil(lambda: _products(page) == ["Zinc bucket"])
    filters.shown.setCurrentIndex(filters.shown.findData("hidden"))
    filters.shown.activated.emit(0)
    qtbot.waitUntil(lambda: _products(page) == [])
    action = next(button for button in page.findChildren(QPushButton, "empty_action") if button.isVisible())
    action.click()
    qtbot.waitUntil(lambda: count.text() == "13 products")


def test_bought_together_says_how_often(qtbot: QtBot, stocked: Workplace) -> None:
    for order in range(3):
        stocked.shop.interactions.add_many(
            Interaction(UserId("u00"), ItemId(item), Kind.PURCHASE, time=1_800_000_000, order_id=f"n{order}")
            for item in (("g0", "k1") if order < 2 else ("g0",))
        )
    page = _shown(qtbot, stocked, "k1")
    page.detail.tabs.setCurrentIndex(TOGETHER)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _rows(page.detail.together) == ["Clay pot"]
    # k1 was in 25 orders of one thing (30 customers buy 5 of 6 things each) and in these two
    assert page.detail.together.model().index(0, 0).data(REMARK_ROLE) == "in 7 % of the orders with this (2)"
    page.open(ItemId("g4"))
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    remark = page.findChild(QLabel, "product_remark")
    assert remark.isVisible()
    assert remark.text().startswith("No product shared two orders")


def test_the_map_is_drawn_when_it_is_looked_at(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    page.shelf.views.setCurrentIndex(MAP)
    qtbot.waitUntil(page.shelf.map.view.isVisible)
    view = page.shelf.map.view
    assert view.chosen == "k4"
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):  # wherever the others lie
        if view.chosen == "k4":
            QTest.keyClick(view, key)
    assert view.chosen != "k4"
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.selected == view.chosen
    stocked.changed.emit(Changes(model=True))
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert view.isVisible()
    assert view.chosen == page.selected


def test_a_hidden_product_says_so(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked, "k4")
    chip = page.findChild(QLabel, "product_hidden")
    assert not chip.isVisible()
    item = stocked.shop.catalogue.get(ItemId("k4"))
    assert item is not None
    rules.never_recommend(workplace=stocked, item=item)
    qtbot.waitUntil(chip.isVisible)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.table.catalogue.index(0, Column.PRODUCT).data(HIDDEN_ROLE)


def test_an_empty_shop_says_what_to_do(qtbot: QtBot, workplace: Workplace) -> None:
    page = _shown(qtbot, workplace)
    assert any(label.isVisible() and label.text() == "No products yet" for label in page.findChildren(QLabel))
    action = next(button for button in page.findChildren(QPushButton, "empty_action") if button.isVisible())
    with qtbot.waitSignal(workplace.import_wanted):
        action.click()


def test_before_the_shop_is_prepared_the_lists_say_why(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.shop.catalogue.upsert([Item(ItemId("1"), "<b>Lamp</b>", stock=0)])
    page = _shown(qtbot, workplace)
    assert _title(page) == "<b>Lamp</b>"
    remark = page.findChild(QLabel, "product_remark")
    assert remark.isVisible()
    assert remark.text().startswith("The lists of this shop are not prepared yet.")


def test_an_import_is_shown_when_the_page_is(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    stocked.shop.catalogue.upsert([Item(ItemId("a"), "Aardvark")])
    page.hide()
    stocked.changed.emit(Changes(items=True))
    assert stocked.runner.jobs == []
    page.show()
    qtbot.waitUntil(lambda: _products(page)[0] == "Aardvark")
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _title(page) == "Cake tin", "what was in detail stays"
    assert QApplication.activeModalWidget() is None


def test_a_product_typed_in_is_shown_with_who_would_like_it(
    qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's
    page = _shown(qtbot, stocked)
    page.add.click()
    dialog = page.findChild(ProductDialog)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    dialog.fields.title.setText("Clay pot, blue")
    dialog.fields.category.setEditText("Garden")
    dialog.submit()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.selected == "g6"
    assert _title(page) == "Clay pot, blue"
    assert page.table.currentIndex().siblingAtColumn(Column.PRODUCT).data() == "Clay pot, blue"
    assert page.detail.tabs.currentIndex() == AUDIENCE
    assert {user < "u30" for user in _rows(page.detail.audience.view)[:20]} == {True}, "gardeners"


def test_change_opens_the_form_of_the_product_in_detail(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked, "g5")
    page.detail.change.click()
    dialog = page.findChild(ProductDialog)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert dialog.fields.title.text() == "Garden twine"


def test_a_product_taken_out_leaves_the_table_and_the_detail(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert([Item(ItemId("x"), "Zinc bucket")])
    page = _shown(qtbot, stocked, "x")
    page.open_form(ItemId("x"))
    dialog = page.findChild(ProductDialog)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    dialog.remove.click()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert "Zinc bucket" not in _products(page)
    assert page.selected == "k4", "the first of those that are left"


def test_texts_that_say_too_little_are_listed_and_lead_to_the_form(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert(
        Item(ItemId(f"{shelf}{number}"), f"Fine {shelf} thing for all {number} seasons", category="X")
        for shelf in "gk"
        for number in range(6)
    )
    stocked.shop.catalogue.upsert([Item(ItemId("t1"), "4711", category="X"), Item(ItemId("t2"), "Bowl", category="X")])
    page = _shown(qtbot, stocked)
    page.shelf.views.setCurrentIndex(TEXTS)
    qtbot.waitUntil(lambda: page.shelf.views.tabText(TEXTS) == "Texts (2)")
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _rows(page.shelf.texts.list) == ["4711", "Bowl"]
    assert page.selected == "t1"
    assert page.findChild(QLabel, "text_remedy").text().startswith("4711: Write what it is")
    page.shelf.texts.list.setFocus()
    QTest.keyClick(page.shelf.texts.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert _title(page) == "Bowl"
    page.shelf.texts.change.click()
    dialog = page.findChild(ProductDialog)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert dialog.fields.title.text() == "Bowl"


def test_where_every_text_says_enough_it_says_so(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert(
        Item(ItemId(f"{shelf}{number}"), f"Fine {word} thing {shelf}", category="X")
        for shelf in "gk"
        for number, word in enumerate(("oak", "ash", "elm", "fir", "yew", "box"))
    )
    page = _shown(qtbot, stocked)
    page.shelf.views.setCurrentIndex(TEXTS)
    qtbot.waitUntil(
        lambda: any(label.isVisible() and label.text() == "Every text says enough" for label in page.findChildren(QLabel))
    )


def test_pictures_are_fetched_only_after_a_yes(qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    stocked.shop.catalogue.upsert([Item(ItemId("a"), "Aardvark", image="https://cdn.example/a.png")])
    asked: list[str] = []

    def answer(image: str) -> io.BytesIO:
        asked.append(image)
        return io.BytesIO(_red_png())

    monkeypatch.setattr(services_pictures, "_open", answer)
    page = _shown(qtbot, stocked)
    page.fetch_pictures()
    qtbot.waitUntil(lambda: page.findChild(FetchPicturesDialog) is not None)
    dialog = page.findChild(FetchPicturesDialog)
    assert any("cdn.example (1)" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert asked == []
    qtbot.waitUntil(lambda: page.findChild(FetchPicturesDialog) is None)
    page.fetch_pictures()
    qtbot.waitUntil(lambda: page.findChild(FetchPicturesDialog) is not None)
    with qtbot.waitSignal(stocked.notified) as notice:
        page.findChild(QPushButton, "pictures_fetch").click()
    assert str(notice.args[0].text) == "Pictures fetched: 1."
    qtbot.waitUntil(lambda: PICTURES.get("https://cdn.example/a.png") is not None)
    assert asked == ["https://cdn.example/a.png"]


def _red_png() -> bytes:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(data.data())


def test_what_one_may_do_with_a_product(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked, "g5")
    page.detail.more.click()
    menu = page.findChild(QMenu, "product_menu")
    names = [action.objectName() for action in menu.actions() if action.isCheckable()]
    assert names == ["rule_first", "rule_more", "rule_less", "rule_never"]
    menu.close()
    page.detail.tabs.setCurrentIndex(AUDIENCE)
    page.detail.audience.export.click()
    dialog = page.findChild(HandOutDialog)
    assert dialog.options.wish.what == "audience"
    assert dialog.options.wish.item_id == "g5"
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    dialog.close()
    page.shelf.more.click()
    menu = page.findChild(QMenu, "products_menu")
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Fetch pictures…",
        "Hand out similar products…",
        "Hand out what is bought together…",
    ]
    menu.close()


def test_the_button_beside_the_filters_sorts_too(qtbot: QtBot, stocked: Workplace) -> None:
    page = _shown(qtbot, stocked)
    page.shelf.filters.sort.click()
    menu = page.findChild(QMenu, "product_sort_menu")
    next(action for action in menu.actions() if action.text() == "Dearest first").trigger()
    menu.close()
    qtbot.waitUntil(lambda: _products(page)[0] == "Egg cup")
    header = page.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (Column.PRICE, Qt.SortOrder.DescendingOrder)
