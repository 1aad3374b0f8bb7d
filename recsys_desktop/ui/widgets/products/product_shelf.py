"""The left side of the Products page: search, then the catalogue as a table or as a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.customers.customer_finder import SearchBox
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.products.catalogue_table import CatalogueTable
from recsys_desktop.ui.widgets.products.map_panel import MapPanel
from recsys_desktop.ui.widgets.products.product_filters import ProductFilters
from recsys_desktop.ui.widgets.products.text_coach_view import TextCoachView

if TYPE_CHECKING:
    from recsys_desktop.services.products.text_coach import TextAdvice

TABLE, MAP, TEXTS = 0, 1, 2


class ProductShelf(QWidget):
    """What is asked for by the person stands in ``box`` and ``filters``; ``view_wanted`` tells which view came into sight."""

    view_wanted = Signal(int)  # TABLE, MAP or TEXTS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = SearchBox(self.tr("Find a product"), "product_search")
        self.add = QuietButton(self.tr("Add product…"), "product_add", icon="plus")
        self.more = IconButton("more", self.tr("Pictures and hand-outs"), "products_more")
        self.views = QTabBar()
        self.views.setObjectName("product_views")
        self.views.setAccessibleName(self.tr("How to look at the products"))
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        self.views.setUsesScrollButtons(False)  # three short words: they are never cut
        self.views.addTab(self.tr("Table"))
        self.views.addTab(self.tr("Map"))
        self.views.addTab(self.tr("Texts"))
        self.views.setTabToolTip(TEXTS, self.tr("Products whose text says too little"))
        self.count = Muted()
        self.count.setObjectName("product_count")
        self.filters = ProductFilters()
        self.table = CatalogueTable()
        self.map = MapPanel()
        self.texts = TextCoachView()
        self._nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No product has these words in its name, number, group, brand or tags, or the filters leave it out."),
            self.tr("Show all products"),
        )
        self._nothing.acted.connect(self._show_all)
        self.box.left_downwards.connect(self._enter)
        self.views.currentChanged.connect(self._show_view)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self.box, 1)
        top.addWidget(self.add)
        top.addWidget(self.more)
        bar = QHBoxLayout()
        bar.addWidget(self.views)
        bar.addStretch(1)
        bar.addWidget(self.count)
        self._found = QStackedWidget()
        self._found.addWidget(self.table)
        self._found.addWidget(self._nothing)
        shelf = QWidget()
        column = QVBoxLayout(shelf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.filters)
        column.addWidget(self._found, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(shelf)
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.texts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(top)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    @property
    def view(self) -> int:
        """The view in sight."""
        return self.views.currentIndex()

    def show_texts(self, advice: TextAdvice) -> None:
        """Show which texts say too little, and how many on the tab."""
        self.texts.show_advice(advice)
        count = len(advice.faults)
        shown = QLocale().toString(count)
        self.views.setTabText(TEXTS, self.tr("Texts ({count})").format(count=shown) if count else self.tr("Texts"))

    def show_found(self, ids: Sequence[str], total: int) -> None:
        """Say how many products were found."""
        self._found.setCurrentWidget(self.table if ids else self._nothing)
        locale = QLocale()
        if len(ids) == total:
            self.count.setText(self.tr("{total} products").format(total=locale.toString(total)))
        else:
            found = locale.toString(len(ids))
            self.count.setText(self.tr("{found} of {total} products").format(found=found, total=locale.toString(total)))

    def _show_view(self, view: int) -> None:
        self._stack.setCurrentIndex(view)
        self.views.updateGeometry()  # the word of the view in sight is bold, hence longer
        self.view_wanted.emit(view)

    def _show_all(self) -> None:
        self.box.clear()
        self.filters.reset()

    def _enter(self) -> None:
        (self.table, self.map.view, self.texts.list)[self.view].setFocus()
