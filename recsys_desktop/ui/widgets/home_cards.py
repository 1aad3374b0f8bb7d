"""The three cards of the home page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ui import formats
from recsys_desktop.ui.operations.opening import HomeState
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import BigNumber, Body, Muted

_KINDS: dict[Kind, Text] = {
    Kind.PURCHASE: message("home", "{count} purchases"),
    Kind.CART: message("home", "{count} put into the basket"),
    Kind.FAVOURITE: message("home", "{count} favourites"),
    Kind.RATING: message("home", "{count} ratings"),
    Kind.CLICK: message("home", "{count} clicks"),
    Kind.VIEW: message("home", "{count} views"),
    Kind.DISLIKE: message("home", "{count} dislikes"),
}


#: When another training is worth it; as the sentence of the next step counts.
ENOUGH_NEW_FEEDBACK, FEWEST_CUSTOMERS = 10, 20


class ShopCard(Card):
    """What the shop holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("shop_card")
        self.heading.setText(self.tr("Your shop"))
        self.body.addWidget(self.heading)
        self.customers = BigNumber()
        self.rest = Body()
        self.period = Muted(wrap=True)
        self.kinds = FlowLayout()
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.customers)
        self.body.addWidget(self.rest)
        self.body.addWidget(self.period)
        self.body.addSpacing(SPACE.xxs)
        self.body.addLayout(self.kinds)
        self.body.addStretch(1)

    def show_state(self, state: HomeState) -> None:
        """Show the numbers of a state."""
        shop = state.shop
        self.customers.setText(words(message("home", "{count} customers").fill(count=shop.users)))
        self.rest.setText(
            words(message("home", "{items} products, {deeds} things customers did").fill(items=shop.items, deeds=shop.interactions))
        )
        newest = formats.when(shop.last_time)
        self.period.setText(words(message("home", "The newest is from {when}.").fill(when=newest)) if newest else "")
        self.period.setVisible(bool(newest))
        self.kinds.clear()
        for kind, text in _KINDS.items():
            if shop.by_kind.get(kind):
                self.kinds.addWidget(Chip(words(text.fill(count=shop.by_kind[kind]))))
        if state.is_sample:
            self.kinds.addWidget(Chip(self.tr("Sample shop"), "warning"))


class NextStepCard(Card):
    """The one thing to do now, with the page's primary button."""

    import_wanted = Signal()
    prepare_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("next_card")
        self.heading.setText(self.tr("What to do next"))
        self._page = ""
        self.sentence = Body()
        self.button = PrimaryButton("", "home_primary")
        self.button.clicked.connect(self._act)
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        self.body.addWidget(self.button)

    def show_state(self, state: HomeState) -> None:
        """Show the step that a state asks for."""
        shop = state.shop
        self.sentence.setText(words(shop.next_step))
        if not shop.prepared:
            self._show("prepare", self.tr("Read my products"))
        elif shop.users < FEWEST_CUSTOMERS:
            self._show("import", self.tr("Import orders"))
        elif shop.new_feedback >= ENOUGH_NEW_FEEDBACK or shop.model_version == 1:
            self._show("training", self.tr("Improve"))
        else:
            self._show("customers", self.tr("Look at customers"))

    def _show(self, page: str, text: str) -> None:
        self._page = page
        self.button.setText(text)

    def _act(self) -> None:
        if self._page == "import":
            self.import_wanted.emit()
        elif self._page == "prepare":
            self.prepare_wanted.emit()
        else:
            self.page_wanted.emit(self._page)


class LastResultCard(Card):
    """Which model makes the lists, and what its training found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("last_card")
        self.heading.setText(self.tr("Last result"))
        self.sentence = Body()
        self.model = Muted(wrap=True)
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.model)
        self.body.addStretch(1)

    def show_state(self, state: HomeState) -> None:
        """Show the model in use."""
        active = state.active
        if active.number == 1:
            self.sentence.setText(
                self.tr("Nothing has been learnt from your shop yet. Improve does that, and keeps the result only if it is better.")
            )
            self.model.setText("")
            return
        made = message("home", "Your lists are made by model {number}, trained {when}.")
        self.sentence.setText(words(made.fill(number=active.number, when=formats.when(active.created))))
