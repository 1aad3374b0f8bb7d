"""The rules page on a shop of six garden and six kitchen things: what is changed is kept, shown beforehand, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled
from recsys_desktop.domain.rules import STANDARD, Rules, Scenario
from recsys_desktop.domain.texts import message
from recsys_desktop.services.listing import rule_costs, scenarios
from recsys_desktop.ui.dialogs.choose_thing import ChooseName, ChooseProduct
from recsys_desktop.ui.dialogs.scenario_name import ScenarioNameDialog
from recsys_desktop.ui.operations.rule_preview import RuleCosts
from recsys_desktop.ui.pages.rules import RulesPage
from recsys_desktop.ui.widgets.rules import rule_cost_keeper
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class Told:
    """Stands for a Forecast whose figures follow from the sliders."""

    customers: int
    hits: int
    hits_plain: int
    hits_bestsellers: int
    coverage: float
    coverage_plain: float
    long_tail: float
    long_tail_plain: float
    kinds: float
    kinds_plain: float


def told(_replay: object, rules: Rules, _plain: Rules | None = None) -> Told:
    hits = 40 - round(10 * rules.diversity) - round(20 * rules.long_tail)
    kinds = 4.0 + rules.diversity
    return Told(60, hits, 40, 22, 0.5 + rules.long_tail / 10, 0.5, 0.1 + rules.long_tail / 2, 0.1, kinds, 4.0)


@pytest.fixture(autouse=True)
def _costs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_costs, "replay", lambda _shop, _progress: object())
    monkeypatch.setattr(rule_costs, "forecast", told)


@pytest.fixture
def page(qtbot: QtBot, stocked: Workplace) -> RulesPage:
    made = RulesPage(stocked)
    qtbot.addWidget(made)
    made.resize(1158, 690)
    made.show()
    settle(qtbot, stocked)
    return made


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def stored(workplace: Workplace, name: str = STANDARD) -> Rules:
    return scenarios.scenario(workplace.shop, name).rules


def listed(page: RulesPage) -> list[str]:
    model = page.example.places
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def dialog(page: RulesPage, kind: type[QDialog]) -> QDialog:
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def test_the_page_shows_the_rules_an_example_and_what_they_cost(page: RulesPage) -> None:
    assert (page.selected, page.rules, page.costs.shown) == (STANDARD, Rules(), Rules())
    assert page.bar.box.currentText() == "Every list"
    assert len(listed(page)) == 7  # the customer bought five of the twelve
    assert page.example.sentence.text() == "The same products as without any rules."
    assert page.variety.bars["hits"].sentence.text() == (
        "Customers who would have seen what they then bought: 40 of 60; without rules 40, with a bestseller list 22"
    )
    assert page.minimumSizeHint().width() <= 752  # the smallest window without its rail


def test_a_slider_shows_beforehand_what_it_costs_and_is_kept_when_it_is_let_go(
    qtbot: QtBot, stocked: Workplace, page: RulesPage
) -> None:
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    slider = page.variety.diversity
    slider.slider.setSliderDown(True)
    with qtbot.waitSignal(page.costs._pause.timeout):
        slider.slider.setSliderPosition(50)
    settle(qtbot, stocked)
    assert slider.cost.text() == (
        "Here 35 of 60 customers would have seen what they then bought; with the slider at the left 40."
        " A list holds 4.5 kinds of products on average instead of 4.0."
    )
    assert (page.rules.diversity, stored(stocked).diversity, notices) == (0.5, 0.0, [])
    assert slider.cost.height() >= slider.cost.heightForWidth(slider.cost.width())
    slider.slider.setSliderDown(False)
    settle(qtbot, stocked)
    assert stored(stocked).diversity == 0.5
    assert notices[0].undo is not None
    notices[0].undo()
    settle(qtbot, stocked)
    assert (stored(stocked).diversity, slider.slider.value()) == (0.0, 0)


def test_the_example_follows_a_pinned_product(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    page.first.add.click()
    choose = dialog(page, ChooseProduct)
    assert isinstance(choose, ChooseProduct)
    settle(qtbot, stocked)
    first = listed(page)[-1]
    choose.box.setText(first)
    with qtbot.waitSignal(choose.box.wanted):
        pass
    settle(qtbot, stocked)
    choose.box.returnPressed.emit()
    settle(qtbot, stocked)
    assert listed(page)[0] == first
    assert [thing.title for thing in page.first.rows.things] == [first]
    assert page.findChild(ChooseProduct) is None


def test_a_category_is_chosen_and_lifted(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    page.boosts.thing_wanted.emit("category")
    choose = dialog(page, ChooseName)
    assert isinstance(choose, ChooseName)
    choose.box.setText("kit")
    assert choose.model.stringList() == ["Kitchen"]
    choose.box.returnPressed.emit()
    settle(qtbot, stocked)
    assert [(one.target, one.name, one.strength) for one in stored(stocked).boosts] == [("category", "Kitchen", 0.5)]


def test_a_hidden_product_leaves_the_example(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    gone = stocked.shop.catalogue.page(listed(page)[0], 1)[0]
    page._hide(gone, True)
    settle(qtbot, stocked)
    assert gone.title not in listed(page)
    assert [thing.title for thing in page.out.hidden.things] == [gone.title]


def test_places_are_added_named_renamed_and_deleted(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    scenarios.save(stocked.shop, Scenario(STANDARD, Rules(price_low=2.0, list_length=8)), STANDARD)
    stocked.changed.emit(Changes(rules=True))
    settle(qtbot, stocked)
    page.bar._menu.actions()[2].trigger()
    settle(qtbot, stocked)
    assert (page.selected, stored(stocked, "Basket")) == ("Basket", Rules(price_low=2.0, list_length=4, diversity=0.3))
    page.bar.add_wanted.emit(None)
    naming = dialog(page, ScenarioNameDialog)
    assert isinstance(naming, ScenarioNameDialog)
    assert not naming.go.isEnabled()
    naming.line.setText("basket")
    naming.go.click()
    settle(qtbot, stocked)
    assert "already" in naming.field.wrong
    naming.line.setText("Window")
    naming.go.click()
    settle(qtbot, stocked)
    assert (page.selected, page.findChild(ScenarioNameDialog)) == ("Window", None)
    assert page.bar.more.isVisible()
    page.bar.delete_wanted.emit()
    settle(qtbot, stocked)
    assert page.selected == STANDARD
    assert not page.bar.more.isVisible()


def test_a_large_shop_is_replayed_only_once_a_slider_is_moved(
    qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_cost_keeper, "_SMALL_SHOP", 299)  # one less than was done here
    made = RulesPage(stocked)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, stocked)
    assert (made.costs.shown, made.variety.find_out.isVisible()) == (None, True)
    made.variety.long_tail.slider.setValue(100)
    qtbot.waitUntil(lambda: made.costs.shown == made.rules)
    assert made.variety.bars["long_tail"].sentence.text() == "Places taken by rarely bought products: 60 %; without rules 10 %"
    assert made.variety.long_tail.cost.text() == (
        "Here 20 of 60 customers would have seen what they then bought; with the slider at the left 40."
        " 60 % of the catalogue is shown to somebody instead of 50 %."
        " Rarely bought products take 60 % of the places instead of 10 %."
    )
    assert not made.variety.find_out.isVisible()
    made.variety.long_tail._settle()
    settle(qtbot, stocked)


def test_nothing_is_worked_out_while_nobody_looks(qtbot: QtBot, stocked: Workplace) -> None:
    made = RulesPage(stocked)
    qtbot.addWidget(made)
    made.show()
    made.hide()  # another page is opened before the rules are read
    settle(qtbot, stocked)
    assert (made.costs.shown, listed(made)) == (None, [])
    made.show()
    settle(qtbot, stocked)
    assert (made.costs.shown, len(listed(made))) == (Rules(), 7)


def test_a_stopped_replay_is_offered_again(qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_shop: object, _progress: object) -> None:
        raise Cancelled

    with monkeypatch.context() as stopped:
        stopped.setattr(rule_costs, "replay", stop)
        made = RulesPage(stocked)
        qtbot.addWidget(made)
        made.show()
        settle(qtbot, stocked)
        assert made.variety.remark.text() == "Stopped: it is not known what these rules cost."
    made.variety.find_out.click()
    qtbot.waitUntil(lambda: made.costs.shown == Rules())


def test_what_is_hidden_elsewhere_makes_the_figures_anew(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    scenarios.hide(stocked.shop, ItemId("k0"), True)
    stocked.changed.emit(Changes(rules=True))
    with qtbot.waitSignal(stocked.runner.submitted, check_params_cb=lambda job: job.title is not None):
        pass
    settle(qtbot, stocked)
    assert page.costs.shown == Rules()


def test_a_place_that_was_added_elsewhere_is_opened_by_name(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    scenarios.save(stocked.shop, Scenario("Till", Rules(list_length=3)))
    for name, shown in (("Till", "Till"), ("no such place", STANDARD)):
        page.open(name)
        settle(qtbot, stocked)
        assert (page.selected, page.bar.box.scenario) == (shown, shown)
    page.bar.box.setCurrentIndex(1)
    page.bar.box.activated.emit(1)
    settle(qtbot, stocked)
    assert (page.selected, len(listed(page))) == ("Till", 3)


def test_suggested_places_are_offered_until_they_are_there(page: RulesPage) -> None:
    def offered() -> list[str]:
        return [action.text() for action in page.bar._menu.actions()]

    assert offered() == ["Home page", "E-mail", "Basket", "Another place…"]
    page.bar.show_scenarios((Scenario(STANDARD, Rules()), Scenario("basket", Rules())), STANDARD)
    assert offered() == ["Home page", "E-mail", "Another place…"]


def test_another_customer_is_found_by_typing(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    page.example.box.setText("u07")
    with qtbot.waitSignal(page.example.box.wanted):
        pass
    settle(qtbot, stocked)
    page.example.box.returnPressed.emit()
    settle(qtbot, stocked)
    assert page.example.heading.text() == "List of u07"
    assert listed(page)[0] == "Clay pot"  # the one thing of the shelf that u07 has not bought


def test_a_stale_example_or_figure_is_dropped(qtbot: QtBot, stocked: Workplace, page: RulesPage) -> None:
    before = listed(page)
    page._preview()
    page.variety.long_tail.slider.setValue(80)  # what is being made is of rules that are no longer in view
    with qtbot.waitSignal(page._pause.timeout):
        pass
    page._pause.stop()
    assert listed(page) == before
    page.costs._show(costs_of_other_rules(page))
    assert "36" not in page.variety.bars["hits"].sentence.text()
    page.variety.long_tail._settle()
    settle(qtbot, stocked)


def costs_of_other_rules(page: RulesPage) -> RuleCosts:
    other = replace(page.rules, diversity=0.4)
    costs = told(None, other)
    return RuleCosts(other, costs, costs, costs)  # type: ignore[arg-type]  # a stand-in for each Forecast


def test_too_little_behaviour_is_said_in_place(qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_shop: object, _progress: object) -> None:
        raise RecsysError("too_little_data", message("errors", "Too little is known."), message("errors", "Import more."))

    monkeypatch.setattr(rule_costs, "replay", fail)
    made = RulesPage(stocked)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, stocked)
    assert made.variety.remark.text() == "Too little is known. Import more."
    assert not made.variety.find_out.isVisible()


def test_an_empty_shop_says_what_rules_are_for(qtbot: QtBot, workplace: Workplace) -> None:
    made = RulesPage(workplace)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, workplace)
    assert made.empty.isVisible()
    with qtbot.waitSignal(workplace.import_wanted):
        made.empty.button.click()
    workplace.shop.catalogue.upsert([Item(ItemId("a"), "Only product")])
    workplace.changed.emit(Changes(items=True))
    settle(qtbot, workplace)
    assert not made.empty.isVisible()
    assert made.example.remark.text().startswith("Here you see what the rules do")
    assert made.variety.remark.text() == "What it costs can be told once a file of orders is imported."
    assert QApplication.activeModalWidget() is None
