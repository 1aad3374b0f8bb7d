"""The drop-down of the places where lists are shown, each with rules of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox

#: What the standard scenario is called; all others have the names the shop gave them.
EVERY_LIST = message("rules", "Every list")


def scenario_title(name: str) -> str:
    """Return how a scenario is called in the window."""
    return words(EVERY_LIST) if name == STANDARD else name


class ScenarioBox(CalmComboBox):
    """``chosen`` tells the name of the scenario a person picked, not one that was shown by the program."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.activated.connect(lambda _: self.chosen.emit(self.scenario))

    @property
    def scenario(self) -> str:
        """The name of the scenario shown."""
        return str(self.currentData() or STANDARD)

    def show_scenarios(self, names: Sequence[str], current: str) -> None:
        """Offer these scenarios and show one of them, the first where ``current`` is gone."""
        if [self.itemData(place) for place in range(self.count())] != list(names):
            self.clear()
            for name in names:
                self.addItem(scenario_title(name), name)
        self.setCurrentIndex(max(self.findData(current), 0))
