"""Which products the table shows and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from recsys_desktop.services.products.finding_products import Show, SortBy

_LEAST_LETTERS = 8
_INDENT = "    "


class ProductFilters(QWidget):
    """``changed`` comes when the person chose something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort_by: SortBy = "title"
        self.falling = False
        self.categories = _box("product_category", self.tr("Category"))
        self.shown = _box("product_show", self.tr("Which products to show"))
        for key, text in self._shows():
            self.shown.addItem(text, key)
        self.sort = IconButton("sort", self.tr("Sort by…"), "product_sort")
        self.sort.clicked.connect(self._offer_orders)
        self.show_categories(())
        self.categories.activated.connect(lambda _: self.changed.emit())
        self.shown.activated.connect(lambda _: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.categories, 3)
        layout.addWidget(self.shown, 2)
        layout.addWidget(self.sort)

    def _shows(self) -> tuple[tuple[Show, str], ...]:
        return (
            ("all", self.tr("All products")),
            ("in_stock", self.tr("In stock")),
            ("sold_out", self.tr("Sold out")),
            ("unknown", self.tr("Never bought")),
            ("hidden", self.tr("Never recommended")),
        )

    def _orders(self) -> tuple[tuple[SortBy, bool, str], ...]:
        return (
            ("title", False, self.tr("Name")),
            ("category", False, self.tr("Category")),
            ("price", False, self.tr("Cheapest first")),
            ("price", True, self.tr("Dearest first")),
            ("stock", False, self.tr("Least in stock first")),
            ("stock", True, self.tr("Most in stock first")),
        )

    @property
    def category(self) -> str:
        """The category chosen, "" for all."""
        return str(self.categories.currentData() or "")

    @property
    def show_what(self) -> Show:
        """Which products are asked for."""
        chosen: Show = self.shown.currentData()
        return chosen

    @property
    def active(self) -> bool:
        """Whether anything narrows the table."""
        return bool(self.category) or self.show_what != "all"

    def reset(self) -> None:
        """Narrow nothing, and say so."""
        self.categories.setCurrentIndex(0)
        self.shown.setCurrentIndex(0)
        self.changed.emit()

    def show_categories(self, paths: Sequence[str]) -> None:
        """Offer these category paths; the one chosen stays where it is still there."""
        if [self.categories.itemData(row) for row in range(1, self.categories.count())] == list(paths) and self.categories.count():
            return
        chosen = self.category if self.categories.count() else ""
        self.categories.clear()
        self.categories.addItem(self.tr("All categories"), "")
        for path in paths:
            depth = path.count(" > ")
            self.categories.addItem(_INDENT * depth + path.rpartition(" > ")[2], path)
        self.categories.setCurrentIndex(max(self.categories.findData(chosen), 0))

    def order(self, sort_by: SortBy, falling: bool) -> None:
        """Ask for an order, as a press on a heading does."""
        if (sort_by, falling) != (self.sort_by, self.falling):
            self.sort_by, self.falling = sort_by, falling
            self.changed.emit()

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("product_sort_menu")
        group = QActionGroup(menu)
        for sort_by, falling, text in self._orders():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked((sort_by, falling) == (self.sort_by, self.falling))
            action.triggered.connect(lambda _checked, by=sort_by, down=falling: self.order(by, down))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.setToolTip(spoken)
    box.setMinimumContentsLength(_LEAST_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
