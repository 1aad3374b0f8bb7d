"""The fields of one product, read and checked in place."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.operations.stocking import ProductForm
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.form_field import CompletingBox, CompletingLine, FormField

Value = TypeVar("Value")

_DESCRIPTION_HEIGHT = 96
#: With it, the words of the description begin below those of the lines above.
_DESCRIPTION_MARGIN = 2


class ProductFields(QWidget):
    """Title first, as that is what is at hand; the number is suggested, and fixed once the product exists."""

    def __init__(self, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = Item(ItemId(""), "")
        self._currency = ""
        self.title, self.number = QLineEdit(), QLineEdit()
        self.category, self.brand = CompletingBox(), CompletingLine()
        self.price, self.stock = QLineEdit(), QLineEdit()
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(_DESCRIPTION_HEIGHT)
        self.description.document().setDocumentMargin(_DESCRIPTION_MARGIN)
        self.number.setEnabled(new)
        self.title.setPlaceholderText(self.tr("In a few words, for example: striped linen tea towel"))
        self._lay_out()
        for field in (self.title_field, self.number_field, self.price_field, self.stock_field):
            assert isinstance(field.control, QLineEdit)
            field.control.textEdited.connect(lambda _, field=field: field.show_wrong(""))

    def _lay_out(self) -> None:
        self.title_field = FormField(self.tr("&Title (needed)"), self.title, "product_form_title")
        self.number_field = FormField(self.tr("&Number"), self.number, "product_form_number")
        self.price_field = FormField(self.tr("&Price"), self.price, "product_form_price")
        self.stock_field = FormField(self.tr("In &stock"), self.stock, "product_form_stock")
        category = FormField(self.tr("&Category"), self.category, "product_form_category")
        brand = FormField(self.tr("&Brand"), self.brand, "product_form_brand")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.title_field)
        column.addLayout(_side_by_side((category, 2), (brand, 1)))
        column.addWidget(FormField(self.tr("&Description"), self.description, "product_form_description"))
        column.addLayout(_side_by_side((self.price_field, 1), (self.stock_field, 1), (self.number_field, 1)))

    def fill(self, form: ProductForm) -> None:
        """Offer what the shop has, and show the product to be changed; what was typed meanwhile stays."""
        self.category.offer(form.offered.categories)
        self.brand.offer(form.offered.brands)
        self._currency = form.offered.currency
        if form.item is not None:
            self._show(form.item)
        elif not self.number.text():
            self.number.setText(form.offered.item_id)
        if self._currency:
            self.price_field.set_title(self.tr("&Price ({currency})").format(currency=self._currency))

    def _show(self, item: Item) -> None:
        self._item, self._currency = item, item.currency or self._currency
        self.number.setText(item.item_id)
        self.title.setText(item.title)
        self.category.setEditText(item.category)
        self.brand.setText(item.brand)
        self.price.setText("" if item.price is None else QLocale().toString(item.price, "f", 2))
        self.stock.setText("" if item.stock is None else str(item.stock))
        self.description.setPlainText(item.description)

    @property
    def shown(self) -> Item:
        """The product as it was when it was shown."""
        return self._item

    def read(self) -> Item | None:
        """Return the product as it is typed; None where a field is wrong: each says so, and the first is entered."""
        price = _checked(self.price_field, _amount, self.tr("This is not an amount."))
        stock = _checked(self.stock_field, _count, self.tr("This is not a whole number."))
        title = _checked(self.title_field, _needed, self.tr("A product needs a title."))
        number = _checked(self.number_field, _needed, self.tr("A product needs a number."))
        fields = (self.title_field, self.price_field, self.stock_field, self.number_field)
        wrong = next((field for field in fields if field.wrong), None)
        if wrong is not None or title is None or number is None:
            (wrong or self.title_field).control.setFocus()
            return None
        return replace(
            self._item,
            item_id=ItemId(number),
            title=title,
            description=self.description.toPlainText().strip(),
            category=self.category.currentText().strip(),
            brand=self.brand.text().strip(),
            price=price,
            currency=self._currency if price is not None else "",
            stock=stock,
        )


def _checked(field: FormField, parse: Callable[[str], Value], wrong: str) -> Value | None:
    """Return what a line means; None where it means nothing, which the field then says."""
    assert isinstance(field.control, QLineEdit)
    try:
        value = parse(field.control.text().strip())
    except ValueError:
        field.show_wrong(wrong)
        return None
    field.show_wrong("")
    return value


def _needed(text: str) -> str:
    if not text:
        raise ValueError
    return text


def _amount(text: str) -> float | None:
    """Return an amount written in the window's language or with a point; None where nothing is written."""
    if not text:
        return None
    amount, understood = QLocale().toDouble(text)
    if not understood:
        amount = float(text)
    if not math.isfinite(amount) or amount < 0:
        raise ValueError(text)
    return amount


def _count(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _side_by_side(*fields: tuple[FormField, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row
