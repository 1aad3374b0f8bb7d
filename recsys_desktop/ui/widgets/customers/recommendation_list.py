"""A customer's list as cards. A new list moves and refills the cards that are there; none is built or laid out anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Feedback
from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.customers.recommendation_card import HEIGHT, RecommendationCard, card_of
from recsys_desktop.ui.widgets.feedback.why_popover import WhyPopover

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommendation
    from recsys_desktop.ui.operations.explaining import Asker

#: Room for the scroll bar right of the cards: they are as wide as what stands above them, with a bar or without.
SCROLL_BAR = theme.SPACE.s
_STEP = HEIGHT + theme.SPACE.xs


class _Board(QWidget):
    """Where the cards lie, each at a place of its own."""

    painted = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted.emit()


class RecommendationCards(QScrollArea):
    """Shows lists. ``list_painted`` follows the first paint in which every card of a new list stands at its place."""

    answered = Signal(object)  # Answer
    product_wanted = Signal(str)  # item id
    menu_made = Signal(object, object)  # see RecommendationCard
    list_painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation_cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._board = _Board()
        self._board.painted.connect(self._note_paint)
        self.setWidget(self._board)
        #: Whose list this is, for what can be asked about a reason; None where nothing can be asked.
        self.asker: Callable[[], Asker | None] | None = None
        #: After which control Tab comes to the cards, however late they are made.
        self.follows: QWidget | None = None
        self._cards: list[RecommendationCard] = []  # from the first place to the last
        self._spare: list[RecommendationCard] = []
        self._unpainted = False
        self._moves: list[tuple[RecommendationCard, QPoint, QPoint]] = []
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(theme.MOTION_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move_along)
        self._motion.finished.connect(self._board.update)

    @property
    def cards(self) -> list[RecommendationCard]:
        """The cards in the order of the list."""
        return list(self._cards)

    def show_list(
        self,
        places: Sequence[Recommendation],
        answers: Mapping[ItemId, Feedback],
        newcomers: Set[ItemId] = frozenset(),
        *,
        moving: bool,
    ) -> None:
        """Show a list, the answers that stand for its products, and a mark on those that are new in the shop.

        With ``moving``, cards whose product stays glide to their new place, where the screen shows movement at all.
        """
        focused = card_of(QApplication.focusWidget())
        focus = (self._cards.index(focused), focused.item_id) if focused in self._cards else None
        before = {card: card.pos() for card in self._cards}
        self._assign(places)
        for card, place in zip(self._cards, places, strict=True):
            card.show_place(place, answers.get(place.item.item_id), new=place.item.item_id in newcomers)
        self._settle(before if moving and _shows_movement() else {})
        if focus is not None and focus[1] not in [card.item_id for card in self._cards]:
            self._focus(min(focus[0], len(self._cards) - 1))  # its product is gone: the one now there is next
        self._unpainted = True
        self._board.update()

    def repaint_cards(self) -> None:
        """Draw the cards again: pictures have come."""
        for card in self._cards:
            card.update()

    def _assign(self, places: Sequence[Recommendation]) -> None:
        """Give each place a card: the one that shows its product already, else one that is free."""
        at_hand = {card.item_id: card for card in self._cards}
        kept = {place.item.item_id: at_hand.pop(place.item.item_id) for place in places if place.item.item_id in at_hand}
        free = [*at_hand.values(), *self._spare]
        former = self._cards
        self._cards = [kept.get(place.item.item_id) or (free.pop(0) if free else self._make_card()) for place in places]
        self._spare = free
        for card in free:
            card.hide()
        if former != self._cards:
            self._order_tabs()

    def _make_card(self) -> RecommendationCard:
        card = RecommendationCard(self._board)
        card.answered.connect(self.answered)
        card.product_wanted.connect(self.product_wanted)
        card.why_wanted.connect(self._explain)
        card.moved_on.connect(self._move_on)
        card.menu_made.connect(self.menu_made)
        return card

    def _order_tabs(self) -> None:
        if self.follows is not None and self._cards:
            QWidget.setTabOrder(self.follows, self._cards[0])
            self._cards[0].order_tabs()
        for former, latter in pairwise(self._cards):
            QWidget.setTabOrder(former.more, latter)
            latter.order_tabs()

    def _settle(self, before: Mapping[RecommendationCard, QPoint]) -> None:
        """Put every card at its place, those of ``before`` by gliding from where they were."""
        self._motion.stop()
        self._moves = []
        width = self.width() - SCROLL_BAR
        for index, card in enumerate(self._cards):
            target = QPoint(0, index * _STEP)
            card.resize(width, HEIGHT)
            if card in before and before[card] != target:
                self._moves.append((card, before[card], target))
            else:
                card.move(target)
            card.show()
        self._board.setMinimumHeight(max(len(self._cards) * _STEP - theme.SPACE.xs, 0))
        if self._moves:
            self._motion.start()

    def _move_along(self, progress: float) -> None:
        for card, start, target in self._moves:
            card.move(start + (target - start) * progress)

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self._cards):
            self._cards[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._cards[index], 0, theme.SPACE.xs)

    def _move_on(self, card: RecommendationCard, step: int) -> None:
        self._focus(self._cards.index(card) + step)

    def _explain(self, card: RecommendationCard) -> None:
        if card.place is not None:
            WhyPopover(card.place, card, self.asker() if self.asker is not None else None).open_at(card)

    def _note_paint(self) -> None:
        if self._unpainted and self._motion.state() == QVariantAnimation.State.Stopped:
            self._unpainted = False
            # The cards are painted after the board they lie on, in this same turn of the event loop.
            QTimer.singleShot(0, self, self.list_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle({})


def _shows_movement() -> bool:
    """Return whether movement is seen and wanted: not off-screen, not where the computer has it switched off."""
    off_screen = QGuiApplication.platformName() in ("offscreen", "minimal")
    style = QApplication.style()
    return not off_screen and style.styleHint(style.StyleHint.SH_Widget_Animation_Duration) > 0
