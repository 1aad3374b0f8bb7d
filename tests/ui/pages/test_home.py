"""Home: the first choice, the three cards, and the one button that fits the shop."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services import shop_facts
from recsys_desktop.services.fitting import fit
from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.pages.home import HomePage
from recsys_desktop.ui.workplace import Changes, Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


@pytest.fixture(autouse=True)
def _enough_to_learn_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """Customers enough to show whether a model learnt something, which a shop of sixty has not."""
    monkeypatch.setattr(shop_facts, "pupils_of", lambda _shop: 80)


def shown(qtbot: QtBot, workplace: Workplace) -> HomePage:
    page = HomePage(workplace)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return page


def press(page: HomePage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def test_an_empty_shop_offers_the_sample_and_ones_own_files(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.welcome.isVisible()
    with qtbot.waitSignal(workplace.import_wanted) as wanted:
        press(page, "import_my_files")
    assert wanted.args == [[]]


def test_products_without_lists_are_to_be_read_first(qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Workplace] = []
    monkeypatch.setattr(opening, "prepare", lambda *, workplace: asked.append(workplace))
    workplace.shop.catalogue.upsert([Item(ItemId("A1"), "Cup"), Item(ItemId("A2"), "Plate")])
    page = shown(qtbot, workplace)
    assert not page.welcome.isVisible()
    assert page.next_card.button.text() == "Read my products"
    press(page, "home_primary")
    assert asked == [workplace]


def test_a_shop_with_too_little_to_learn_from_is_not_told_to_improve(
    qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop_facts, "pupils_of", lambda _shop: 11)
    assert shown(qtbot, stocked).next_card.button.text() == "Look at customers"


def test_a_prepared_shop_is_told_to_improve(qtbot: QtBot, stocked: Workplace) -> None:
    page = shown(qtbot, stocked)
    assert page.shop_card.customers.text() == "60 customers"
    assert "12 products" in page.shop_card.rest.text()
    assert page.next_card.button.text() == "Improve"
    assert "learnt" in page.last_card.sentence.text()
    with qtbot.waitSignal(stocked.page_wanted) as wanted:
        press(page, "home_primary")
    assert wanted.args == ["training", None]


def test_few_customers_ask_for_more_orders(qtbot: QtBot, workplace: Workplace) -> None:
    shop = workplace.shop
    shop.catalogue.upsert([Item(ItemId("A1"), "Cup")])
    shop.interactions.add_many([Interaction(UserId("K1"), ItemId("A1"), Kind.PURCHASE, time=1_700_000_000)])
    fit(shop, Progress())
    page = shown(qtbot, workplace)
    assert page.next_card.button.text() == "Import orders"
    with qtbot.waitSignal(workplace.import_wanted):
        press(page, "home_primary")


def test_the_sample_is_labelled_and_removed_in_one_click(qtbot: QtBot, stocked: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, stocked)
    assert page.sample.isHidden()
    stocked.shop.settings.set_json("sample_shop", "en")
    with monkeypatch.context() as patch:
        everything = (set(stocked.shop.catalogue.keys()[1]), set(stocked.shop.users.keys()[1]))
        patch.setattr("recsys_desktop.services.samples._ids", lambda _folder, _progress: everything)
        page = shown(qtbot, stocked)
        assert page.sample.isVisible()
        with qtbot.waitSignal(stocked.notified) as told:
            press(page, "remove_sample")
        qtbot.waitUntil(page.welcome.isVisible)
    assert str(told.args[0].text) == "The sample is removed: 12 products and 60 customers. What is your own stayed."
    told.args[0].undo()
    qtbot.waitUntil(lambda: not stocked.runner.jobs and page.sample.isVisible())
    assert (stocked.shop.catalogue.count(), stocked.shop.users.count()) == (12, 60)
    assert page.next_card.button.text() == "Improve"  # the lists are there again


def test_the_welcome_offers_films_and_articles_too(qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(opening, "_load_sample", lambda _shop, _language, words, _progress: asked.append(words))
    page = shown(qtbot, workplace)
    for name in ("try_sample_films", "try_sample_articles", "try_sample_shop"):
        press(page, name)
        qtbot.waitUntil(lambda: not workplace.runner.jobs)
        qtbot.waitUntil(page.welcome.sample.isEnabled)
    assert asked == ["films", "articles", "products"]


def test_right_after_a_training_there_is_nothing_to_improve(qtbot: QtBot, stocked: Workplace) -> None:
    run = stocked.shop.runs.start("training", {}, 0)
    work = {"items": 12, "events": 300}
    stocked.shop.runs.finish(run, {"kept": False, "work": work}, None)
    page = shown(qtbot, stocked)
    assert page.next_card.button.text() == "Look at customers"
    assert page.next_card.remark.text() == "Nothing new since the last training."
    for answer in range(10):
        stocked.shop.feedback.append(UserId(f"u{answer:02d}"), ItemId("g1"), FeedbackKind.LIKE, None, 4_000_000_000, 1)
    stocked.changed.emit(Changes(feedback=True))
    qtbot.waitUntil(lambda: page.next_card.button.text() == "Improve")
    assert page.next_card.sentence.text() == "10 new since the last training: training would be worth it."
    assert page.next_card.remark.isHidden()


def test_the_last_training_is_shown_beside_the_bestsellers(qtbot: QtBot, stocked: Workplace) -> None:
    runs = stocked.shop.runs
    run = runs.start("training", {}, 0)
    judged = (("new", 0.27), ("active", 0.25), ("popularity", 0.2))
    # What decides is new products; over all products the figures may well point the other way.
    metrics = {
        name: {"hit_rate@10": [0.9 - share, 0.0, 1.0], "new_products": {"hit_rate@10": [share, 0.0, 1.0]}} for name, share in judged
    }
    runs.finish(run, {"kept": False, "metrics": metrics}, None)
    runs.start("training", {}, 0)  # interrupted: came to no result
    page = shown(qtbot, stocked)
    assert page.last_card.bars.accessibleDescription() == "New lists: 27 %; Before: 25 %; Bestsellers: 20 %"
    assert page.last_card.sentence.text().endswith("did not make the lists better: model 1 stays in use.")


def test_what_the_data_carry_and_what_to_collect_next(qtbot: QtBot, stocked: Workplace) -> None:
    page = shown(qtbot, stocked)
    assert page.abilities.isVisible()
    lines = page.abilities.lines.lines
    assert [line.meaning for line in lines[:3]] == ["Yes", "Yes", "Yes"]
    assert lines[2].sentence == "What is bought together shows: 60 customers have bought two products or more."
    assert lines[4].meaning == "Not yet"
    assert lines[4].remark.startswith("About ")
    gaps = page.gaps.lines.lines
    assert [line.sentence for line in gaps] == [lines[4].remark, "None of your 12 products has a description."]
    assert page.gaps.isVisible()


def test_advice_follows_the_data_only(qtbot: QtBot, stocked: Workplace) -> None:
    page = shown(qtbot, stocked)
    stocked.changed.emit(Changes(feedback=True))
    assert len(stocked.runner.jobs) == 1, "the cards above alone"
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    stocked.shop.catalogue.upsert([Item(ItemId("1"), "1"), Item(ItemId("2"), "2")])
    stocked.changed.emit(Changes(items=True))
    qtbot.waitUntil(lambda: "2 of 14 products have a number and no title." in [line.sentence for line in page.gaps.lines.lines])
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
