"""Who the customer is: the id, a sentence, chips for tastes, prices and orders, and on demand the same as charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import percent, price_band, tooltip
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import CONTROL_HEIGHT, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip_row import ChipRow
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel
from recsys_desktop.ui.widgets.customers.profile_chart import ProfileChart
from recsys_desktop.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from recsys_desktop.services.listing.profiling import CustomerProfile

#: Height that charts get however low the window is.
_LEAST_ROOM = 120
#: What a button takes besides its words: drawing, padding, and the gap beside it.
_AROUND_WORDS = 64


class ProfileHeader(Card):
    """Filled again for each customer; the chips stay the same widgets, and charts that were unfolded stay so."""

    export_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("profile_header")
        self._title = ElidedLabel(size=TYPE.page, weight=SEMIBOLD)
        self._title.setObjectName("customer_title")
        self._sentence = ClampedLabel(2)
        self._sentence.setObjectName("customer_sentence")
        self.compare = QuietButton(self.tr("Compare models"), "compare_models", icon="compare")
        self.compare.setToolTip(tooltip(self.tr("Show this customer's list beside that of another model version")))
        self.compare.setCheckable(True)
        self.compare.toggled.connect(lambda on: self.compare.setIcon(theme.icon("compare", "accent" if on else "text")))
        self.compare.clicked.connect(self.compare_wanted)
        self.compare.hide()
        self.export = QuietButton(self.tr("Export lists"), "export_lists", icon="export")
        self.export.setToolTip(tooltip(self.tr("Save the lists of all customers as a file")))
        self.export.clicked.connect(self.export_wanted)
        self._words = {button: button.text() for button in (self.compare, self.export)}
        for button, text in self._words.items():
            button.setAccessibleName(text)
        self.chips = ChipRow()
        self.chart = ProfileChart()
        self.chart.resized.connect(self._fit_chart)
        self._room = QScrollArea()
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.chart)
        self._most = _LEAST_ROOM
        self.more = IconButton("chart", self.tr("Show as charts"), "profile_more", checkable=True)
        self.more.setToolTip(tooltip(self.tr("What they like, what they pay, when they came, and what the list is made of")))
        self.more.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        self.more.toggled.connect(self._room.setVisible)
        self.header.addWidget(self._title, 1)
        self.header.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.header.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignTop)
        self.header.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.header)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.chips)
        self.body.addWidget(self._room)
        self._room.hide()

    def show_customer(self, user_id: UserId) -> None:
        """Name the customer at once; what is known of them follows."""
        self._title.setText(self.tr("Customer {id}").format(id=user_id))
        self.setAccessibleName(self._title.text())
        self._fit_buttons()

    def show_profile(self, profile: CustomerProfile) -> None:
        """Say what is known of the customer."""
        self._sentence.setText(words(profile.sentence))
        low, high = profile.price_low, profile.price_high
        facts = ["" if low is None or high is None else price_band(low, high, profile.currency), self._order_words(profile.orders)]
        self.chips.show_taste([(name, percent(share)) for name, share in profile.groups], [fact for fact in facts if fact])
        self.chart.show_profile(profile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def show_compare(self, possible: bool) -> None:
        """Offer to compare models, or no longer."""
        self.compare.setVisible(possible)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Leave the words of the buttons out where the customer's name would give way to them; their tool tips stay."""
        shown = [button for button in self._words if not button.isHidden()]
        metrics = self.fontMetrics()
        taken = sum(metrics.horizontalAdvance(self._words[button]) + _AROUND_WORDS for button in shown)
        room = self.width() - 2 * SPACE.m - CONTROL_HEIGHT - SPACE.xs
        for button in shown:
            button.setText(self._words[button] if self._title.sizeHint().width() + taken <= room else "")

    def set_chart_room(self, most: int) -> None:
        """Let the charts take so many pixels of height at most; what is more of them scrolls."""
        self._most = max(most, _LEAST_ROOM)
        self._fit_chart()

    def _fit_chart(self) -> None:
        self._room.setFixedHeight(min(self.chart.sizeHint().height(), self._most))

    def _order_words(self, orders: int) -> str:
        if orders == 1:
            return self.tr("1 order")
        return self.tr("{count} orders").format(count=number(orders)) if orders else ""
