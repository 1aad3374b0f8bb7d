"""A few products that were picked, each with a button that lets it go again."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton
from recsys_desktop.ui.widgets.labels import ElidedLabel, Muted
from recsys_desktop.ui.widgets.tile import paint_tile


class PickedProducts(QWidget):
    """``changed`` follows every pick and every removal."""

    changed = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picked_products")
        self.setAccessibleName(self.tr("Products picked"))
        self._most = most
        self._items: list[Item] = []
        self._rows: list[QWidget] = []
        self._nothing = Muted(self.tr("Nothing picked yet. Press a product in the list below: three are enough."), wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xxs)
        self._column.addWidget(self._nothing)

    @property
    def items(self) -> tuple[Item, ...]:
        """What was picked, in that order."""
        return tuple(self._items)

    @property
    def full(self) -> bool:
        """Whether no more can be picked."""
        return len(self._items) >= self._most

    def pick(self, item: Item) -> None:
        """Add a product; one that is picked already is let go."""
        if item in self._items:
            self._items.remove(item)
        elif not self.full:
            self._items.append(item)
        self._refill()

    def _refill(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(item) for item in self._items]
        for row in self._rows:
            self._column.addWidget(row)
        self._nothing.setVisible(not self._items)
        self.changed.emit()

    def _row(self, item: Item) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.xs)
        remove = IconButton("close", self.tr("Remove {title}").format(title=item.title), "picked_remove", plain=True)
        remove.clicked.connect(lambda: self.pick(item))
        line.addWidget(_Tile(item))
        line.addWidget(ElidedLabel(item.title), 1)
        line.addWidget(remove)
        return row


class _Tile(QWidget):
    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.CONTROL_HEIGHT, theme.CONTROL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_tile(QPainter(self), QRect(0, 0, self.width(), self.height()), self._item)
