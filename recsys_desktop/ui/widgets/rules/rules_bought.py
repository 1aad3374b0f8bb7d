"""What happens to products a customer has bought or has just been shown."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from recsys_desktop.domain.rules import LIMITS
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations.rule_preview import RuleBook
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.calm_boxes import CalmSpinBox
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard

#: What is offered where bought products stayed away so far: most things that are used up last about a month.
_USUAL_DAYS = 30


class BoughtCard(RulesCard):
    """Bought products stay away, or come back after some days; products shown lately may rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_bought", parent)
        self.heading.setText(self.tr("Bought and shown before"))
        self.setAccessibleName(self.heading.text())
        self.never = QRadioButton(self.tr("What was bought stays away"))
        self.never.setObjectName("rule_bought_never")
        self.again = QRadioButton(self.tr("It comes back after"))
        self.again.setObjectName("rule_bought_again")
        self._group = QButtonGroup(self)
        for button in (self.never, self.again):
            self._group.addButton(button)
            button.clicked.connect(self._settle_way)
        self.days = CalmSpinBox()
        self.days.setObjectName("rule_bring_back_days")
        self.days.setRange(1, int(LIMITS["bring_back_days"][1]))
        self.days.valueChanged.connect(self._write_days)
        self.days.setAccessibleName(self.tr("Days after which a bought product comes back"))
        self.days.editingFinished.connect(self._settle_days)
        self.rest = CalmSpinBox()
        self.rest.setObjectName("rule_rest_lists")
        self.rest.setRange(*(int(limit) for limit in LIMITS["rest_lists"]))
        self.rest.setSpecialValueText(self.tr("none"))
        self.rest.setAccessibleName(self.tr("Lists for which a product rests once it was shown"))
        self.rest.editingFinished.connect(self._settle_rest)
        self._lay_out()

    def _lay_out(self) -> None:
        again = QHBoxLayout()
        again.setSpacing(SPACE.xs)
        again.addWidget(self.again)
        again.addWidget(self.days)
        again.addStretch(1)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.never)
        self.body.addLayout(again)
        self.body.addWidget(Muted(self.tr("For things that are used up, such as coffee or candles."), wrap=True))
        self.body.addSpacing(SPACE.xxs)
        rest = QHBoxLayout()
        rest.setSpacing(SPACE.xs)
        label = Label(self.tr("Number of lists for which a product rests once it was shown"), wrap=True)
        label.setBuddy(self.rest)
        rest.addWidget(label, 1)
        rest.addWidget(self.rest)
        self.body.addLayout(rest)
        self.body.addWidget(Muted(self.tr("So that a mailing does not bring the same products twice running."), wrap=True))

    def _write_days(self, days: int) -> None:
        self.days.setSuffix(self.tr(" day") if days == 1 else self.tr(" days"))

    def _fill(self, book: RuleBook) -> None:  # noqa: ARG002  # names no product
        days = self.rules.bring_back_days
        (self.again if days else self.never).setChecked(True)
        self.days.setEnabled(days > 0)
        for box, value in ((self.days, days or _USUAL_DAYS), (self.rest, self.rules.rest_lists)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self._write_days(self.days.value())

    def _settle_way(self) -> None:
        if self.never.isChecked():
            self._ask(message("rules", "Bought products are not recommended again"), bring_back_days=0)
        else:
            self._settle_days()

    def _settle_days(self) -> None:
        if self.again.isChecked():
            days = self.days.value()
            self._ask(message("rules", "Bought products come back after {days} days").fill(days=days), bring_back_days=days)

    def _settle_rest(self) -> None:
        count = self.rest.value()
        text = message("rules", "Products rest after they were shown; lists: {count}").fill(count=count)
        self._ask(text if count else message("rules", "Products do not rest after they were shown"), rest_lists=count)
