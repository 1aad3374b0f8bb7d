"""One customer: who they are, what to recommend them, and what they did before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.operations.recommending import CustomerHistory, CustomerList
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.customers.history_table import HistoryTable
from recsys_desktop.ui.widgets.customers.list_bar import RECOMMENDED, ListBar
from recsys_desktop.ui.widgets.customers.model_comparison import ModelComparison
from recsys_desktop.ui.widgets.customers.profile_header import ProfileHeader
from recsys_desktop.ui.widgets.customers.recommendation_card import HEIGHT
from recsys_desktop.ui.widgets.customers.recommendation_list import SCROLL_BAR, RecommendationCards
from recsys_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from recsys_desktop.services.listing.profiling import CustomerProfile


class CustomerView(QWidget):
    """Shows what it is handed and reads nothing itself."""

    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: CustomerList | None = None
        self.header = ProfileHeader()
        self.bar = ListBar()
        self.bar.tab_chosen.connect(self._show_tab)
        self.cards = RecommendationCards()
        self.cards.follows = self.bar.back
        self.history = HistoryTable()
        self._no_list = EmptyState("info", self.tr("No list yet"), "", self.tr("Go to Home"))
        self._no_list.acted.connect(self.home_wanted)
        self._nothing_left = EmptyState(
            "products",
            self.tr("Nothing is left to recommend"),
            self.tr("This customer has bought, rated or hidden every product of the catalogue."),
        )
        self._no_wish = EmptyState("search", self.tr("Nothing fits this wish"), "", self.tr("Back to the list"))
        self._no_wish.acted.connect(self.bar.wish.clear)
        self.comparison = ModelComparison()
        self._no_history = EmptyState(
            "clock", self.tr("Nothing yet"), self.tr("This customer has not bought or looked at anything in your files.")
        )
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(HEIGHT)  # or the tallest of its pages would press what is above it together
        table = QWidget()
        room = QVBoxLayout(table)
        room.setContentsMargins(0, 0, SCROLL_BAR, 0)
        room.addWidget(self.history)
        self._place_of_history = table
        for page in (self.cards, self._no_list, self._nothing_left, self._no_wish, self.comparison, table, self._no_history):
            self._stack.addWidget(page)
        self._place_of_list: QWidget = self.cards
        self._lay_out()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, SCROLL_BAR, 0)
        top.setSpacing(SPACE.xs)
        top.addWidget(self.header)
        top.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_chart_room(self.height() // 3)

    @property
    def tabs(self) -> QTabBar:
        """What to see: the list, or what the customer did."""
        return self.bar.tabs

    def show_customer(self, user_id: UserId) -> None:
        """Name another customer at once; list, profile and history follow as they are ready."""
        self.header.show_customer(user_id)

    def show_list(self, made: CustomerList) -> None:
        """Show a customer's list; cards glide where it is a new order of the list already there."""
        places = made.recommendations.items
        version = self.tr("Model {number}").format(number=number(made.recommendations.model_version))
        self.bar.remark.setText(f"{version} · {words(made.recommendations.step)}")
        former, self._made = self._made, made
        moving = former is not None and former.recommendations.user_id == made.recommendations.user_id
        self.cards.show_list(places, made.answers, made.newcomers, moving=moving)
        if former is not None and _subject(former) != _subject(made):
            self.cards.verticalScrollBar().setValue(0)  # another list: its best is what a person wants to see
        self._place_of_list = self.cards if places else self._nothing_left
        self._show_tab()

    def answer_about(self, item_id: ItemId) -> Feedback | None:
        """Return the answer that stands for a product of the list."""
        return self._made.answers.get(item_id) if self._made is not None else None

    def title_of(self, item_id: ItemId) -> str:
        """Return the title of a product of the list, its id where it is not there."""
        places = self._made.recommendations.items if self._made is not None else ()
        return next((place.item.title for place in places if place.item.item_id == item_id), item_id)

    def show_profile(self, profile: CustomerProfile) -> None:
        """Say what is known of the customer."""
        self.header.show_profile(profile)

    def show_history(self, history: CustomerHistory) -> None:
        """Show what the customer did."""
        self.history.history.show(history.deeds)
        self._show_tab()

    def show_error(self, error: RecsysError) -> None:
        """Say in the place of the list why there is none."""
        self.bar.remark.setText("")
        self._no_list.show_error(error)
        self._place_of_list = self._no_list
        self._show_tab()

    def show_reading(self, wish: str, *, waits: bool) -> None:
        """Say that a wish is being read, or ``waits`` for other work; the list stays until what fits is found."""
        if waits:
            text = self.tr("“{wish}” is looked for as soon as the work in progress is done.")
        else:
            text = self.tr("Looking for what fits “{wish}”…")
        self.bar.remark.setText(text.format(wish=wish))

    def show_wish_error(self, error: RecsysError) -> None:
        """Say in the place of the list why a wish brings nothing."""
        self.bar.remark.setText("")
        self._no_wish.show_error(error)
        self._place_of_list = self._no_wish
        self._show_tab()

    def set_comparing(self, compares: bool) -> None:
        """Put the lists of two models in the place of the one, or take them away."""
        self.header.compare.setChecked(compares)
        self.bar.setVisible(not compares)
        if compares:
            self.tabs.setCurrentIndex(RECOMMENDED)
            self._place_of_list = self.comparison
        elif self._place_of_list is self.comparison:
            self._place_of_list = self.cards
        self._show_tab()

    def _show_tab(self) -> None:
        if self.tabs.currentIndex() == RECOMMENDED:
            self._stack.setCurrentWidget(self._place_of_list)
        else:
            self._stack.setCurrentWidget(self._place_of_history if self.history.history.rowCount() else self._no_history)
        self.bar.remark.setVisible(self.tabs.currentIndex() == RECOMMENDED)


def _subject(made: CustomerList) -> tuple[UserId, object]:
    """Return whose list it is, and for which wish."""
    return made.recommendations.user_id, made.recommendations.step.values.get("wish")
