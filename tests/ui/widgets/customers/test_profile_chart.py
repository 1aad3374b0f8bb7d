"""A customer as small charts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.texts import message
from recsys_desktop.services.listing.profiling import CustomerProfile
from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.customers.profile_chart import ProfileChart, side_by_side
from recsys_desktop.ui.widgets.customers.profile_header import ProfileHeader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_SENTENCE = message("profile", "Has bought in this shop.")
KNOWN = CustomerProfile(
    UserId("A-1"),
    _SENTENCE,
    (("Home > Garden", 0.75), ("Kitchen", 0.25)),
    2.0,
    8.0,
    "GBP",
    3,
    None,
    ((message("profile", "What sells well now"), 1.0),),
    (2.0, 8.0, 10.0),
    (0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 2),
)
STRANGER = CustomerProfile(UserId("A-2"), _SENTENCE, (), None, None, "", 0, None, (), (), ())


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> ProfileChart:
    theme.apply(qapp, "light")
    made = ProfileChart()
    qtbot.addWidget(made)
    made.resize(640, 240)
    made.show()
    return made


def test_what_is_painted_is_said_in_words(chart: ProfileChart) -> None:
    chart.show_profile(KNOWN)
    assert [part.accessibleDescription() for part in (chart.likes, chart.pays, chart.comes, chart.made)] == [
        "Garden 75 %, Kitchen 25 %",
        "Mostly £2.00 – £8.00; the dearest was £10.00.",
        "Active in 2 of the last 12 months.",
        "What sells well now 100 %",
    ]
    assert chart.pays.accessibleName() == "What they pay"


def test_what_would_be_nought_per_cent_of_the_list_is_left_out(chart: ProfileChart) -> None:
    little = (message("profile", "What they did, put into words"), 0.004)
    chart.show_profile(replace(KNOWN, made_of=((message("profile", "What sells well now"), 0.996), little)))
    assert chart.made.accessibleDescription() == "What sells well now 100 %"


def test_months_are_bars_as_high_as_what_was_done(chart: ProfileChart) -> None:
    chart.show_profile(KNOWN)
    picture = chart.comes.grab().toImage()
    accent, step = QColor(theme.current().accent), chart.comes.width() / 12

    def height(month: int) -> int:
        x = int((month + 0.4) * step)
        return sum(picture.pixelColor(x, y) == accent for y in range(picture.height()))

    assert (height(9), height(11), height(8)) == (36, 18, 0)


def test_what_is_not_known_says_so(chart: ProfileChart) -> None:
    chart.show_profile(STRANGER)
    parts = (chart.likes, chart.pays, chart.comes, chart.made)
    assert not any(part.isVisible() for part in parts)
    chart.show_profile(KNOWN)
    assert all(part.isVisible() for part in parts)


def test_two_columns_where_the_room_is_short(chart: ProfileChart, qapp: QApplication) -> None:
    chart.show_profile(KNOWN)
    qapp.processEvents()
    assert chart.made.mapTo(chart, chart.made.rect().topLeft()).x() > 400
    chart.resize(400, 300)
    qapp.processEvents()
    assert 200 <= chart.made.mapTo(chart, chart.made.rect().topLeft()).x() < 300


def test_buttons_lose_their_words_before_the_customer_loses_the_name(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    header = ProfileHeader()
    qtbot.addWidget(header)
    header.resize(900, 160)
    header.show()
    header.show_customer(UserId("C-1501"))
    header.show_compare(True)
    assert (header.compare.text(), header.export.text()) == ("Compare models", "Export lists")
    header.resize(420, 160)
    qapp.processEvents()
    assert (header.compare.text(), header.export.text()) == ("", "")
    assert header.compare.accessibleName() == "Compare models"


def test_charts_unfold_and_take_no_more_than_their_room(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    header = ProfileHeader()
    qtbot.addWidget(header)
    header.resize(700, 400)
    header.show()
    header.show_profile(KNOWN)
    assert not header.chart.isVisible()
    header.more.click()
    assert header.chart.isVisible()
    header.set_chart_room(130)
    assert header._room.height() == 130
    header.set_chart_room(600)
    assert header._room.height() == header.chart.sizeHint().height() < 300


def test_two_texts_of_one_line_never_meet(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    metrics = QFontMetrics(qapp.font())
    left, right = "a year ago, more or less", "the end of all of your data"
    whole = metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + 8
    assert side_by_side(metrics, left, right, whole) == (left, right)
    cut = side_by_side(metrics, left, right, whole - 1)
    assert all(text.endswith("…") for text in side_by_side(metrics, left, right, 100))
    assert sum(metrics.horizontalAdvance(text) for text in cut) + 8 <= whole - 1
