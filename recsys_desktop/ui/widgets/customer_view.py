"""One customer: who they are, what to recommend them, and what they did before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.operations.recommending import CustomerHistory, CustomerList
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.history_table import HistoryTable
from recsys_desktop.ui.widgets.labels import ElidedLabel
from recsys_desktop.ui.widgets.profile_header import ProfileHeader
from recsys_desktop.ui.widgets.recommendation_list import SCROLL_BAR, RecommendationCards

if TYPE_CHECKING:
    from recsys_desktop.services.profiling import CustomerProfile


class CustomerView(QWidget):
    """Shows what it is handed and reads nothing itself."""

    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: CustomerList | None = None
        self.header = ProfileHeader()
        self.tabs = QTabBar()
        self.tabs.setObjectName("customer_tabs")
        self.tabs.setAccessibleName(self.tr("What to see of this customer"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.tr("Recommended"))
        self.tabs.addTab(self.tr("History"))
        self.tabs.currentChanged.connect(self._show_tab)
        self._remark = ElidedLabel(size=TYPE.small, role="muted")
        self._remark.setObjectName("list_remark")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cards = RecommendationCards()
        self.history = HistoryTable()
        self._no_list = EmptyState("info", self.tr("No list yet"), "", self.tr("Go to Home"))
        self._no_list.acted.connect(self.home_wanted)
        self._nothing_left = EmptyState(
            "products",
            self.tr("Nothing is left to recommend"),
            self.tr("This customer has bought, rated or hidden every product of the catalogue."),
        )
        self._no_history = EmptyState(
            "clock", self.tr("Nothing yet"), self.tr("This customer has not bought or looked at anything in your files.")
        )
        self._stack = QStackedWidget()
        table = QWidget()
        room = QVBoxLayout(table)
        room.setContentsMargins(0, 0, SCROLL_BAR, 0)
        room.addWidget(self.history)
        self._place_of_history = table
        for page in (self.cards, self._no_list, self._nothing_left, table, self._no_history):
            self._stack.addWidget(page)
        self._place_of_list: QWidget = self.cards
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(SPACE.m)
        bar.addWidget(self.tabs)
        bar.addWidget(self._remark, 1)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, SCROLL_BAR, 0)
        top.setSpacing(SPACE.xs)
        top.addWidget(self.header)
        top.addLayout(bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def show_customer(self, user_id: UserId) -> None:
        """Name another customer at once; list, profile and history follow as they are ready."""
        self.header.show_customer(user_id)

    def show_list(self, made: CustomerList) -> None:
        """Show a customer's list; cards glide where it is a new order of the list already there."""
        places = made.recommendations.items
        version = self.tr("model {number}").format(number=number(made.recommendations.model_version))
        self._remark.setText(f"{version} · {words(made.recommendations.step)}")
        former, self._made = self._made, made
        moving = former is not None and former.recommendations.user_id == made.recommendations.user_id
        self.cards.show_list(places, made.answers, made.newcomers, moving=moving)
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
        self._remark.setText("")
        self._no_list.show_error(error)
        self._place_of_list = self._no_list
        self._show_tab()

    def _show_tab(self) -> None:
        if self.tabs.currentIndex() == 0:
            self._stack.setCurrentWidget(self._place_of_list)
        else:
            self._stack.setCurrentWidget(self._place_of_history if self.history.history.rowCount() else self._no_history)
        self._remark.setVisible(self.tabs.currentIndex() == 0)
