"""Who the customer is: the id, one sentence, and chips for tastes, prices and orders."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.services.profiling import CustomerProfile
from recsys_desktop.ui.formats import percent, price_band, tooltip
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import CHIP_HEIGHT, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.labels import ElidedLabel

_MOST_GROUPS = 3
#: Pixels of a group's name in a chip; a longer one ends in an ellipsis.
_WIDEST_NAME = 130


class ProfileHeader(Card):
    """Filled again for each customer; the chips stay the same widgets."""

    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("profile_header")
        self._title = ElidedLabel(size=TYPE.page, weight=SEMIBOLD)
        self._title.setObjectName("customer_title")
        self._sentence = ElidedLabel()
        self._sentence.setObjectName("customer_sentence")
        self._groups = [Chip("", "accent") for _ in range(_MOST_GROUPS)]
        self._prices, self._orders = Chip(), Chip()
        export = QuietButton(self.tr("Export lists"), "export_lists", icon="export")
        export.setToolTip(tooltip(self.tr("Save the lists of all customers as a file")))
        export.clicked.connect(self.export_wanted)
        self.header.addWidget(self._title, 1)
        self.header.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.header)
        self.body.addWidget(self._sentence)
        self.body.addLayout(self._lay_out_chips())

    def _lay_out_chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        for chip in (*self._groups, self._prices, self._orders):
            chip.hide()
            row.addWidget(chip)
        row.addStretch()
        row.addStrut(CHIP_HEIGHT)
        return row

    def show_customer(self, user_id: UserId) -> None:
        """Name the customer at once; what is known of them follows."""
        self._title.setText(self.tr("Customer {id}").format(id=user_id))
        self.setAccessibleName(self._title.text())

    def show_profile(self, profile: CustomerProfile) -> None:
        """Say what is known of the customer."""
        self._sentence.setText(words(profile.sentence))
        for place, chip in enumerate(self._groups):
            self._fill(chip, *self._group_words(profile.groups[place]) if place < len(profile.groups) else ("", ""))
        low, high = profile.price_low, profile.price_high
        self._fill(self._prices, "" if low is None or high is None else price_band(low, high, profile.currency))
        self._fill(self._orders, self._order_words(profile.orders))

    def _group_words(self, group: tuple[str, float]) -> tuple[str, str]:
        """Return a group's chip and, where it does not say all, its tool tip."""
        path, share = group
        name = path.rpartition(">")[2].strip()
        shown = self._groups[0].fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        return f"{shown} {percent(share)}", path if shown != path else ""

    def _order_words(self, orders: int) -> str:
        if orders == 1:
            return self.tr("1 order")
        return self.tr("{count} orders").format(count=number(orders)) if orders else ""

    @staticmethod
    def _fill(chip: Chip, text: str, tip: str = "") -> None:
        chip.setText(text)
        chip.setToolTip(tooltip(tip))
        chip.setVisible(bool(text))
