"""What shall happen to what the shop has already: three answers, each with what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from recsys_desktop.services.imports.importing import Policy
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Muted

_INDENT = SPACE.l


class ImportPolicy(Card):
    """Emits ``chosen`` once another answer is given."""

    chosen = Signal(str)  # Policy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What your shop has already"), parent)
        self.setObjectName("import_policy")
        self._buttons: dict[Policy, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._add(
            "update",
            self.tr("Bring it up to date"),
            self.tr("What the files say replaces what your shop says. An empty cell erases nothing."),
        )
        self._add(
            "keep",
            self.tr("Keep my products as they are"),
            self.tr("Products you have stay unchanged. New products are added, and purchases are brought up to date."),
        )
        self._add(
            "add",
            self.tr("Only add what is new"),
            self.tr("New products and new purchases are added. Nothing that is there is touched."),
        )
        self._buttons["update"].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.policy))

    @property
    def policy(self) -> Policy:
        """The answer given."""
        return next(policy for policy, button in self._buttons.items() if button.isChecked())

    def _add(self, policy: Policy, title: str, meaning: str) -> None:
        button = QRadioButton(title)
        button.setObjectName(f"import_policy_{policy}")
        button.setAccessibleDescription(meaning)
        self._buttons[policy] = button
        self._group.addButton(button)
        explained = QVBoxLayout()
        explained.setSpacing(0)
        explained.addWidget(button)
        remark = Muted(meaning, wrap=True)
        remark.setIndent(_INDENT)
        explained.addWidget(remark)
        self.body.addLayout(explained)
