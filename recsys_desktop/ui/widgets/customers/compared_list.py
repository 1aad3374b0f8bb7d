"""One of two lists beside each other, and the lines between them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recsys_desktop.ui import theme
from recsys_desktop.ui.models.compared import PLACE_ROLE, ComparedModel, ComparedPlace
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.tile import paint_tile

ROW = 52
_LINE, _RANK = 18, 24
_BETWEEN = 72


class _PlaceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        place: ComparedPlace = index.data(PLACE_ROLE)
        self.initStyleOption(option, index)
        option.text = ""  # the style draws ground and focus, the words are drawn here
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room, side, colours = option.rect, theme.ROW_HEIGHT, theme.current()
        painter.save()
        painter.setFont(theme.font(TYPE.body))
        painter.setPen(QColor(colours.muted))
        rank = QRect(room.left() + SPACE.xxs, room.top(), _RANK, room.height())
        painter.drawText(rank, int(Qt.AlignmentFlag.AlignCenter), str(place.rank))
        left = rank.right() + SPACE.xxs
        paint_tile(painter, QRect(left, room.top() + (room.height() - side) // 2, side, side), place.item)
        left += side + SPACE.xs
        width, top = room.right() - left - SPACE.xxs, room.top() + (room.height() - 2 * _LINE) // 2
        _draw(painter, QRect(left, top, width, _LINE), place.item.title, TYPE.body, colours.text)
        mark = colours.accent if place.other is None else colours.muted
        _draw(painter, QRect(left, top + _LINE, width, _LINE), place.mark, TYPE.small, mark)
        painter.restore()


def _draw(painter: QPainter, room: QRect, text: str, size: int, colour: str) -> None:
    painter.setFont(theme.font(size))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class ComparedList(QListView):
    """All its rows are seen: what is around it scrolls. Enter or a double press opens the product."""

    product_wanted = Signal(str)  # item id

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.places = ComparedModel(self)
        self.setModel(self.places)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.modelReset.connect(lambda: self.setFixedHeight(self.places.rowCount() * ROW + 2 * SPACE.xs))
        self.activated.connect(self._open)

    def middle_of(self, row: int) -> float:
        """Return the height of a row's middle in this widget."""
        return float(self.mapFromGlobal(self.viewport().mapToGlobal(self.visualRect(self.places.index(row)).center())).y())

    def _open(self, index: QModelIndex) -> None:
        place: ComparedPlace | None = index.data(PLACE_ROLE)
        if place is not None:
            self.product_wanted.emit(place.item.item_id)


class Lines(QWidget):
    """Joins the places of each product that stands in both lists: whole where it stands higher at the left, else dashed."""

    def __init__(self, left: ComparedList, right: ComparedList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self.setFixedWidth(_BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for side in (left, right):
            side.places.modelReset.connect(self.update)
            side.selectionModel().currentChanged.connect(lambda *_: self.update())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = {place.item.item_id for side in (self._left, self._right) if (place := side.currentIndex().data(PLACE_ROLE))}
        for row, place in enumerate(self._left.places.places):
            if place.other is None:
                continue
            moved = place.other != place.rank
            colour = colours.accent if place.item.item_id in chosen else (colours.chart_1 if moved else colours.edge)
            pen = QPen(QColor(colour), 2.5 if place.item.item_id in chosen else 1.75)
            if place.other < place.rank:
                pen.setColor(QColor(colours.accent if place.item.item_id in chosen else colours.chart_2))
                pen.setDashPattern([4.0, 2.5])
            painter.setPen(pen)
            painter.drawPath(self._path(self._left.middle_of(row), self._right.middle_of(place.other - 1)))

    def _path(self, start: float, end: float) -> QPainterPath:
        width = float(self.width())
        path = QPointF(SPACE.xxs, start)
        curve = QPainterPath(path)
        curve.cubicTo(QPointF(width / 2, start), QPointF(width / 2, end), QPointF(width - SPACE.xxs, end))
        return curve
