"""A list of products as rows of tile, title and facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of, price
from recsys_desktop.ui.models.catalogue import ITEM_ROLE
from recsys_desktop.ui.models.items import ItemListModel
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.tile import paint_tile

_ROW = theme.ROW_HEIGHT + SPACE.m
_LINE = 18


class _ItemDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        item: Item = index.data(ITEM_ROLE)
        self.initStyleOption(option, index)
        option.text = ""  # the style draws ground and focus, the words are drawn here
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect
        side = room.height() - SPACE.s
        paint_tile(painter, QRect(room.left() + SPACE.xs, room.top() + SPACE.s // 2, side, side), item)
        left = room.left() + SPACE.xs + side + SPACE.s
        width = room.right() - left - SPACE.xs
        colours = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        top = room.top() + (room.height() - 2 * _LINE) // 2
        painter.save()
        _draw(painter, QRect(left, top, width, _LINE), item.title, TYPE.body, colours.accent if selected else colours.text)
        facts = " · ".join(fact for fact in (group_of(item), price(item)) if fact)
        _draw(painter, QRect(left, top + _LINE, width, _LINE), facts, TYPE.small, colours.muted)
        painter.restore()


def _draw(painter: QPainter, room: QRect, text: str, size: int, colour: str) -> None:
    painter.setFont(theme.font(size))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class ItemList(QListView):
    """Products to choose from: a press or Enter tells which one with ``item_wanted``."""

    item_wanted = Signal(str)  # item id

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.items = ItemListModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_ItemDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these products from the top."""
        self.items.show(items)
        self.scrollToTop()

    def _tell(self, index: QModelIndex) -> None:
        item: Item | None = index.data(ITEM_ROLE)
        if item is not None:
            self.item_wanted.emit(item.item_id)
