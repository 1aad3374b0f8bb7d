"""What stands first in lists, and what is recommended more or less than its merits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.rules import Boost
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations.rule_preview import RuleBook, Shelves
from recsys_desktop.ui.operations.rules import SOME, with_boost
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard
from recsys_desktop.ui.widgets.rules.thing_rows import Thing, ThingRows, product_thing

ITEM, CATEGORY, BRAND = "item", "category", "brand"


class FirstCard(RulesCard):
    """Products that stand first, in the order of their rows."""

    product_wanted = Signal()  # a product is to be chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_first", parent)
        self.heading.setText(self.tr("What stands first"))
        self.setAccessibleName(self.heading.text())
        self.rows = ThingRows("rules_pinned", self.heading.text(), self._add_controls)
        self.add = QuietButton(self.tr("Add a product…"), "rule_pin_add", icon="plus")
        self.add.clicked.connect(self.product_wanted)
        sentence = self.tr("These products open every list, whoever it is for, unless the customer has them already.")
        self.body.addWidget(self.heading)
        self.body.addWidget(Muted(sentence, wrap=True))
        self.body.addWidget(self.rows)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def pin(self, item: Item) -> None:
        """Let a product stand behind those that stand first already."""
        others = tuple(known for known in self.rules.pinned if known != item.item_id)
        blocked = tuple(known for known in self.rules.blocked if known != item.item_id)
        text = message("rules", "Stands first now: {title}").fill(title=item.title)
        self._ask(text, pinned=(*others, item.item_id), blocked=blocked)

    def _fill(self, book: RuleBook) -> None:
        gone = self.tr("No longer in the catalogue")
        self.rows.show_things([product_thing(item_id, book.items, gone) for item_id in self.rules.pinned])

    def _add_controls(self, line: QHBoxLayout, thing: Thing) -> None:
        place = self.rules.pinned.index(ItemId(thing.key))
        up = IconButton("arrow_up", self.tr("Move up: {title}").format(title=thing.title), f"pin_up_{thing.key}", plain=True)
        down = IconButton(
            "arrow_down", self.tr("Move down: {title}").format(title=thing.title), f"pin_down_{thing.key}", plain=True
        )
        out = IconButton("close", self.tr("No longer first: {title}").format(title=thing.title), f"pin_out_{thing.key}", plain=True)
        for button, possible in ((up, place > 0), (down, place < len(self.rules.pinned) - 1)):
            stays = button.sizePolicy()
            stays.setRetainSizeWhenHidden(True)
            button.setSizePolicy(stays)
            button.setVisible(possible)
        up.clicked.connect(partial(self._move, place, place - 1, thing.title))
        down.clicked.connect(partial(self._move, place, place + 1, thing.title))
        out.clicked.connect(partial(self._remove, thing))
        for button in (up, down, out):
            line.addWidget(button)

    def _move(self, here: int, there: int, title: str) -> None:
        order = list(self.rules.pinned)
        order.insert(there, order.pop(here))
        self._ask(message("rules", "Moved to place {place}: {title}").fill(place=there + 1, title=title), pinned=tuple(order))

    def _remove(self, thing: Thing) -> None:
        rest = tuple(known for known in self.rules.pinned if known != thing.key)
        self._ask(message("rules", "No longer stands first: {title}").fill(title=thing.title), pinned=rest)


class BoostCard(RulesCard):
    """Products, categories and brands that are recommended more or less."""

    thing_wanted = Signal(str)  # ITEM, CATEGORY or BRAND: one is to be chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_boosts", parent)
        self.heading.setText(self.tr("What is recommended more or less"))
        self.setAccessibleName(self.heading.text())
        self.rows = ThingRows("rules_boosted", self.heading.text(), self._add_controls)
        self.add = QuietButton(self.tr("Add"), "rule_boost_add", icon="plus")
        self._menu = menu = QMenu(self)
        menu.setAccessibleName(self.add.text())
        for target, text in ((ITEM, self.tr("A product…")), (CATEGORY, self.tr("A category…")), (BRAND, self.tr("A brand…"))):
            action = menu.addAction(text)
            action.setObjectName(f"boost_{target}")
            action.triggered.connect(lambda _checked, target=target: self.thing_wanted.emit(target))
        self.add.setMenu(menu)
        sentence = self.tr("They move up or down in every list. Those that suit a customer best still come first among them.")
        self.body.addWidget(self.heading)
        self.body.addWidget(Muted(sentence, wrap=True))
        self.body.addWidget(self.rows)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_shelves(self, shelves: Shelves) -> None:
        """Offer categories and brands where the shop has any."""
        there = {ITEM: True, CATEGORY: bool(shelves.categories), BRAND: bool(shelves.brands)}
        for action, is_there in zip(self._menu.actions(), there.values(), strict=True):
            action.setEnabled(is_there)

    def boost(self, target: str, name: str, title: str) -> None:
        """Recommend a product, a category or a brand more."""
        known = [one for one in self.rules.boosts if (one.target, one.name) == (target, name)]
        if not known:
            self._set(_boost(target, name, SOME), title)

    def _fill(self, book: RuleBook) -> None:
        self.rows.show_things([self._thing(boost, book) for boost in self.rules.boosts])
        for boost in self.rules.boosts:
            box = self.rows.findChild(CalmComboBox, f"boost_{_key(boost)}")
            if box is not None:
                box.setCurrentIndex(_nearest(box, boost.strength))

    def _thing(self, boost: Boost, book: RuleBook) -> Thing:
        if boost.target == ITEM:
            return replace(product_thing(ItemId(boost.name), book.items, self.tr("No longer in the catalogue")), key=_key(boost))
        return Thing(_key(boost), boost.name, self.tr("Category") if boost.target == CATEGORY else self.tr("Brand"))

    def _add_controls(self, line: QHBoxLayout, thing: Thing) -> None:
        boost = next(one for one in self.rules.boosts if _key(one) == thing.key)
        box = CalmComboBox()
        box.setObjectName(f"boost_{thing.key}")
        box.setAccessibleName(self.tr("How much it is recommended: {title}").format(title=thing.title))
        for strength, text in (
            (1.0, self.tr("Much more")),
            (SOME, self.tr("More")),
            (-SOME, self.tr("Less")),
            (-1.0, self.tr("Much less")),
        ):
            box.addItem(text, strength)
        box.activated.connect(lambda _: self._set(replace(boost, strength=box.currentData()), thing.title))
        label = self.tr("As its merits are: {title}").format(title=thing.title)
        out = IconButton("close", label, f"boost_out_{thing.key}", plain=True)
        out.clicked.connect(lambda: self._set(replace(boost, strength=0.0), thing.title))
        line.addWidget(box)
        line.addWidget(out)

    def _set(self, boost: Boost, title: str) -> None:
        if boost.strength == 0:
            text = message("rules", "Recommended neither more nor less: {title}")
        else:
            text = (
                message("rules", "Recommended more: {title}")
                if boost.strength > 0
                else message("rules", "Recommended less: {title}")
            )
        self._ask(text.fill(title=title), boosts=with_boost(boost, self.rules).boosts)


def _key(boost: Boost) -> str:
    return f"{boost.target}:{boost.name}"


def _boost(target: str, name: str, strength: float) -> Boost:
    if target == ITEM:
        return Boost("item", name, strength)
    return Boost("category", name, strength) if target == CATEGORY else Boost("brand", name, strength)


def _nearest(box: CalmComboBox, strength: float) -> int:
    return min(range(box.count()), key=lambda place: abs(float(box.itemData(place)) - strength))
