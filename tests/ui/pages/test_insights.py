"""The insights page, with a replay that says what the test says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.selection.wording import describe
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.services.learning.evaluation_log import EvaluationReport, keep
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.operations import evaluating, fitting
from recsys_desktop.ui.pages.insights import InsightsPage
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

REPORT = EvaluationReport(
    customers=100,
    rows={
        "ours": {"ndcg@10": (0.145, 0.118, 0.173), "hit_rate@10": (0.4, 0.3, 0.5)},
        "popularity": {"ndcg@10": (0.098, 0.075, 0.124), "hit_rate@10": (0.2, 0.1, 0.3)},
    },
    hits={"ours": 40, "popularity": 20},
    coverage={"ours": 0.25, "popularity": 0.05},
    difference=(0.047, 0.024, 0.069),
    learnt_until=1_760_000_000,
    window_start=1_760_000_001,
    window_end=1_762_400_000,
    seconds=1.0,
    verdict=message("test", "Yes: 40 of 100."),
)


def replay(_shop: Shop, _progress: Progress) -> EvaluationReport:
    return REPORT


def too_little(_shop: Shop, _progress: Progress) -> EvaluationReport:
    raise RecsysError("too_little_data", message("test", "There is too little."), message("test", "Import more."))


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> InsightsPage:
    """The page of a shop with one customer."""
    workplace.shop.users.add(UserId("C1"))
    made = InsightsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    qtbot.waitUntil(made.start.isVisible)
    return made


def test_without_customers_it_says_why_it_is_empty_and_offers_the_import(qtbot: QtBot, workplace: Workplace) -> None:
    page = InsightsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.empty.isVisible)
    with qtbot.waitSignal(workplace.import_wanted):
        page.empty.button.click()


def test_one_press_gives_a_sentence_a_chart_and_figures_on_demand(
    qtbot: QtBot, page: InsightsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluating, "replay", replay)
    page.start.button.click()
    qtbot.waitUntil(page.hits.isVisible)
    assert page.verdict.text() == "Yes: 40 of 100."
    assert page.hits.accessibleDescription() == (
        "Your lists: 40 of 100 customers · 40 %; Bestseller list: 20 of 100 customers · 20 %"
    )
    assert page.hits.bar_rect(0).width() == pytest.approx(2 * page.hits.bar_rect(1).width())
    assert not page.figures.isVisible()
    page.more.button.click()
    assert page.figures.isVisible()
    table = page.figures.table
    assert [table.item(0, cell).text() for cell in range(3)] == [
        "Your lists",
        "0.145 [0.118, 0.173]",
        "0.400 [0.300, 0.500]",
    ]
    assert page.figures.difference.text().endswith("0.047 [0.024, 0.069]")


def test_a_change_of_the_shop_says_that_the_figures_are_old(
    qtbot: QtBot, workplace: Workplace, page: InsightsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluating, "replay", replay)
    page.start.button.click()
    qtbot.waitUntil(page.hits.isVisible)
    assert page.changed.isHidden()
    workplace.changed.emit(Changes(feedback=True))
    assert page.changed.isHidden()
    workplace.changed.emit(Changes(model=True))
    assert page.changed.text() == "Your shop has changed since this was measured; compare again."
    page.go.click()
    qtbot.waitUntil(page.changed.isHidden)


def test_too_little_data_is_said_in_place(qtbot: QtBot, page: InsightsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluating, "replay", too_little)
    page.start.button.click()
    qtbot.waitUntil(lambda: page.start.accessibleName() == "There is too little.")
    assert page.start.isVisible()
    assert page.go.isEnabled()


def test_how_the_lists_are_made_is_said_in_words(qtbot: QtBot, stocked: Workplace) -> None:
    page = _stocked(qtbot, stocked)
    parts = [line.sentence for line in page.making.parts.lines]
    assert parts[0].startswith("Products with the same buyers belong together")
    assert len(parts) == len(describe(SpaceSettings(), True))
    assert "Tried out today" in page.making.found.text()
    assert page.making.fit.isEnabled()


def test_fit_to_my_shop_runs_and_says_what_came_of_it(qtbot: QtBot, stocked: Workplace) -> None:
    page = _stocked(qtbot, stocked)
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    before = stocked.shop.settings.get_json("item_space")
    page.making.findChild(QAction, "fit_quick").trigger()
    assert page.making.stop.isVisible()
    assert not page.making.fit.isVisible()
    assert page.making.remark.text().startswith("Trying out which lists")
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.making.fit.isVisible()
    assert not page.making.remark.isVisible()
    assert stocked.shop.settings.get_json("item_space") != before
    assert [str(notice.text).split(".")[0] for notice in notices] == ["Your lists are fitted to your shop"]


def test_a_page_made_while_a_fit_runs_shows_it(qtbot: QtBot, stocked: Workplace) -> None:
    fitting.fit_to_shop(workplace=stocked, effort="quick")
    page = InsightsPage(stocked)
    qtbot.addWidget(page)
    page.show()
    assert not page.making.stop.isHidden()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.making.stop.isHidden()


def test_a_fit_that_is_stopped_leaves_the_lists_as_they_were(qtbot: QtBot, stocked: Workplace) -> None:
    page = _stocked(qtbot, stocked)
    before = stocked.shop.settings.get_json("item_space")
    page.making.fit_wanted.emit("thorough")
    page.making.stop.click()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert page.making.remark.text() == "Stopped; your lists are made as before."
    assert page.making.fit.isVisible()
    assert stocked.shop.settings.get_json("item_space") == before


def _stocked(qtbot: QtBot, workplace: Workplace) -> InsightsPage:
    page = InsightsPage(workplace)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return page


def test_what_was_measured_in_an_earlier_sitting_is_shown_again(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.shop.users.add(UserId("C1"))
    keep(workplace.shop, REPORT)
    page = InsightsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.hits.isVisible)
    # The verdict follows from the figures: 40 of 100 against 20, the difference beyond chance.
    assert page.verdict.text().startswith("Yes: 40 of 100 customers would have seen something they then bought")
    assert page.changed.text().startswith("Measured today")
    assert not page.start.isVisible()
    workplace.shop.catalogue.upsert([Item(ItemId("P1"), "mug")])
    workplace.changed.emit(Changes(items=True))
    qtbot.waitUntil(lambda: "Your shop has changed since; compare again." in page.changed.text())
