"""A few products that were picked, each with a button that lets it go again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton
from recsys_desktop.ui.widgets.labels import ElidedLabel, Muted
from recsys_desktop.ui.widgets.tile import paint_tile


class _Row(QWidget):
    """One picked product; it stays the same widget for each place, so that Tab comes to it in its order."""

    removed = Signal(object)  # Item

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._tile = _Tile()
        self._title = ElidedLabel()
        self.remove = IconButton("close", "", "picked_remove", plain=True)
        self.remove.clicked.connect(lambda: self.removed.emit(self._item))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.xs)
        line.addWidget(self._tile)
        line.addWidget(self._title, 1)
        line.addWidget(self.remove)

    def show_item(self, item: Item) -> None:
        """Show a product."""
        self._item = item
        self._tile.show_item(item)
        self._title.setText(item.title)
        label = self.tr("Remove {title}").format(title=item.title)
        self.remove.setAccessibleName(label)
        self.remove.setToolTip(tooltip(label))


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self.setFixedSize(theme.CONTROL_HEIGHT, theme.CONTROL_HEIGHT)

    def show_item(self, item: Item) -> None:
        self._item = item
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._item is not None:
            paint_tile(QPainter(self), self.rect(), self._item)


class PickedProducts(QWidget):
    """``changed`` follows every pick and every removal."""

    changed = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picked_products")
        self.setAccessibleName(self.tr("Products picked"))
        self._items: list[Item] = []
        self._rows = [_Row() for _ in range(most)]
        self._nothing = Muted(self.tr("Nothing picked yet. Press a product in the list below: three are enough."), wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xxs)
        column.addWidget(self._nothing)
        for row in self._rows:
            row.removed.connect(self.pick)
            row.hide()
            column.addWidget(row)

    @property
    def items(self) -> tuple[Item, ...]:
        """What was picked, in that order."""
        return tuple(self._items)

    @property
    def full(self) -> bool:
        """Whether no more can be picked."""
        return len(self._items) >= len(self._rows)

    def pick(self, item: Item) -> None:
        """Add a product; one that is picked already is let go."""
        if item in self._items:
            self._items.remove(item)
        elif not self.full:
            self._items.append(item)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._items))
            if place < len(self._items):
                row.show_item(self._items[place])
        self._nothing.setVisible(not self._items)
        self.changed.emit()
