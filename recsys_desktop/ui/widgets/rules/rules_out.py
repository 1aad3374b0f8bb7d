"""What is never recommended: not in these lists, or in no list at all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations.rule_preview import RuleBook
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard
from recsys_desktop.ui.widgets.rules.thing_rows import Thing, ThingRows, product_thing


class OutCard(RulesCard):
    """Products that stay out of these lists, and those that stay out of every list."""

    product_wanted = Signal(str)  # "blocked" or "hidden": for which list of the card a product is to be chosen
    hiding_wanted = Signal(object, bool)  # Item, whether it is to stay out of every list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_out", parent)
        self.heading.setText(self.tr("What is never recommended"))
        self.setAccessibleName(self.heading.text())
        self.blocked = ThingRows("rules_blocked", self.tr("Not in these lists"), self._add_unblock)
        self.hidden = ThingRows("rules_hidden", self.tr("In no list at all"), self._add_unhide)
        self.add_blocked = QuietButton(self.tr("Add a product…"), "rule_block_add", icon="plus")
        self.add_hidden = QuietButton(self.tr("Add a product…"), "rule_hide_add", icon="plus")
        self.add_blocked.setAccessibleName(self.tr("Keep a product out of these lists…"))
        self.add_hidden.setAccessibleName(self.tr("Keep a product out of every list…"))
        self.add_blocked.clicked.connect(lambda: self.product_wanted.emit("blocked"))
        self.add_hidden.clicked.connect(lambda: self.product_wanted.emit("hidden"))
        self.body.addWidget(self.heading)
        for sentence, rows, add in (
            (self.tr("Not in these lists:"), self.blocked, self.add_blocked),
            (self.tr("In no list at all, whatever other rules say:"), self.hidden, self.add_hidden),
        ):
            self.body.addWidget(Muted(sentence, wrap=True))
            self.body.addWidget(rows)
            self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def block(self, item: Item) -> None:
        """Keep a product out of these lists."""
        pinned = tuple(known for known in self.rules.pinned if known != item.item_id)
        blocked = tuple(dict.fromkeys((*self.rules.blocked, item.item_id)))
        self._ask(message("rules", "Kept out: {title}").fill(title=item.title), pinned=pinned, blocked=blocked)

    def _fill(self, book: RuleBook) -> None:
        gone = self.tr("No longer in the catalogue")
        self.blocked.show_things([product_thing(item_id, book.items, gone) for item_id in self.rules.blocked])
        self.hidden.show_things([product_thing(item_id, book.items, gone) for item_id in book.hidden])

    def _add_unblock(self, line: QHBoxLayout, thing: Thing) -> None:
        button = IconButton(
            "close", self.tr("Recommend again: {title}").format(title=thing.title), f"unblock_{thing.key}", plain=True
        )
        button.clicked.connect(partial(self._unblock, thing))
        line.addWidget(button)

    def _unblock(self, thing: Thing) -> None:
        rest = tuple(known for known in self.rules.blocked if known != thing.key)
        self._ask(message("rules", "No longer kept out: {title}").fill(title=thing.title), blocked=rest)

    def _add_unhide(self, line: QHBoxLayout, thing: Thing) -> None:
        button = IconButton(
            "close", self.tr("Recommend again: {title}").format(title=thing.title), f"unhide_{thing.key}", plain=True
        )
        button.clicked.connect(lambda: self.hiding_wanted.emit(thing.item, False))
        line.addWidget(button)
