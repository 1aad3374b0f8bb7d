"""Customers who would like a product, each with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.models.items import REMARK_ROLE
from recsys_desktop.ui.widgets.customers.reason_words import because

if TYPE_CHECKING:
    from recsys_desktop.services.listing.likely_customers import LikelyCustomer

AnyIndex = QModelIndex | QPersistentModelIndex


class LikelyCustomersModel(QAbstractListModel):
    """Customers, most likely first; the reason stands behind ``REMARK_ROLE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[UserId] = []
        self._reasons: list[str] = []

    def show(self, customers: Sequence[LikelyCustomer]) -> None:
        """Show these customers."""
        self.beginResetModel()
        self._ids = [customer.user_id for customer in customers]
        self._reasons = [because(customer.reasons) for customer in customers]
        self.endResetModel()

    def id_at(self, index: AnyIndex) -> UserId | None:
        """Return the customer of a row."""
        return self._ids[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._ids[index.row()]
        if role in (REMARK_ROLE, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._reasons[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._reasons[index.row()])
        return None
