"""Notes which places of a list were on the screen long enough to be seen, so that ignored differs from unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import RecommendationList
    from recsys_desktop.ui.widgets.customers.recommendation_list import RecommendationCards

#: A list that is passed by on the way to another was not looked at.
SEEN_MS = 1_000


class ShownLists(QObject):
    """Watches the cards of one page. What comes into view later, by scrolling, belongs to the same list."""

    def __init__(
        self, workplace: Workplace, cards: RecommendationCards, parent: QObject, scenario: Callable[[], str] = lambda: STANDARD
    ) -> None:
        super().__init__(parent)
        self._workplace, self._cards, self._scenario = workplace, cards, scenario
        self._list: tuple[UserId, tuple[ItemId, ...]] | None = None
        self._noted: set[int] = set()
        self._showing: int | None = None
        self._waits = False  # for the number of a showing just begun
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEEN_MS)
        self._timer.timeout.connect(self.note)
        cards.verticalScrollBar().valueChanged.connect(lambda _: self._timer.start())

    def begin(self, made: RecommendationList | None) -> None:
        """A list came into view: another one, or the same again, which is not counted twice; None: it went out of view."""
        if made is None:
            self._timer.stop()
            return
        shown = (made.user_id, tuple(place.item.item_id for place in made.items))
        if shown != self._list:
            self._list, self._noted, self._showing, self._waits = shown, set(), None, False
        self._timer.start()

    def note(self) -> None:
        """Store the places in view that are not stored yet."""
        if self._list is None or not self._cards.isVisible():
            return
        if self._waits:
            self._timer.start()
            return
        user_id, ids = self._list
        seen = [rank for rank in self._in_view() if rank not in self._noted and rank <= len(ids)]
        if not seen:
            return
        self._noted |= set(seen)
        self._waits = self._showing is None
        about = self._list
        job = giving_feedback.note_shown(
            workplace=self._workplace,
            user_id=user_id,
            places=[(ids[rank - 1], rank) for rank in seen],
            scenario=self._scenario(),
            showing=self._showing,
        )
        job.succeeded.connect(lambda showing: self._keep(about, showing))
        job.failed.connect(self._workplace.known)  # the person has no use for it: what was not noted counts as unseen

    def _keep(self, about: tuple[UserId, tuple[ItemId, ...]], showing: int) -> None:
        if about == self._list:
            self._showing, self._waits = showing, False

    def _in_view(self) -> list[int]:
        """Return the ranks of the cards of which at least half is in view."""
        port = self._cards.viewport()
        found = []
        for card in self._cards.cards:
            place = QRect(card.mapTo(port, QPoint(0, 0)), card.size()).intersected(port.rect())
            if card.place is not None and card.isVisible() and 2 * place.height() >= card.height():
                found.append(card.place.rank)
        return found
