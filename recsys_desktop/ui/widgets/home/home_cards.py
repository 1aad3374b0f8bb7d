"""The three cards of the home page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ui import formats
from recsys_desktop.ui.operations.opening import HomeState
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.bar_chart import Bar, BarChart
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
        self.remark = Muted(wrap=True)
        self.button = PrimaryButton("", "home_primary")
        self.button.clicked.connect(self._act)
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.remark)
        self.body.addStretch(1)
        self.body.addWidget(self.button)

    def show_state(self, state: HomeState) -> None:
        """Show the step that a state asks for."""
        self.sentence.setText(words(state.shop.next_step))
        page, text = {
            "prepare": ("prepare", self.tr("Read my products")),
            "import": ("import", self.tr("Import orders")),
            "improve": ("training", self.tr("Improve")),
            "look": ("customers", self.tr("Look at customers")),
        }[state.shop.action]
        self._page = page
        self.button.setText(text)
        self.remark.setText(words(state.shop.worth.sentence))
        self.remark.setVisible(page == "customers")

    def _act(self) -> None:
        if self._page == "import":
            self.import_wanted.emit()
        elif self._page == "prepare":
            self.prepare_wanted.emit()
        else:
            self.page_wanted.emit(self._page)


class LastResultCard(Card):
    """What the last training found: new lists, lists before and a bestseller list beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("last_card")
        self.heading.setText(self.tr("Last result"))
        self.sentence = Body()
        self.bars = BarChart()
        self.bars.setMinimumWidth(1)  # it shrinks with the card
        self.caption = Muted(self.tr("Customers who would have found a new product they then bought in their list"), wrap=True)
        self.bars.setAccessibleName(self.caption.text())
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        for widget in (self.sentence, self.bars, self.caption):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_state(self, state: HomeState) -> None:
        """Show the latest training, or that there was none."""
        run = state.last_training
        bars = self._bars(run.result) if run is not None else []
        self.bars.show_bars(bars)
        self.bars.setVisible(bool(bars))
        self.caption.setVisible(bool(bars))
        customers = run.result.get("customers") if run is not None else None
        if isinstance(customers, int):
            text = message("home", "Of {all} customers, so many would have seen a new product that they then bought.")
            self.caption.setText(words(text.fill(all=customers)))
        if run is None or run.finished is None:
            self.sentence.setText(
                self.tr("Nothing has been learnt from your shop yet. Improve does that, and keeps the result only if it is better.")
            )
            return
        values = {"number": run.model_version or state.active.number, "when": formats.when(run.finished)}
        if run.model_version is not None:
            text = message("home", "The training {when} made the lists better: model {number} came of it.")
        else:
            text = message("home", "The training {when} did not make the lists better: model {number} stays in use.")
        self.sentence.setText(words(text.fill(**values)))

    def _bars(self, result: Mapping[str, object]) -> list[Bar]:
        """Return a bar for each way of making lists whose figure is known: among new products, which decide what is kept."""
        metrics = result.get("metrics")
        bars = []
        for name, label, hatched in (
            ("new", self.tr("New lists"), False),
            ("active", self.tr("Before"), False),
            ("popularity", self.tr("Bestsellers"), True),
        ):
            interval: object = metrics
            for step in (name, "new_products", "hit_rate@10"):
                interval = interval.get(step) if isinstance(interval, Mapping) else None
            if isinstance(interval, (list, tuple)) and len(interval) == 3:
                value = float(interval[0])
                role = "chart_2" if hatched else "chart_1"
                bars.append(Bar(label, value, value, value, self._counted(result, name, value), role, hatched))
        return bars

    def _counted(self, result: Mapping[str, object], name: str, share: float) -> str:
        """Return how many customers, or the share where an earlier version of the program did not keep the numbers."""
        hits, customers = result.get("hits"), result.get("customers")
        if not isinstance(hits, Mapping) or not isinstance(customers, int):
            return formats.percent(share)
        return number(int(hits[name]))
