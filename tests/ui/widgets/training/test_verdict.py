"""The verdict, the models, the past runs, and what folds away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.store.runs import Run
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.disclosure import Disclosure
from recsys_desktop.ui.widgets.labels import Label
from recsys_desktop.ui.widgets.training.run_list import RunList, duration
from recsys_desktop.ui.widgets.training.verdict import VerdictCard
from recsys_desktop.ui.widgets.training.version_list import VersionList

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

METRICS = {"new": {"new_products": {"hit_rate@10": [0.243, 0.2, 0.29]}}}
VERSIONS = [
    ModelVersion(3, "trained", "models/m3", 1, 1_700_000_000, False, METRICS),
    ModelVersion(1, "bundled", "", None, 1_600_000_000, True),
]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label)]


def test_a_better_model_can_be_kept_or_left(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_better("37 of 412; before 31.", 4, 3)
    assert (card.heading.text(), card.sentence.text()) == ("Model 4 is in use now", "37 of 412; before 31.")
    assert (card.keep.text(), card.go_back.text()) == ("Keep model 4", "Go back to model 3")
    with qtbot.waitSignal(card.other_wanted) as back:
        card.go_back.click()
    assert back.args == [3]
    with qtbot.waitSignal(card.kept):
        card.keep.click()
    assert card.isHidden()


def test_what_was_not_better_can_be_used_with_a_warning(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_not_better("31 of 412; before 33.", 3, 4)
    assert "The test saw no gain in model 4" in card.remark.text()
    with qtbot.waitSignal(card.other_wanted) as other:
        card.go_back.click()
    assert other.args == [4]


def test_when_nothing_changed_there_is_nothing_to_go_back_to(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_not_better("31 of 412; before 33.", 3)
    assert card.heading.text() == "Model 3 stays in use"
    assert card.go_back.isHidden()
    card.show_stopped(3)
    assert card.heading.text() == "Stopped; your previous model 3 is still in use"
    assert card.go_back.isHidden()


def test_models_are_rows_with_one_figure_and_one_choice(qtbot: QtBot) -> None:
    rows = VersionList()
    qtbot.addWidget(rows)
    rows.show_versions(VERSIONS)
    said = texts(rows)
    assert said[0] == "Model 3"
    assert "24 % of customers would have seen the new product they bought" in said
    assert "came with the program, knows nothing of your shop" in said
    assert [chip.text() for chip in rows.findChildren(Chip)] == ["in use"]
    button = rows.findChild(QPushButton, "use_version_3")
    assert button.accessibleName() == "Use model 3"
    rows.set_busy(True)
    assert not button.isEnabled()
    rows.set_busy(False)
    with qtbot.waitSignal(rows.wanted) as wanted:
        button.click()
    assert wanted.args == [3]


def test_past_runs_say_what_came_of_them(qtbot: QtBot) -> None:
    rows = RunList()
    qtbot.addWidget(rows)
    rows.show_runs(
        [
            Run(3, "training", {}, 0, 1_700_000_000, None, {}, None),
            Run(2, "training", {}, 0, 1_700_000_000, 1_700_000_200, {}, None),
            Run(1, "training", {}, 0, 1_700_000_000, 1_700_000_040, {}, 2),
        ]
    )
    said = texts(rows)
    assert said[0::2] == ["Stopped before it was done", "Not better, not used", "Better, became model 2"]
    assert said[3].endswith(" · 3 min")
    assert said[5].endswith(" · 40 s")
    rows.show_runs([])
    assert [row.text() for row in rows._rows if isinstance(row, Label)] == ["No training yet."]


def test_durations_are_told_in_seconds_or_minutes() -> None:
    assert [duration(89), duration(90), duration(3600)] == ["89 s", "2 min", "60 min"]


def test_what_is_folded_away_is_shown_on_demand(qtbot: QtBot) -> None:
    folded = Disclosure("Details", "details")
    inside = Label("inside")
    folded.body.addWidget(inside)
    qtbot.addWidget(folded)
    folded.show()
    assert not inside.isVisible()
    folded.button.click()
    assert inside.isVisible()
