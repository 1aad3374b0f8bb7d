"""What the rules page reads: names for ids, shelves, an example, and costs with either slider left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.listing import rule_costs, scenarios
from recsys_desktop.ui.operations import rule_preview
from recsys_desktop.ui.operations.rule_preview import FoundProducts, Preview, RuleBook, Shelves
from recsys_desktop.ui.workplace import Workplace


def result(qtbot: QtBot, job: Job) -> object:
    with qtbot.waitSignal(job.succeeded) as made:
        pass
    return made.args[0]


def test_the_book_knows_every_product_that_rules_name(qtbot: QtBot, stocked: Workplace) -> None:
    ids = [ItemId(name) for name in ("g0", "g1", "g2", "g3")]
    rules = Rules(
        pinned=(ids[0],), blocked=(ids[1], ItemId("gone")), boosts=(Boost("item", ids[2], 1.0), Boost("brand", "g5", 1.0))
    )
    scenarios.save(stocked.shop, Scenario("Basket", rules))
    scenarios.hide(stocked.shop, ids[3], True)
    book = result(qtbot, rule_preview.read_rule_book(workplace=stocked))
    assert isinstance(book, RuleBook)
    assert [one.name for one in book.scenarios] == [STANDARD, "Basket"]
    assert book.hidden == ("g3",)
    assert {item_id: item.title for item_id, item in book.items.items()} == {
        "g0": "Clay pot",
        "g1": "Hand trowel",
        "g2": "Watering can",
        "g3": "Seed box",
    }


def test_shelves_are_counted(qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.catalogue.upsert([Item(ItemId("x"), "Spade", category="Garden", brand="Oak")])
    shelves = result(qtbot, rule_preview.read_shelves(workplace=stocked))
    assert shelves == Shelves((("Garden", 7), ("Kitchen", 6)), (("Oak", 1),), "GBP", 13, 300)


def test_products_are_found_by_a_part_of_their_name(qtbot: QtBot, stocked: Workplace) -> None:
    found = result(qtbot, rule_preview.find_products(workplace=stocked, text="pot"))
    assert isinstance(found, FoundProducts)
    assert (found.text, [item.item_id for item in found.items]) == ("pot", ["g0"])


def test_an_example_tells_what_would_not_be_in_it_without_rules(qtbot: QtBot, stocked: Workplace) -> None:
    # u00 bought g0 to g4; of the shelf only g5 is left, and in a list of two it is followed by some kitchen thing.
    rules = Rules(list_length=2, pinned=(ItemId("k3"),))
    made = result(qtbot, rule_preview.preview(workplace=stocked, user_id=UserId("u00"), rules=rules))
    assert isinstance(made, Preview)
    assert [place.item.item_id for place in made.made.items] == ["k3", "g5"]
    assert "g5" in made.without
    assert len(made.without) == 2


@dataclass(frozen=True)
class Told:
    """Stands for a Forecast: remembers the rules it is of."""

    rules: Rules


@pytest.mark.parametrize(("diversity", "long_tail", "told"), [(0.0, 0.0, 1), (0.5, 0.0, 2), (0.5, 0.2, 3)])
def test_costs_are_told_with_either_slider_left_out_and_none_twice(
    monkeypatch: pytest.MonkeyPatch, diversity: float, long_tail: float, told: int
) -> None:
    asked: list[Rules] = []

    def forecast(_replay: object, rules: Rules, _plain: Rules | None = None) -> Told:
        asked.append(rules)
        return Told(rules)

    monkeypatch.setattr(rule_costs, "forecast", forecast)
    rules = Rules(diversity=diversity, long_tail=long_tail)
    costs = rule_preview._forecast(None, rules, Progress())  # type: ignore[arg-type]  # the stand-in needs no replay
    shown: tuple[object, ...] = (costs.together, costs.without_diversity, costs.without_long_tail)
    assert shown == (Told(rules), Told(replace(rules, diversity=0.0)), Told(replace(rules, long_tail=0.0)))
    assert len(asked) == told
