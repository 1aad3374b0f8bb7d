"""Who would like a product: customers with the reason in words, and the way to hand them out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from recsys_desktop.ui.models.likely_customers import LikelyCustomersModel
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.two_lines import TwoLines

if TYPE_CHECKING:
    from recsys_desktop.services.listing.likely_customers import LikelyCustomer


class LikelyList(QWidget):
    """A press or Enter on a customer tells ``customer_wanted``; the button below tells ``export_wanted``."""

    customer_wanted = Signal(str)  # user id
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customers = LikelyCustomersModel(self)
        self.view = QListView()
        self.view.setObjectName("product_audience")
        self.view.setAccessibleName(self.tr("Customers who would like this"))
        self.view.setModel(self.customers)
        self.view.setProperty("role", "bare")
        self.view.setItemDelegate(TwoLines(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(self._tell)
        self.view.activated.connect(self._tell)
        self.export = QuietButton(self.tr("Export this audience…"), "audience_export", icon="export")
        self.export.clicked.connect(self.export_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.export)

    def show_customers(self, customers: Sequence[LikelyCustomer]) -> None:
        """Show these customers from the top."""
        self.customers.show(customers)
        self.view.scrollToTop()

    def _tell(self, index: QModelIndex) -> None:
        user_id = self.customers.id_at(index)
        if user_id is not None:
            self.customer_wanted.emit(user_id)
