"""The parts of the rules page: what they show, and which changed rules they ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.domain.texts import Text
from recsys_desktop.ui.operations.rule_preview import RuleBook, Shelves
from recsys_desktop.ui.widgets.rules.rules_allowed import AllowedCard
from recsys_desktop.ui.widgets.rules.rules_bought import BoughtCard
from recsys_desktop.ui.widgets.rules.rules_card import Change, RulesCard
from recsys_desktop.ui.widgets.rules.rules_categories import ALL, BUT, ONLY, CategoriesCard
from recsys_desktop.ui.widgets.rules.rules_first import BoostCard, FirstCard
from recsys_desktop.ui.widgets.rules.rules_out import OutCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the off-screen platform

ITEMS = {ItemId(name): Item(ItemId(name), f"Product {name}", category="Home > Mugs", price=2.0, currency="GBP") for name in "abcd"}
SHELVES = Shelves((("Garden", 2), ("Home > Bath", 3), ("Home > Mugs", 4)), (("Oak", 1),), "GBP", 9, 100)
A, B, C, D = (ItemId(name) for name in "abcd")


class Asked:
    """Notes the rules that a card asks for."""

    def __init__(self, qtbot: QtBot, card: RulesCard, rules: Rules, hidden: tuple[ItemId, ...] = ()) -> None:
        qtbot.addWidget(card)
        self.rules = rules
        self.said: list[str] = []
        card.show_rules(rules, RuleBook((), hidden, ITEMS))
        card.edited.connect(self._note)
        card.resize(600, 500)
        card.show()

    def _note(self, to: Change, said: Text) -> None:
        self.rules = to(self.rules)
        self.said.append(str(said))


def choose(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)


def press(card: RulesCard, name: str) -> None:
    button = card.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    button.click()


def test_numbers_and_ticks_ask_once_they_are_settled(qtbot: QtBot) -> None:
    card = AllowedCard()
    asked = Asked(qtbot, card, Rules())
    card.show_shelves(SHELVES)
    assert (card.low.text(), card.high.text(), card.length.value()) == ("no limit", "no limit", 10)
    card.length.setValue(6)
    assert asked.said == []
    card.length.editingFinished.emit()
    card.in_stock.click()
    card.low.setValue(2.5)
    card.low.editingFinished.emit()
    assert card.low.text() == "£2.50"
    assert asked.rules == Rules(list_length=6, in_stock=False, price_low=2.5)
    assert asked.said == ["Products in a list: 6", "Sold-out products are recommended too", "Price limits changed"]


def test_a_lowest_price_above_the_highest_is_said_in_place_and_not_asked_for(qtbot: QtBot) -> None:
    card = AllowedCard()
    asked = Asked(qtbot, card, Rules(price_high=5.0))
    card.low.setValue(6.0)
    card.low.editingFinished.emit()
    assert card.wrong.isVisible()
    assert asked.said == []
    card.low.setValue(0.0)
    card.low.editingFinished.emit()
    assert not card.wrong.isVisible()


def test_bought_products_stay_away_or_come_back(qtbot: QtBot) -> None:
    card = BoughtCard()
    asked = Asked(qtbot, card, Rules())
    assert card.never.isChecked()
    assert not card.days.isEnabled()
    card.again.click()
    assert asked.rules == Rules(bring_back_days=30)
    card.show_rules(asked.rules, RuleBook((), (), {}))
    card.days.setValue(90)
    card.days.editingFinished.emit()
    card.rest.setValue(2)
    card.rest.editingFinished.emit()
    assert asked.rules == Rules(bring_back_days=90, rest_lists=2)
    card.never.click()
    assert asked.rules == Rules(rest_lists=2)
    assert asked.said[-1] == "Bought products are not recommended again"


@pytest.mark.parametrize(
    ("way", "expected"),
    [(ONLY, Rules(only_categories=("Home > Mugs",))), (BUT, Rules(without_categories=("Home > Mugs",)))],
)
def test_categories_are_ticked_after_the_way_was_chosen(qtbot: QtBot, way: str, expected: Rules) -> None:
    card = CategoriesCard()
    asked = Asked(qtbot, card, Rules())
    card.show_shelves(SHELVES)
    assert not card.tree.isVisible()
    choose(card.way, card.way.findData(way))
    assert card.tree.isVisible()
    assert asked.said == []
    mugs: QTreeWidgetItem = card.tree.findItems("Mugs", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)[0]
    with qtbot.waitSignal(card.tree.ticked):
        mugs.setCheckState(0, Qt.CheckState.Checked)
    assert asked.rules == expected
    card.show_rules(expected, RuleBook((), (), {}))
    assert (card.way.currentData(), card.tree.paths) == (way, ("Home > Mugs",))
    choose(card.way, card.way.findData(ALL))
    assert asked.rules == Rules()


def test_a_shop_without_categories_is_told_so(qtbot: QtBot) -> None:
    card = CategoriesCard()
    Asked(qtbot, card, Rules())
    card.show_shelves(Shelves((), (), "", 3, 0))
    assert not card.way.isEnabled()
    assert card.remark.text().startswith("Your products have no categories.")


def test_products_that_stand_first_are_added_moved_and_removed(qtbot: QtBot) -> None:
    card = FirstCard()
    asked = Asked(qtbot, card, Rules(pinned=(A, B), blocked=(C,)))
    assert [thing.title for thing in card.rows.things] == ["Product a", "Product b"]
    card.pin(ITEMS[C])
    assert asked.rules == Rules(pinned=(A, B, C))
    press(card, "pin_up_b")
    assert list(asked.rules.pinned) == [B, A]  # of the rows that are shown, which follow once it is stored
    press(card, "pin_out_a")
    assert list(asked.rules.pinned) == [B]
    assert asked.said[1:] == ["Moved to place 1: Product b", "No longer stands first: Product a"]


def test_the_keyboard_stays_on_the_product_it_moves(qtbot: QtBot) -> None:
    card = FirstCard()
    asked = Asked(qtbot, card, Rules(pinned=(A, B, C)))
    card.activateWindow()
    button = card.findChild(QToolButton, "pin_down_a")
    assert isinstance(button, QToolButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    card.show_rules(asked.rules, RuleBook((), (), ITEMS))
    focused = card.focusWidget()
    assert focused is not None
    assert (asked.rules.pinned, focused.objectName()) == ((B, A, C), "pin_down_a")


def test_lifts_are_added_changed_and_removed(qtbot: QtBot) -> None:
    card = BoostCard()
    asked = Asked(qtbot, card, Rules(boosts=(Boost("item", "a", 0.5), Boost("category", "Home", -0.9))))
    assert [(thing.title, thing.facts) for thing in card.rows.things] == [("Product a", "Mugs · £2.00"), ("Home", "Category")]
    box = card.findChild(QComboBox, "boost_category:Home")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Much less"
    choose(box, 0)
    assert list(asked.rules.boosts) == [Boost("item", "a", 0.5), Boost("category", "Home", 1.0)]
    with qtbot.waitSignal(card.thing_wanted) as wanted:
        card.add.menu().actions()[2].trigger()
    assert wanted.args == ["brand"]
    card.show_shelves(Shelves((), (("Oak", 1),), "", 9, 0))
    assert [action.isEnabled() for action in card.add.menu().actions()] == [True, False, True]
    card.boost("brand", "Oak", "Oak")
    assert asked.rules.boosts[-1] == Boost("brand", "Oak", 0.5)
    card.boost("item", "a", "Product a")  # it is there already
    press(card, "boost_out_item:a")
    assert list(asked.rules.boosts) == [Boost("category", "Home", -0.9)]
    assert asked.said == ["Recommended more: Home", "Recommended more: Oak", "Recommended neither more nor less: Product a"]


def test_what_is_kept_out_of_these_lists_and_of_all(qtbot: QtBot) -> None:
    card = OutCard()
    asked = Asked(qtbot, card, Rules(blocked=(A,), pinned=(B,)), hidden=(D,))
    assert [thing.key for thing in card.hidden.things] == ["d"]
    card.block(ITEMS[B])
    assert asked.rules == Rules(blocked=(A, B))
    press(card, "unblock_a")
    assert asked.rules.blocked == ()
    with qtbot.waitSignal(card.hiding_wanted) as wanted:
        press(card, "unhide_d")
    assert wanted.args == [ITEMS[D], False]


def test_a_product_that_left_the_catalogue_can_still_be_removed(qtbot: QtBot) -> None:
    card = FirstCard()
    asked = Asked(qtbot, card, Rules(pinned=(ItemId("gone"),)))
    assert [(thing.title, thing.facts) for thing in card.rows.things] == [("gone", "No longer in the catalogue")]
    press(card, "pin_out_gone")
    assert asked.rules == Rules()


def test_long_lists_of_products_are_folded(qtbot: QtBot) -> None:
    items = {ItemId(str(number)): Item(ItemId(str(number)), str(number)) for number in range(30)}
    card = OutCard()
    qtbot.addWidget(card)
    card.show_rules(Rules(), RuleBook((), tuple(items), items))
    assert len(card.hidden.findChildren(QToolButton)) == 12
    more = card.hidden.findChild(QPushButton, "rules_hidden_all")
    assert isinstance(more, QPushButton)
    more.click()
    assert len([button for button in card.hidden.findChildren(QToolButton) if button.isVisibleTo(card.hidden)]) == 30
