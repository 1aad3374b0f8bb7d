"""What a customer did, beside their list: two lines for each thing, newest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.models.history import DEED_ROLE, Column, Deed, HistoryModel, words_for
from recsys_desktop.ui.texts import number
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.clamped_label import clamped
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.tile import paint_tile

_ROW, _LINE, _TITLE_LINES = 68, 18, 2


class _DeedDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        deed: Deed = index.data(DEED_ROLE)
        self.initStyleOption(option, index)
        option.text = ""  # the style draws ground and focus, the words are drawn here
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room, side, colours = option.rect, theme.ROW_HEIGHT, theme.current()
        paint_tile(painter, QRect(room.left(), room.top() + (room.height() - side) // 2, side, side), deed.item)
        left = room.left() + side + SPACE.xs
        width = room.right() - left
        title = clamped(deed.item.title, theme.font(TYPE.body), width, _TITLE_LINES)
        top = room.top() + (room.height() - (len(title) + 1) * _LINE) // 2
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        for number_of_line, line in enumerate(title):
            line_room = QRect(left, top + number_of_line * _LINE, width, _LINE)
            _draw(painter, line_room, line.rstrip(), TYPE.body, colours.accent if selected else colours.text)
        _draw(painter, QRect(left, top + len(title) * _LINE, width, _LINE), facts_of(deed), TYPE.small, colours.muted)
        painter.restore()


def facts_of(deed: Deed) -> str:
    """Return what was done and when: "bought 2 · 8 days ago"."""
    return " · ".join(fact for fact in (words_for(deed.interaction), when(deed.interaction.time)) if fact)


def _draw(painter: QPainter, room: QRect, text: str, size: int, colour: str) -> None:
    painter.setFont(theme.font(size))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class HistoryCard(Card):
    """A list over a :class:`HistoryModel` that a table may share; Enter or a double press opens the product."""

    product_wanted = Signal(str)  # item id

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("History"), parent)
        self.setObjectName("history_card")
        self._model = model
        self._count = Chip()
        self._count.setObjectName("history_count")
        self.header.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.list = QListView()
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(self.tr("What the customer did"))
        self.list.setProperty("role", "bare")
        self.list.setModel(model)
        self.list.setModelColumn(Column.PRODUCT)
        self.list.setItemDelegate(_DeedDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._open)
        self._nothing = Muted(self.tr("This customer has not bought or looked at anything in your files."), wrap=True)
        self._nothing.setObjectName("history_nothing")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._nothing)
        self.body.addStretch()
        model.modelReset.connect(self._count_rows)
        self._count_rows()

    def _count_rows(self) -> None:
        rows = self._model.rowCount()
        self._count.setText(number(rows))
        self._count.setAccessibleName(self.tr("{count} entries").format(count=number(rows)))
        self._count.setVisible(rows > 0)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)

    def _open(self, index: QModelIndex) -> None:
        deed: Deed | None = index.data(DEED_ROLE)
        if deed is not None:
            self.product_wanted.emit(deed.item.item_id)
