"""What may be in a list at all: how many products, in stock, at which prices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from recsys_desktop.domain.currencies import SIGNS
from recsys_desktop.domain.rules import LIMITS
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations.rule_preview import RuleBook, Shelves
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.calm_boxes import CalmDoubleSpinBox, CalmSpinBox
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard


class AllowedCard(RulesCard):
    """Each control asks for its change once the person has settled on a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_allowed", parent)
        self.heading.setText(self.tr("What may be in a list"))
        self.setAccessibleName(self.heading.text())
        self.length = CalmSpinBox()
        self.length.setRange(*(int(limit) for limit in LIMITS["list_length"]))
        self.length.editingFinished.connect(self._settle_length)
        self.in_stock = QCheckBox(self.tr("Only what is in stock"))
        self.in_stock.setObjectName("rule_in_stock")
        self.in_stock.clicked.connect(self._settle_stock)
        self.low, self.high = CalmDoubleSpinBox(), CalmDoubleSpinBox()
        self.wrong = Label(role="danger", wrap=True)
        self.wrong.setObjectName("rule_price_wrong")
        self.wrong.hide()
        for box in (self.low, self.high):
            box.setRange(0.0, LIMITS["price_high"][1])
            box.setSpecialValueText(self.tr("no limit"))
            box.setMaximum(9_999_999.0)
            box.editingFinished.connect(self._settle_price)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addWidget(self.heading)
        self.body.addLayout(_line(Label(self.tr("Products in a list")), self.length, "rule_list_length"))
        self.body.addWidget(self.in_stock)
        self.body.addWidget(Muted(self.tr("Products whose stock is not counted are always recommended."), wrap=True))
        low, high = Label(self.tr("Price from")), Label(self.tr("to"))
        row = FlowLayout()
        for label, box, name in ((low, self.low, "rule_price_low"), (high, self.high, "rule_price_high")):
            row.addWidget(_pair(label, box, name))
        self.low.setAccessibleName(self.tr("Lowest price"))
        self.high.setAccessibleName(self.tr("Highest price"))
        self.body.addLayout(row)
        self.body.addWidget(self.wrong)

    def show_shelves(self, shelves: Shelves) -> None:
        """Write prices in the shop's currency."""
        sign = SIGNS.get(shelves.currency.upper(), "")
        for box in (self.low, self.high):
            box.setPrefix(sign)
            box.setSuffix("" if sign or not shelves.currency else f" {shelves.currency}")

    def _fill(self, book: RuleBook) -> None:  # noqa: ARG002  # names no product
        for box, value in ((self.low, self.rules.price_low), (self.high, self.rules.price_high)):
            box.blockSignals(True)
            box.setValue(value or 0.0)
            box.blockSignals(False)
        self.length.blockSignals(True)
        self.length.setValue(self.rules.list_length)
        self.length.blockSignals(False)
        self.in_stock.setChecked(self.rules.in_stock)
        self.wrong.hide()

    def _settle_length(self) -> None:
        count = self.length.value()
        self._ask(message("rules", "Products in a list: {count}").fill(count=count), list_length=count)

    def _settle_stock(self, wanted: bool) -> None:
        text = message("rules", "Only what is in stock is recommended")
        other = message("rules", "Sold-out products are recommended too")
        self._ask(text if wanted else other, in_stock=wanted)

    def _settle_price(self) -> None:
        low, high = self.low.value() or None, self.high.value() or None
        impossible = low is not None and high is not None and low > high
        if impossible:
            self.wrong.setText(self.tr("The lowest price is above the highest: no product could be recommended."))
        self.wrong.setVisible(impossible)
        if not impossible:
            self._ask(message("rules", "Price limits changed"), price_low=low, price_high=high)


def _pair(label: Label, control: QWidget, name: str) -> QWidget:
    pair = QWidget()
    pair.setLayout(_line(label, control, name))
    return pair


def _line(label: Label, control: QWidget, name: str) -> QHBoxLayout:
    """Return a control behind its label, which is its name for screen readers."""
    control.setObjectName(name)
    control.setAccessibleName(label.text())
    label.setBuddy(control)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.xs)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(control)
    row.addStretch(1)
    return row
