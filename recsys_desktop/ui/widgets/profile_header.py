"""Who the customer is: the id, one sentence, and chips for tastes, prices and orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.formats import percent, price_band, tooltip
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SEMIBOLD, TYPE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip_row import ChipRow
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel
from recsys_desktop.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from recsys_desktop.services.profiling import CustomerProfile


class ProfileHeader(Card):
    """Filled again for each customer; the chips stay the same widgets."""

    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("profile_header")
        self._title = ElidedLabel(size=TYPE.page, weight=SEMIBOLD)
        self._title.setObjectName("customer_title")
        self._sentence = ClampedLabel(2)
        self._sentence.setObjectName("customer_sentence")
        export = QuietButton(self.tr("Export lists"), "export_lists", icon="export")
        export.setToolTip(tooltip(self.tr("Save the lists of all customers as a file")))
        export.clicked.connect(self.export_wanted)
        self.header.addWidget(self._title, 1)
        self.header.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.header)
        self.body.addWidget(self._sentence)
        self.chips = ChipRow()
        self.body.addWidget(self.chips)

    def show_customer(self, user_id: UserId) -> None:
        """Name the customer at once; what is known of them follows."""
        self._title.setText(self.tr("Customer {id}").format(id=user_id))
        self.setAccessibleName(self._title.text())

    def show_profile(self, profile: CustomerProfile) -> None:
        """Say what is known of the customer."""
        self._sentence.setText(words(profile.sentence))
        low, high = profile.price_low, profile.price_high
        facts = ["" if low is None or high is None else price_band(low, high, profile.currency), self._order_words(profile.orders)]
        self.chips.show_taste([(name, percent(share)) for name, share in profile.groups], [fact for fact in facts if fact])

    def _order_words(self, orders: int) -> str:
        if orders == 1:
            return self.tr("1 order")
        return self.tr("{count} orders").format(count=number(orders)) if orders else ""
