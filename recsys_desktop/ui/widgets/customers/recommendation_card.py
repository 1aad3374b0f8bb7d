"""One place of a customer's list: the product, why it stands there, and the answers staff can give with one press."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolTip, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of, price, tooltip
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.customers.card_button import SIZE, CardButton
from recsys_desktop.ui.widgets.customers.card_painter import NEW, CardPainter
from recsys_desktop.ui.widgets.customers.reason_words import weights, why_here
from recsys_desktop.ui.widgets.customers.share_bar import ShareBar
from recsys_desktop.ui.widgets.customers.star_picker import StarPicker
from recsys_desktop.ui.widgets.stock import stock_words

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommendation

HEIGHT = theme.LIST_CARD_HEIGHT
_BUTTONS, _GAP = 5, theme.SPACE.xxs

_KIND_OF_KEY = {
    Qt.Key.Key_C: FeedbackKind.CLICK,
    Qt.Key.Key_L: FeedbackKind.LIKE,
    Qt.Key.Key_B: FeedbackKind.BOUGHT,
    Qt.Key.Key_N: FeedbackKind.NOT_FOR_USER,
    Qt.Key.Key_Delete: FeedbackKind.NEVER_SHOW,
}
_STAR_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5}


@dataclass(frozen=True)
class Answer:
    """What was pressed on a card. ``value`` is stars 1 to 5 for a rating."""

    item_id: ItemId
    kind: FeedbackKind
    value: float | None = None


class RecommendationCard(QWidget):
    """A card that is filled again and again: a new list changes what it draws, not what it is made of."""

    answered = Signal(object)  # Answer
    why_wanted = Signal(object)  # this card
    product_wanted = Signal(str)  # item id
    menu_made = Signal(object, object)  # QMenu about to be shown, Item: whoever knows more to do about the product adds it
    moved_on = Signal(object, int)  # this card, -1 or +1: the card before or after it is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation_card")
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._place: Recommendation | None = None
        self._answer: Feedback | None = None
        self._new = False
        self._painter = CardPainter()
        self._bar = ShareBar(parent=self)
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.like = self._button("heart", "like", FeedbackKind.LIKE)
        self.stars = self._button("star", "stars", FeedbackKind.RATING)
        self.bought = self._button("bag", "bought", FeedbackKind.BOUGHT)
        self.not_for = self._button("cross", "not_for_customer", FeedbackKind.NOT_FOR_USER)
        self.more = CardButton("more", "more", self)
        self.more.clicked.connect(self.open_menu)
        self._lay_out()

    def _button(self, icon: str, name: str, kind: FeedbackKind) -> CardButton:
        button = CardButton(icon, name, self, checkable=True)
        button.clicked.connect(self.pick_stars if kind is FeedbackKind.RATING else lambda: self._say(kind))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.SPACE.s, 0)
        row.setSpacing(_GAP)
        row.addStretch()
        for button in (self.like, self.stars, self.bought, self.not_for, self.more):
            row.addWidget(button)

    @property
    def item_id(self) -> ItemId:
        """The product on the card, "" before the first."""
        return self._place.item.item_id if self._place is not None else ItemId("")

    @property
    def place(self) -> Recommendation | None:
        """What the card shows."""
        return self._place

    def show_place(self, place: Recommendation, answer: Feedback | None, *, new: bool = False) -> None:
        """Show a place of a list and the answer that stands for its product, if there is one; ``new``: new in the shop."""
        if (place, answer, new) == (self._place, self._answer, self._new):
            return
        renamed = self._place is None or self._place.item != place.item
        self._place, self._answer, self._new = place, answer, new
        self._mark()
        if renamed:
            self._name_buttons(place.item.title)
        self.setAccessibleName(self._spoken(place, new))
        self._painter.show(place, new=new)
        self._bar.setGeometry(self._painter.bar)
        self._bar.set_shares(*weights(place.reasons))
        self.update()

    def _mark(self) -> None:
        """Check the button of the answer that is stored; a press alone checks none."""
        given = self._answer.kind if self._answer is not None else None
        for button, kind in (
            (self.like, FeedbackKind.LIKE),
            (self.stars, FeedbackKind.RATING),
            (self.bought, FeedbackKind.BOUGHT),
            (self.not_for, FeedbackKind.NOT_FOR_USER),
        ):
            button.setChecked(kind is given)

    def order_tabs(self) -> None:
        """Let Tab go through the card from left to right."""
        chain = (self, self.like, self.stars, self.bought, self.not_for, self.more)
        for former, latter in pairwise(chain):
            QWidget.setTabOrder(former, latter)

    def _name_buttons(self, title: str) -> None:
        self.like.name(self.tr("Like: {title}").format(title=title), self.tr("Likes this (L)"))
        self.stars.name(self.tr("Stars: {title}").format(title=title), self.tr("Give stars (1 to 5)"))
        self.bought.name(self.tr("Bought: {title}").format(title=title), self.tr("Has bought this (B)"))
        self.not_for.name(self.tr("Not for this customer: {title}").format(title=title), self.tr("Not for this customer (N)"))
        self.more.name(self.tr("More: {title}").format(title=title), self.tr("More"))

    @staticmethod
    def _spoken(place: Recommendation, new: bool) -> str:
        item = place.item
        mark = words(NEW) if new else ""
        parts = [f"{place.rank}. {item.title}", group_of(item), price(item), mark, stock_words(item), why_here(place)]
        return ", ".join(part for part in parts if part)

    def _say(self, kind: FeedbackKind, value: float | None = None) -> None:
        self._mark()
        if self._place is not None:
            self.answered.emit(Answer(self.item_id, kind, value))

    def pick_stars(self) -> None:
        """Open the row of five stars below its button."""
        given = int(self._answer.value or 0) if self._answer is not None and self._answer.kind is FeedbackKind.RATING else 0
        self._mark()
        picker = StarPicker(given, self)
        picker.picked.connect(lambda stars: self._say(FeedbackKind.RATING, float(stars)))
        picker.open_below(self.stars)

    def open_menu(self) -> None:
        """Open what is rarely needed: the reasons in full, the product's page, looked at, never show."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(theme.icon("info"), self.tr("Why this?") + "\tW", lambda: self.why_wanted.emit(self))
        menu.addAction(theme.icon("products"), self.tr("Open the product"), lambda: self.product_wanted.emit(self.item_id))
        menu.addAction(theme.icon("check"), self.tr("Has looked at this") + "\tC", lambda: self._say(FeedbackKind.CLICK))
        menu.addSeparator()
        never = self.tr("Never show this to this customer")
        menu.addAction(theme.icon("eye_off"), never + "\t" + self.tr("Del"), lambda: self._say(FeedbackKind.NEVER_SHOW))
        if self._place is not None:
            self.menu_made.emit(menu, self._place.item)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + theme.SPACE.xxs)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C looked at, L like, B bought, N not for this customer, Del never show, 1 to 5 stars; W why; up and down: other cards."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KIND_OF_KEY:
            self._say(_KIND_OF_KEY[key])
        elif key in _STAR_KEYS:
            self._say(FeedbackKind.RATING, float(_STAR_KEYS[key]))
        elif key in (Qt.Key.Key_W, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.why_wanted.emit(self)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved_on.emit(self, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over_reasons = self._painter.reasons.contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over_reasons else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press: its release comes here only then."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the reasons opens them in full."""
        if event.button() == Qt.MouseButton.LeftButton and self._painter.reasons.contains(event.position().toPoint()):
            self.why_wanted.emit(self)

    def event(self, event: QEvent) -> bool:
        """Show a cut-off text in full while the pointer rests on it."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tooltip(self._painter.cut_text_at(event.pos())), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        taken = _BUTTONS * SIZE + (_BUTTONS - 1) * _GAP + 2 * theme.SPACE.s
        self._painter.resize(QSize(self.width() - taken, self.height()))
        self._bar.setGeometry(self._painter.bar)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painter.paint(self, focused=self.hasFocus())


def card_of(widget: QObject | None) -> RecommendationCard | None:
    """Return the card that a widget is or lies in."""
    while widget is not None and not isinstance(widget, RecommendationCard):
        widget = widget.parent()
    return widget
