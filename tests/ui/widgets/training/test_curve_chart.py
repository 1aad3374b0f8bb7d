"""Curves: fed point by point, drawn at most ten times a second, named and readable without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.training.curve_chart import Curve, CurveChart

#: The off-screen platform says so of every window; it has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CURVES = [
    Curve("recall@10", "in the list", "chart_1", marker="o", factor=100.0, unit=" %"),
    Curve("ndcg@10", "high up", "chart_2", dashed=True, marker="s", factor=100.0, unit=" %"),
]


def shown(qtbot: QtBot, scheme: str = "light") -> CurveChart:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, scheme)
    chart = CurveChart(CURVES, "Share of customers", "Steps", "Nothing yet")
    qtbot.addWidget(chart)
    chart.resize(500, 260)
    chart.show()
    return chart


def drawn(chart: CurveChart, name: str) -> list[float]:
    """The values in the plot itself."""
    values = chart._lines[name].getOriginalDataset()[1]
    return [] if values is None else [float(value) for value in values]


def test_points_are_scaled_sorted_and_a_later_value_of_a_step_replaces_the_earlier(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.add([CurvePoint("recall@10", 20, 0.3), CurvePoint("recall@10", 10, 0.2), CurvePoint("other", 1, 9.0)])
    chart.add([CurvePoint("recall@10", 20, 0.25)])
    assert chart.series("recall@10") == ([10, 20], [20.0, 25.0])


def test_a_thousand_points_in_one_breath_are_drawn_once_after_a_tenth_of_a_second(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = shown(qtbot)
    draws = []
    monkeypatch.setattr(chart, "_set_range", lambda: draws.append(1))
    for step in range(1000):
        chart.add([CurvePoint("recall@10", step, step / 1000)])
    assert draws == []
    qtbot.waitUntil(lambda: len(draws) == 1)
    assert len(drawn(chart, "recall@10")) == 1000


def test_before_the_first_point_the_reason_stands_there_and_nothing_of_pyqtgraph_is_needed(qtbot: QtBot) -> None:
    chart = CurveChart(CURVES, "Share of customers", "Steps", "Nothing yet")
    qtbot.addWidget(chart)
    assert chart._plot is None
    chart.show()
    assert chart._stack.currentWidget() is chart._empty
    assert chart.accessibleDescription() == "Nothing yet"


def test_the_last_values_are_spoken_and_the_nearest_ones_shown_under_the_mouse(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.show_points([CurvePoint("recall@10", 0, 0.2), CurvePoint("recall@10", 30, 0.25), CurvePoint("ndcg@10", 30, 0.1)])
    qtbot.waitUntil(lambda: "25.0" in chart.accessibleDescription())
    assert chart.accessibleDescription() == "in the list: 25.0 %\nhigh up: 10.0 %"
    assert chart.value_at(3.0) == "in the list: 20.0 %\nhigh up: 10.0 %"


def test_curves_differ_by_dashes_and_markers_and_are_one_pixel_wide(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    first, second = (chart._lines[curve.name].opts for curve in CURVES)
    assert (first["pen"].style(), second["pen"].style()) == (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
    assert (first["symbol"], second["symbol"]) == ("o", "s")
    assert first["pen"].width() == second["pen"].width() == 1
    assert not first["antialias"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ground_and_curve_have_the_colours_of_the_scheme(qtbot: QtBot, scheme: str) -> None:
    chart = shown(qtbot, scheme)
    chart.show_points([CurvePoint("recall@10", step, 0.2) for step in range(0, 100, 10)])
    qtbot.waitUntil(lambda: bool(drawn(chart, "recall@10")))
    picture = chart.grab().toImage()
    colours = theme.current()
    seen = {picture.pixelColor(x, y).name() for x in range(60, 480, 3) for y in range(40, 220)}
    assert QColor(colours.surface).name() in seen
    assert QColor(colours.chart_1).name() in seen


def test_a_gap_in_the_values_neither_stops_the_chart_nor_its_range(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.show_points([CurvePoint("recall@10", 0, 0.2), CurvePoint("recall@10", 1, float("nan")), CurvePoint("recall@10", 2, 0.4)])
    qtbot.waitUntil(lambda: len(drawn(chart, "recall@10")) == 3)
    low, high = chart._plot.getPlotItem().getViewBox().viewRange()[1]
    assert (low, high) == pytest.approx((20 - 20 * 0.22, 40 + 20 * 0.22))
