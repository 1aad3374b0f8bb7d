"""One customer's list under the rules in view, so that one sees what they do before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QCompleter, QListView, QStackedWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of, price, tooltip
from recsys_desktop.ui.models.catalogue import ITEM_ROLE
from recsys_desktop.ui.models.items import ItemListModel
from recsys_desktop.ui.operations.rule_preview import Preview
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.customers.customer_finder import SearchBox
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.tile import paint_tile

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommendation, RecommendationList

_ROW, _LINE, _RANK = theme.ROW_HEIGHT + SPACE.xs, 18, 20
_MARK_ROLE = ITEM_ROLE + 1
_STEP_ROLE = ITEM_ROLE + 2


class _PlaceModel(ItemListModel):
    """Products of a list with the marks of those that the rules brought, and the step that filled each place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: tuple[Recommendation, ...] = ()
        self._usual = ""
        self._without: frozenset[ItemId] = frozenset()

    def show_places(self, made: RecommendationList, without: frozenset[ItemId]) -> None:
        self._places, self._usual, self._without = made.items, made.step.template, without
        self.show([place.item for place in made.items])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _MARK_ROLE:
            return self._places[index.row()].item.item_id not in self._without
        if role == _STEP_ROLE:
            return self._step(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}. {super().data(index)}. {words(self._places[index.row()].step)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{super().data(index)} – {words(self._places[index.row()].step)}")
        return super().data(index, role)

    def _step(self, row: int) -> str:
        """Return what filled this place, "" where it is what fills the list anyway."""
        step = self._places[row].step
        return "" if step.template == self._usual else words(step)


class _PlaceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        item: Item = index.data(ITEM_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room, colours = option.rect, theme.current()
        painter.save()
        rank = QRect(room.left() + SPACE.xxs, room.top(), _RANK, room.height())
        _draw(painter, rank, str(index.row() + 1), TYPE.small, colours.muted, Qt.AlignmentFlag.AlignHCenter)
        side = room.height() - SPACE.s
        tile = QRect(rank.right() + SPACE.xxs, room.top() + SPACE.s // 2, side, side)
        paint_tile(painter, tile, item)
        marked = bool(index.data(_MARK_ROLE))
        left, top = tile.right() + SPACE.xs, room.top() + (room.height() - 2 * _LINE) // 2
        words_room = QRect(left, top, room.right() - left, _LINE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw(painter, words_room, item.title, TYPE.body, colours.accent if selected else colours.text)
        facts = str(index.data(_STEP_ROLE)) or " · ".join(fact for fact in (group_of(item), price(item)) if fact)
        below = words_room.translated(0, _LINE)
        _draw(painter, below, facts, TYPE.small, colours.muted)
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(room.left(), tile.top(), 3, tile.height(), 1.5, 1.5)
        painter.restore()


def _draw(
    painter: QPainter, room: QRect, text: str, size: int, colour: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    painter.setFont(theme.font(size))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class ExampleCard(Card):
    """``customer_chosen`` tells whose list is wanted; ``search_wanted`` that customers are to be found."""

    customer_chosen = Signal(str)  # user id
    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("rules_example")
        self.heading.setText(self.tr("An example"))
        self.setAccessibleName(self.heading.text())
        self.box = SearchBox(self.tr("Another customer"), "example_search")
        self._ids = QStringListModel(self)
        self._offered = completer = QCompleter(self._ids, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._choose)
        self.box.setCompleter(completer)
        self.box.wanted.connect(self.search_wanted)
        self.box.returnPressed.connect(self._choose_first)
        self.sentence = Muted(wrap=True)
        self.sentence.setObjectName("example_sentence")
        self.places = _PlaceModel(self)
        self.view = QListView()
        self.view.setObjectName("example_list")
        self.view.setAccessibleName(self.tr("Example list"))
        self.view.setProperty("role", "bare")
        self.view.setModel(self.places)
        self.view.setItemDelegate(_PlaceDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.remark = Muted(wrap=True)
        self.remark.setObjectName("example_remark")
        self.remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for page in (self.view, self.remark):
            self._stack.addWidget(page)
        for thing in (self.heading, self.box, self.sentence):
            self.body.addWidget(thing)
        self.body.addWidget(self._stack, 1)

    def show_customer(self, user_id: UserId) -> None:
        """Say whose list is shown from now on."""
        self.heading.setText(words(message("rules", "List of {customer}").fill(customer=user_id)))
        self.setAccessibleName(self.heading.text())

    def offer(self, ids: Sequence[UserId]) -> None:
        """Offer the customers that a search found."""
        self._ids.setStringList(list(ids))
        if ids and self.box.hasFocus() and self.box.text():
            self._offered.complete()

    def show_preview(self, preview: Preview) -> None:
        """Show the list, with a line beside each product that would not be in it without rules."""
        places = preview.made.items
        other = sum(place.item.item_id not in preview.without for place in places)
        if other:
            text = message("rules", "{other} of {count} are in it because of the rules: those with a line before them.")
            self.sentence.setText(words(text.fill(other=other, count=len(places))))
        else:
            self.sentence.setText(self.tr("The same products as without any rules."))
        self.places.show_places(preview.made, preview.without)
        self._stack.setCurrentWidget(self.view)
        self.sentence.show()

    def show_error(self, error: RecsysError) -> None:
        """Say why there is no list."""
        self.say(sentences(words(error.message), words(error.hint)))

    def say(self, remark: str) -> None:
        """Say something in the place of the list."""
        self.sentence.hide()
        self.remark.setText(remark)
        self._stack.setCurrentWidget(self.remark)

    def _choose_first(self) -> None:
        if self._ids.rowCount() and not self._popup_open():
            self._choose(str(self._ids.index(0).data()))

    def _popup_open(self) -> bool:
        popup = self._offered.popup()
        return popup is not None and popup.isVisible()

    def _choose(self, user_id: str) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self.customer_chosen.emit(user_id)
