"""Rules changed from the window: what is stored, what is said of it, and what undo puts back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.listing import scenarios
from recsys_desktop.ui.operations import rules
from recsys_desktop.ui.operations.rules import ItemRules, RuleChange
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

SAID = message("rules", "Price limits changed")


@pytest.fixture
def heard(stocked: Workplace) -> list[object]:
    """Every change and every notice, in order."""
    made: list[object] = []
    stocked.changed.connect(made.append)
    stocked.notified.connect(made.append)
    return made


def item(workplace: Workplace, item_id: str) -> Item:
    found = workplace.shop.catalogue.get(ItemId(item_id))
    assert found is not None
    return found


def stored(workplace: Workplace, name: str = STANDARD) -> Rules:
    return scenarios.scenario(workplace.shop, name).rules


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def take_back(qtbot: QtBot, workplace: Workplace, notice: object) -> None:
    assert isinstance(notice, Notice)
    assert notice.undo is not None
    notice.undo()
    settle(qtbot, workplace)


def result(qtbot: QtBot, job: Job) -> object:
    with qtbot.waitSignal(job.succeeded) as made:
        pass
    return made.args[0]


def error(qtbot: QtBot, job: Job) -> str:
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], RecsysError)
    return failed.args[0].code


def test_a_change_is_stored_and_undo_puts_back_only_what_it_changed(qtbot: QtBot, stocked: Workplace, heard: list[object]) -> None:
    before = stored(stocked)
    priced = rules.change(workplace=stocked, scenario=STANDARD, to=lambda known: replace(known, price_low=2.0), said=SAID)
    assert result(qtbot, priced) == RuleChange(Scenario(STANDARD, before), Scenario(STANDARD, replace(before, price_low=2.0)))
    rules.change(workplace=stocked, scenario=STANDARD, to=lambda known: replace(known, diversity=0.4), said=SAID)
    settle(qtbot, stocked)
    assert stored(stocked) == replace(before, price_low=2.0, diversity=0.4)
    assert [type(one) for one in heard] == [Changes, Notice, Changes, Notice]
    assert heard[0] == Changes(rules=True)
    take_back(qtbot, stocked, heard[1])
    assert stored(stocked) == replace(before, diversity=0.4)
    assert str(heard[-1].text) == "Taken back"  # type: ignore[attr-defined]  # a Notice


def test_nothing_new_is_neither_stored_nor_told(qtbot: QtBot, stocked: Workplace, heard: list[object]) -> None:
    rules.change(workplace=stocked, scenario=STANDARD, to=lambda known: known, said=SAID)
    settle(qtbot, stocked)
    assert heard == []


def test_rules_that_cannot_be_are_not_stored(qtbot: QtBot, stocked: Workplace, heard: list[object]) -> None:
    before = stored(stocked)
    job = rules.change(
        workplace=stocked, scenario=STANDARD, to=lambda known: replace(known, price_low=9.0, price_high=1.0), said=SAID
    )
    assert error(qtbot, job) == "rules_impossible"
    settle(qtbot, stocked)
    assert (stored(stocked), heard) == (before, [])


def test_a_product_is_hidden_everywhere_and_recommended_again(qtbot: QtBot, stocked: Workplace, heard: list[object]) -> None:
    rules.never_recommend(workplace=stocked, item=item(stocked, "g1"))
    settle(qtbot, stocked)
    assert scenarios.hidden(stocked.shop) == ("g1",)
    assert str(heard[1].text) == "Never recommended from now on: Hand trowel"  # type: ignore[attr-defined]  # heard holds notices
    take_back(qtbot, stocked, heard[1])
    assert scenarios.hidden(stocked.shop) == ()


def test_first_and_boost_keep_one_entry_for_a_product(qtbot: QtBot, stocked: Workplace) -> None:
    for item_id in ("g1", "g2", "g1"):
        rules.recommend_first(workplace=stocked, item=item(stocked, item_id))
    rules.boost(workplace=stocked, item=item(stocked, "g3"), strength=0.5)
    rules.boost(workplace=stocked, item=item(stocked, "k0"), strength=-0.5)
    rules.boost(workplace=stocked, item=item(stocked, "g3"), strength=-1.0)
    settle(qtbot, stocked)
    assert stored(stocked).pinned == ("g1", "g2")
    assert stored(stocked).boosts == (Boost("item", "g3", -1.0), Boost("item", "k0", -0.5))
    rules.recommend_first(workplace=stocked, item=item(stocked, "g1"), first=False)
    rules.boost(workplace=stocked, item=item(stocked, "g3"), strength=0.0)
    settle(qtbot, stocked)
    assert stored(stocked).pinned == ("g2",)
    assert stored(stocked).boosts == (Boost("item", "k0", -0.5),)


def test_a_product_that_is_put_first_is_no_longer_kept_out(qtbot: QtBot, stocked: Workplace) -> None:
    scenarios.save(stocked.shop, Scenario(STANDARD, Rules(blocked=(ItemId("g1"), ItemId("g2")))), STANDARD)
    rules.recommend_first(workplace=stocked, item=item(stocked, "g1"))
    settle(qtbot, stocked)
    assert (stored(stocked).pinned, stored(stocked).blocked) == (("g1",), ("g2",))


def test_what_the_rules_say_of_a_product(qtbot: QtBot, stocked: Workplace) -> None:
    known = Rules(pinned=(ItemId("g1"),), boosts=(Boost("item", "g1", 0.5), Boost("brand", "g2", 1.0)))
    scenarios.save(stocked.shop, Scenario("Basket", known))
    scenarios.hide(stocked.shop, ItemId("g2"), True)
    for item_id, scenario, expected in (
        ("g1", "Basket", ItemRules(ItemId("g1"), "Basket", False, True, False, 0.5)),
        ("g2", "Basket", ItemRules(ItemId("g2"), "Basket", True, False, False, 0.0)),
        ("g1", STANDARD, ItemRules(ItemId("g1"), STANDARD, False, False, False, 0.0)),
    ):
        job = rules.read_item_rules(workplace=stocked, item_id=ItemId(item_id), scenario=scenario)
        assert result(qtbot, job) == expected


def test_scenarios_come_go_and_change_their_name_each_with_the_way_back(
    qtbot: QtBot, stocked: Workplace, heard: list[object]
) -> None:
    def names() -> list[str]:
        return [one.name for one in scenarios.scenarios(stocked.shop)]

    basket = Scenario("Basket", Rules(list_length=4))
    rules.add_scenario(workplace=stocked, scenario=basket)
    settle(qtbot, stocked)
    assert error(qtbot, rules.add_scenario(workplace=stocked, scenario=Scenario("basket", Rules()))) == "name_taken"
    rules.rename_scenario(workplace=stocked, former="Basket", name="Till")
    settle(qtbot, stocked)
    assert (names(), stored(stocked, "Till")) == ([STANDARD, "Till"], basket.rules)
    take_back(qtbot, stocked, heard[3])
    rules.delete_scenario(workplace=stocked, scenario=basket)
    settle(qtbot, stocked)
    assert names() == [STANDARD]
    take_back(qtbot, stocked, heard[7])
    assert (names(), stored(stocked, "Basket")) == ([STANDARD, "Basket"], basket.rules)
    take_back(qtbot, stocked, heard[1])
    assert names() == [STANDARD]
