"""A list of products as rows of tile, title and a remark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.catalogue import ITEM_ROLE
from recsys_desktop.ui.models.items import ItemListModel
from recsys_desktop.ui.widgets.two_lines import TwoLines


class ItemList(QListView):
    """Products to choose from: a press or Enter tells which one with ``item_wanted``."""

    item_wanted = Signal(str)  # item id

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.items = ItemListModel(self)
        self.setModel(self.items)
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_items(self, items: Sequence[Item], remarks: Sequence[str] = ()) -> None:
        """Show these products from the top, each with a remark; without remarks, with group and price."""
        self.items.show(items, remarks)
        self.scrollToTop()

    def _tell(self, index: QModelIndex) -> None:
        item: Item | None = index.data(ITEM_ROLE)
        if item is not None:
            self.item_wanted.emit(item.item_id)
