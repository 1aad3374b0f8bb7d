"""Rows of two lines: what it is, and what is to be said of it; the ground and the focus are drawn by the style."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.models.catalogue import ITEM_ROLE
from recsys_desktop.ui.models.items import REMARK_ROLE
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.tile import paint_tile

_ROW = theme.ROW_HEIGHT + SPACE.m
_LINE = 18


class TwoLines(QStyledItemDelegate):
    """Draws the display text over the remark; where the model knows a product, its tile before them."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        self.initStyleOption(option, index)
        option.text = ""  # the style draws ground and focus, the words are drawn here
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect
        left = room.left() + SPACE.xs
        if isinstance(item, Item):
            side = room.height() - SPACE.s
            paint_tile(painter, QRect(left, room.top() + SPACE.s // 2, side, side), item)
            left += side + SPACE.s
        width = room.right() - left - SPACE.xs
        colours = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        top = room.top() + (room.height() - 2 * _LINE) // 2
        painter.save()
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        _draw(painter, QRect(left, top, width, _LINE), title, TYPE.body, colours.accent if selected else colours.text)
        _draw(painter, QRect(left, top + _LINE, width, _LINE), str(index.data(REMARK_ROLE)), TYPE.small, colours.muted)
        painter.restore()


def _draw(painter: QPainter, room: QRect, text: str, size: int, colour: str) -> None:
    painter.setFont(theme.font(size))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
