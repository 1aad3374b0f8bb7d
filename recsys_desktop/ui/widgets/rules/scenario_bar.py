"""Which lists the rules in view are for: chosen, added, renamed, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from recsys_desktop.domain.rules import STANDARD, Scenario
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.widgets.rules.scenario_box import ScenarioBox


class ScenarioBar(QWidget):
    """The drop-down of scenarios with what one may do about them."""

    chosen = Signal(str)
    add_wanted = Signal(object)  # Scenario with suggested rules, None for one that is still to be named
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ScenarioBox("scenario", self.tr("Rules for"))
        self.box.chosen.connect(self.chosen)
        self.add = QuietButton(self.tr("Add"), "scenario_add", icon="plus")
        self.add.setAccessibleName(self.tr("Add rules for one place"))
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.add.accessibleName())
        self.add.setMenu(self._menu)
        self.more = IconButton("more", self.tr("Rename or delete"), "scenario_more")
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        changes = QMenu(self)
        changes.setAccessibleName(self.more.accessibleName())
        for name, text, signal in (
            ("scenario_rename", self.tr("Rename…"), self.rename_wanted),
            ("scenario_delete", self.tr("Delete"), self.delete_wanted),
        ):
            action = changes.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked, signal=signal: signal.emit())
        self.more.setMenu(changes)
        self.where = Muted(wrap=True)
        self.where.setObjectName("scenario_where")
        self._lay_out()

    def _lay_out(self) -> None:
        label = Label(self.tr("Rules for"))
        label.setBuddy(self.box)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(label)
        row.addWidget(self.box, 2)
        row.addWidget(self.add)
        row.addWidget(self.more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xxs)
        column.addLayout(row)
        column.addWidget(self.where)

    def show_scenarios(self, known: Sequence[Scenario], current: str) -> None:
        """Offer the scenarios of the shop, and to add those that most shops have."""
        from recsys_desktop.services.listing.scenarios import SUGGESTED

        names = [scenario.name for scenario in known]
        self.box.show_scenarios(names, current)
        standard = self.box.scenario == STANDARD
        self.more.setVisible(not standard)
        everywhere = self.tr("They count wherever no other rules are chosen: in this program and in what it exports.")
        chosen = self.tr("They count where you choose them: above a list or when you hand out.")
        self.where.setText(sentences(everywhere if standard else chosen, self.tr("What you change is kept at once.")))
        self._menu.clear()
        for text, rules in SUGGESTED:
            name = words(text)
            if name.casefold() not in [one.casefold() for one in names]:
                self._offer(name, f"scenario_add_{text.template}", Scenario(name, rules))
        self._offer(self.tr("Another place…"), "scenario_add_other", None)

    def _offer(self, text: str, name: str, scenario: Scenario | None) -> None:
        action = self._menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked: self.add_wanted.emit(scenario))
