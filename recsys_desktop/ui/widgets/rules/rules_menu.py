"""What one may do about a product everywhere it is seen: never recommend it, recommend it first, more, or less."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.ui.operations import rules
from recsys_desktop.ui.operations.rules import SOME, ItemRules
from recsys_desktop.ui.workplace import Workplace


def add_rule_actions(menu: QMenu, workplace: Workplace, item: Item, scenario: str = STANDARD) -> None:
    """Add the four actions to a menu that is about to be shown; those that are in force are ticked, and end when pressed again."""
    RuleActions(menu, workplace, item, scenario)


class RuleActions(QObject):
    """The four actions about one product. They are ticked as soon as the rules are read, usually before the menu is painted."""

    def __init__(self, menu: QMenu, workplace: Workplace, item: Item, scenario: str) -> None:
        super().__init__(menu)
        self._workplace, self._item, self._scenario = workplace, item, scenario
        self._first = _add(menu, "rule_first", self.tr("Recommend this first"))
        self._more = _add(menu, "rule_more", self.tr("Recommend this more"))
        self._less = _add(menu, "rule_less", self.tr("Recommend this less"))
        self._never = _add(menu, "rule_never", self.tr("Never recommend this"))
        self._first.triggered.connect(self._pin)
        self._more.triggered.connect(lambda wanted: self._boost(SOME, wanted))
        self._less.triggered.connect(lambda wanted: self._boost(-SOME, wanted))
        self._never.triggered.connect(self._hide)
        job = rules.read_item_rules(workplace=workplace, item_id=item.item_id, scenario=scenario)
        job.succeeded.connect(self._tick)

    def _tick(self, known: ItemRules) -> None:
        self._first.setChecked(known.pinned)
        self._more.setChecked(known.strength > 0)
        self._less.setChecked(known.strength < 0)
        self._never.setChecked(known.hidden)

    def _pin(self, wanted: bool) -> None:
        rules.recommend_first(workplace=self._workplace, item=self._item, first=wanted, scenario=self._scenario)

    def _boost(self, strength: float, wanted: bool) -> None:
        rules.boost(workplace=self._workplace, item=self._item, strength=strength if wanted else 0.0, scenario=self._scenario)

    def _hide(self, wanted: bool) -> None:
        rules.never_recommend(workplace=self._workplace, item=self._item, hidden=wanted)


def _add(menu: QMenu, name: str, text: str) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.setCheckable(True)
    return action
