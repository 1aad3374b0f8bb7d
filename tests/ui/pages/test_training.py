"""The training page, with a training that does what the test says."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import CurvePoint, Interaction, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.learning.training import TrainingPlan, TrainingReport
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.operations import training
from recsys_desktop.ui.pages.training import TrainingPage
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Train = Callable[[Shop, TrainingPlan, Progress], TrainingReport]
VERDICT = message("test", "37 of 412 customers; before {before}.").fill(before=31)
#: What the store keeps of a judged training.
FOUND: dict[str, object] = {
    "hits": {"new": 37, "active": 31, "popularity": 22},
    "customers": 412,
    "difference": [0.05, 0.01, 0.09],
    "previous": 1,
    "learnt": 2,
    "work": {"items": 1, "events": 1},
    "metrics": {
        "new": {"ndcg@10": (0.152, 0.14, 0.16), "new_products": {"ndcg@10": (0.2, 0.1, 0.3)}},
        "active": {"ndcg@10": (0.132, 0.12, 0.14), "new_products": {"ndcg@10": (0.15, 0.1, 0.2)}},
        "popularity": {"ndcg@10": (0.09, 0.08, 0.1)},
    },
    "parameters": [["head.weight", 10.0, 0.5], ["encoder.layer.5", 20.0, 2.0]],
}


def report(number: int, kept: bool) -> TrainingReport:
    return TrainingReport(number, kept, {}, (0.05, 0.01, 0.09), VERDICT, (), 412, 3.0)


def promote(shop: Shop, _plan: TrainingPlan, progress: Progress) -> TrainingReport:
    """A training that succeeds and whose model is kept."""
    run = shop.runs.start("training", {"epochs": 3}, 5)
    for step, value in ((0, 0.2), (10, 0.25)):
        progress.publish(CurvePoint("recall@10", step, value))
        progress.publish(CurvePoint("loss", step + 1, 2.0 - value))
    shop.runs.add_points(run, [CurvePoint("recall@10", 0, 0.2), CurvePoint("recall@10", 10, 0.25)])
    number = shop.model_versions.add("trained", "models/m2", 1, {}).number
    shop.model_versions.activate(number)
    shop.runs.finish(run, {**FOUND, "kept": True}, number)
    return report(number, True)


def refuse(shop: Shop, _plan: TrainingPlan, _progress: Progress) -> TrainingReport:
    """A training whose model is not better, and kept aside."""
    run = shop.runs.start("training", {"epochs": 3}, 5)
    shop.model_versions.add("trained", "models/m2", 1, {"kept": False})
    shop.runs.finish(run, {**FOUND, "kept": False, "difference": [0.01, -0.02, 0.04]}, None)
    return report(1, False)


def use(shop: Shop, number: int, _progress: Progress) -> int:
    before = shop.model_versions.active().number
    shop.model_versions.activate(number)
    return before


class Waiting:
    """A training that waits until it is cancelled."""

    def __init__(self) -> None:
        self.began = threading.Event()

    def __call__(self, _shop: Shop, _plan: TrainingPlan, progress: Progress) -> TrainingReport:
        progress.report(0, 10, message("test", "Learning from your shop"))
        self.began.set()
        while True:
            progress.raise_if_cancelled()


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> TrainingPage:
    """The page of a shop with one purchase."""
    workplace.shop.interactions.add_many([Interaction(UserId("C1"), ItemId("P1"), Kind.PURCHASE, time=1_700_000_000)])
    made = TrainingPage(workplace)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    qtbot.waitUntil(lambda: made.what.text() != "")
    return made


@pytest.fixture
def trains(monkeypatch: pytest.MonkeyPatch) -> Callable[[Train], None]:
    """Say what a training does."""

    def choose(train: Train) -> None:
        monkeypatch.setattr(training, "_improve", train)

    return choose


def ended(page: TrainingPage) -> bool:
    return page._job is None and page.go.isEnabled()


def test_one_button_and_what_it_will_do(page: TrainingPage) -> None:
    assert page.go.isEnabled()
    assert page.stop.isHidden()
    assert page.verdict.isHidden()
    assert page.what.text().startswith("The program learns from what your customers did")
    assert page.hint.text() == "It takes a few minutes; you can go on working."
    assert not page.details.isVisible()


def test_without_behaviour_it_says_why_it_is_empty_and_offers_the_import(qtbot: QtBot, workplace: Workplace) -> None:
    page = TrainingPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.go.isEnabled()
    with qtbot.waitSignal(workplace.import_wanted):
        page.empty.button.click()


def test_a_better_model_is_told_shown_and_can_be_left_again(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    trains(promote)
    with qtbot.waitSignal(workplace.changed, check_params_cb=lambda changes: changes.model):
        page.go.click()
    qtbot.waitUntil(lambda: ended(page))
    qtbot.waitUntil(page.verdict.isVisible)
    assert page.verdict.heading.text() == "Model 2 is in use now"
    assert page.verdict.sentence.text().startswith("Better than before: 37 of 412 customers would have seen a new product")
    assert page.verdict.sentence.text().endswith("Before: 31. By likeness to bestsellers alone: 22.")
    assert (page.verdict.keep.text(), page.verdict.go_back.text()) == ("Keep model 2", "Go back to model 1")
    assert page.quality.series("recall@10") == ([0, 10], [20.0, 25.0])
    qtbot.waitUntil(lambda: page.versions.findChild(QPushButton, "use_version_1") is not None)

    monkeypatch.setattr(training, "_use", use)
    with qtbot.waitSignal(workplace.notified) as told:
        page.verdict.go_back.click()
    assert str(told.args[0].text) == "Model 1 makes your lists now."
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert page.verdict.isHidden()
    assert page.versions.findChild(QPushButton, "use_version_2") is not None
    assert workplace.shop.model_versions.active().number == 1
    with qtbot.waitSignal(workplace.changed):
        told.args[0].undo()
    assert workplace.shop.model_versions.active().number == 2


def test_a_result_waits_for_an_answer_also_in_a_window_made_later(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    trains(promote)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page) and page.verdict.isVisible())
    page.hide()
    for asked in (True, False):
        later = TrainingPage(workplace)
        qtbot.addWidget(later)
        later.show()
        qtbot.waitUntil(lambda later=later: later.what.text() != "")
        assert later.verdict.isVisible() is asked
        if asked:
            later.verdict.keep.click()
            qtbot.waitUntil(lambda: not workplace.runner.jobs)
        later.hide()


def test_curves_grow_while_it_runs_and_stop_leaves_the_model_in_use(
    qtbot: QtBot, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    waiting = Waiting()
    trains(waiting)
    page.go.click()
    qtbot.waitUntil(waiting.began.is_set)
    qtbot.waitUntil(lambda: page.hint.text() == "Learning from your shop")
    assert page.go.isHidden()
    assert page.stop.isVisible()
    page.stop.click()
    qtbot.waitUntil(lambda: ended(page))
    assert page.verdict.heading.text() == "Stopped; your previous model 1 is still in use"
    assert page.stop.isHidden()


def test_what_is_not_better_may_be_used_all_the_same(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    trains(refuse)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page) and page.verdict.isVisible())
    assert page.verdict.heading.text() == "Model 1 stays in use"
    assert page.verdict.sentence.text().startswith("Not clearly better: 37 of 412 customers")
    assert "your lists may get worse; you can go back" in page.verdict.remark.text()
    assert (page.verdict.keep.text(), page.verdict.go_back.text()) == ("Keep model 1", "Use model 2 anyway")
    monkeypatch.setattr(training, "_use", use)
    with qtbot.waitSignal(workplace.notified):
        page.verdict.go_back.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert page.verdict.isHidden()
    assert workplace.shop.model_versions.active().number == 2


def test_training_again_and_stopping_does_not_bring_the_last_result_back(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    trains(refuse)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page) and page.verdict.isVisible())
    waiting = Waiting()
    trains(waiting)
    page.go.click()
    qtbot.waitUntil(lambda: waiting.began.is_set() and page.stop.isVisible())
    assert page.verdict.isHidden()
    page.stop.click()
    qtbot.waitUntil(lambda: ended(page) and not workplace.runner.jobs)
    assert page.verdict.heading.text() == "Stopped; your previous model 1 is still in use"


def test_a_model_is_deleted_at_once_and_got_back(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    trains(refuse)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page) and page.versions.findChild(QToolButton, "delete_version_2") is not None)
    assert page.versions.findChild(QToolButton, "delete_version_1") is None
    (workplace.shop.data_dir / workplace.shop.model_versions.get(2).folder).mkdir(parents=True, exist_ok=True)
    with qtbot.waitSignal(workplace.notified) as told:
        page.versions.findChild(QToolButton, "delete_version_2").click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert [version.number for version in workplace.shop.model_versions.list()] == [1]
    assert page.verdict.go_back.isHidden()  # it cannot be used any more
    told.args[0].undo()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    (restored, _) = workplace.shop.model_versions.list()
    assert (restored.number, restored.folder, restored.metrics) == (2, "models/m2", {"kept": False})


def test_too_little_to_learn_from_is_said_in_place(qtbot: QtBot, page: TrainingPage, trains: Callable[[Train], None]) -> None:
    def fail(_shop: Shop, _plan: TrainingPlan, _progress: Progress) -> TrainingReport:
        raise RecsysError("too_little_to_train", message("test", "There is too little."), message("test", "Import more."))

    trains(fail)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page) and page.verdict.isVisible())
    assert (page.verdict.heading.text(), page.verdict.sentence.text()) == ("There is too little.", "Import more.")


def test_a_training_started_elsewhere_is_followed_also_by_a_page_made_later(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    waiting = Waiting()
    trains(waiting)
    job = training.improve(workplace=workplace)
    qtbot.waitUntil(page.stop.isVisible)
    page.hide()
    later = TrainingPage(workplace)  # as when the window is rebuilt for another language
    qtbot.addWidget(later)
    later.show()
    assert later.stop.isVisible()
    with qtbot.waitSignal(job.finished):
        job.cancel()
    qtbot.waitUntil(lambda: ended(later))


def test_who_looks_at_another_page_is_told(
    qtbot: QtBot, workplace: Workplace, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    page.hide()
    trains(promote)
    with qtbot.waitSignal(workplace.notified) as told:
        page.go.click()
    assert str(told.args[0].text).startswith("Your lists got better: model 2 makes them now.")


def test_experts_find_measures_settings_and_the_largest_changes_first(
    qtbot: QtBot, page: TrainingPage, trains: Callable[[Train], None]
) -> None:
    trains(promote)
    page.go.click()
    qtbot.waitUntil(lambda: ended(page))
    page.experts.button.click()
    details = page.details
    assert details.isVisible()
    qtbot.waitUntil(lambda: "epochs=3" in details.settings.text())
    measures = details.measures
    assert [measures.item(row, 0).text() for row in range(2)] == ["ndcg@10", "new_products: ndcg@10"]
    assert measures.item(0, 1).text() == "0.1520 [0.1400, 0.1600]"
    assert measures.item(1, 3).text() == ""
    rows = [[details.parameters.item(row, cell).text() for cell in range(4)] for row in range(2)]
    assert rows == [["encoder.layer.5", "20.0000", "2.0000", "10.00 %"], ["head.weight", "10.0000", "0.5000", "5.00 %"]]


def test_no_word_of_the_trade_stands_on_the_main_path(page: TrainingPage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    shown += [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert [text for text in shown for word in ("epoch", "embedding", "cosine", "loss", "ndcg") if word in text.lower()] == []
