"""The text coach: which products say too little, what to add, and what words are worth in this shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.catalogue import ITEM_ROLE
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import Body, Muted
from recsys_desktop.ui.widgets.products.item_list import ItemList

if TYPE_CHECKING:
    from recsys_desktop.services.products.text_coach import TextAdvice, TextFault
    from recsys_desktop.services.products.text_gain import TextGain

#: More is no list that anybody works through; mending the first ones brings the next.
_MOST_SHOWN = 500


class TextCoachView(QWidget):
    """``item_wanted`` comes with a product chosen, ``change_wanted`` where its text is to be written now."""

    item_wanted = Signal(str)  # item id
    change_wanted = Signal(str)  # item id
    measure_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Body()
        self._summary.setObjectName("text_summary")
        self.gain = Muted(wrap=True)
        self.gain.setObjectName("text_gain")
        self.gain.hide()
        self.measure = LinkButton(self.tr("Measure what words are worth here"), "text_measure")
        self.measure.clicked.connect(self.measure_wanted)
        self.list = ItemList("text_faults", self.tr("Products whose text says too little"))
        self.list.selectionModel().currentChanged.connect(lambda index: self._show_remedy(index.row()))
        self._remedy = Body()
        self._remedy.setObjectName("text_remedy")
        self._shown: tuple[TextFault, ...] = ()
        self.change = PrimaryButton(self.tr("Write its text…"), "text_change")
        self.change.clicked.connect(self._ask_to_change)
        self._good = EmptyState(
            "check",
            self.tr("Every text says enough"),
            self.tr("Every product has a title of its own, words that say what it is, and a category where the others have one."),
        )
        self._looking = EmptyState("clock", self.tr("Reading the texts"), self.tr("This takes a moment."))
        self._lay_out()

    def _lay_out(self) -> None:
        advice = QWidget()
        column = QVBoxLayout(advice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._summary)
        column.addWidget(self.gain)
        column.addWidget(self.measure)
        column.addWidget(self.list, 1)
        column.addWidget(self._remedy)
        foot = QHBoxLayout()
        foot.addWidget(self.change)
        foot.addStretch(1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        for page in (self._looking, advice, self._good):
            self._stack.addWidget(page)
        self._advice = advice

    def show_advice(self, advice: TextAdvice) -> None:
        """Show the products, those first where a better text would help most."""
        shown = advice.faults[:_MOST_SHOWN]
        locale = QLocale()
        text = self.tr(
            "The text of {count} of {total} products says too little. Those come first where words help most: few customers "
            "know them yet."
        )
        if len(shown) < len(advice.faults):
            text = self.tr("{text} The first {shown} are shown.").format(text=text, shown=len(shown))
        self._summary.setText(text.format(count=locale.toString(len(advice.faults)), total=locale.toString(advice.items)))
        row = max(self.list.currentIndex().row(), 0)
        self._shown = shown
        self.list.show_items([one.item for one in shown], [words(one.what) for one in shown])
        self.list.setCurrentIndex(self.list.items.index(min(row, len(shown) - 1)))
        self._stack.setCurrentWidget(self._advice if shown else self._good)

    def show_gain(self, gain: TextGain | None) -> None:
        """Say what was measured."""
        nothing = self.tr("That cannot be measured yet: it takes some twenty products with a full text and three customers each.")
        self.gain.setText(nothing if gain is None else words(gain.sentence))
        self.gain.show()
        self.measure.hide()

    def _show_remedy(self, row: int) -> None:
        """Say what to add to the product that was come to, and let it be shown."""
        if 0 <= row < len(self._shown):
            one = self._shown[row]
            self._remedy.setText(self.tr("{title}: {remedy}").format(title=one.item.title, remedy=words(one.to_do)))
            self.item_wanted.emit(one.item.item_id)

    def _ask_to_change(self) -> None:
        item: Item | None = self.list.currentIndex().data(ITEM_ROLE)
        if item is not None:
            self.change_wanted.emit(ItemId(item.item_id))
