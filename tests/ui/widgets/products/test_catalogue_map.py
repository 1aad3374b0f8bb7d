"""The map: what is seen of it, its dots, its names, pointer and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.services.products.catalogue_map import ShopMap
from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.products.catalogue_map import CatalogueMapView
from recsys_desktop.ui.widgets.products.map_names import colours_of_regions, place_names
from recsys_desktop.ui.widgets.products.map_picture import draw_dots
from recsys_desktop.ui.widgets.products.map_sight import Sight

pytestmark = pytest.mark.usefixtures("qapp")

#: Four products at the corners of a square and one in its middle; 100 pixels to a unit at a size of about 227.
POINTS = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1], [0, 0]], np.float32)
IDS = tuple(ItemId(name) for name in ("nw", "ne", "sw", "se", "middle"))


def _map() -> ShopMap:
    regions = np.array([0, 0, 1, 1, 1], np.int64)
    centres = np.array([[0, -1], [0, 1]], np.float32)
    return ShopMap(IDS, tuple(name.upper() for name in IDS), POINTS, regions, ("north", "south"), centres)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> CatalogueMapView:
    """A map of five products, 400 x 400 pixels."""
    theme.apply(qapp, "light")
    made = CatalogueMapView()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show_map(_map())
    made.show()
    return made


def test_the_whole_map_is_seen_with_room_around_it() -> None:
    places = Sight(400, 200).on_screen(POINTS)
    assert places.tolist() == [[112, 12], [288, 12], [112, 188], [288, 188], [200, 100]]


def test_zooming_keeps_what_lies_under_the_pointer() -> None:
    before = Sight(400, 400)
    place = before.on_screen(POINTS[1:2])[0]
    after = before.zoomed(2.0, *place)
    assert after.on_screen(POINTS[1:2])[0] == pytest.approx(place)
    assert after.scale == 2 * before.scale
    assert before.zoomed(0.5, 0, 0).zoom == 1.0, "never further away than the whole map"


def test_the_map_is_pulled_but_never_lost() -> None:
    sight = Sight(400, 400).zoomed(2.0, 200, 200)
    assert sight.moved(10, -20).on_screen(POINTS[4:]).tolist() == [[210, 180]]
    assert sight.moved(9_999, 0).x == -1.0


def test_a_region_fills_the_sight() -> None:
    sight = Sight(400, 400).showing(np.array([[0.2, 0.2], [0.6, 0.4]]))
    assert (sight.x, sight.y, sight.zoom) == pytest.approx((0.4, 0.3, 5.0))


def test_dots_have_their_colours_and_the_rest_is_ground() -> None:
    places = np.array([[10, 10], [30, 10], [200, 10], [39.6, 10]])
    picture = draw_dots(places, ["#ff0000", "#0000ff"], np.array([0, 1, 0, 1]), "#ffffff", QSize(40, 20), 4.2)
    assert (picture.width(), picture.height()) == (40, 20)
    assert picture.pixelColor(10, 10) == QColor("#ff0000")
    assert picture.pixelColor(30, 12) == QColor("#0000ff")
    assert picture.pixelColor(20, 10) == QColor("#ffffff")
    assert picture.pixelColor(10, 14) == QColor(255, 127, 127), "a rim is half ground"


def test_dots_above_are_not_covered() -> None:
    places = np.array([[10, 10], [12, 10]])
    picture = draw_dots(places, ["#ff0000", "#0000ff"], np.array([0, 1]), "#ffffff", QSize(20, 20), 4.2, np.array([True, False]))
    assert picture.pixelColor(13, 10) == QColor("#ff0000")


def test_names_never_cover_each_other() -> None:
    inside = QRect(0, 0, 400, 300)
    centres = np.array([[200, 100], [205, 105], [200, 200], [900, 0]])
    placed = place_names(("first", "covered", "third", "outside"), centres, inside)
    assert [(one.region, one.shown) for one in placed] == [(0, "first"), (2, "third")]
    assert all(inside.contains(one.room) for one in placed)


def test_neighbours_have_different_colours() -> None:
    centres = np.array([[0, 0], [1, 0], [2, 0], [9, 9]], float)
    colours = colours_of_regions(centres, 8).tolist()
    assert len(set(colours[:3])) == 3


def test_a_press_on_a_dot_tells_the_product(qtbot: QtBot, view: CatalogueMapView) -> None:
    place = QPoint(200 + 176, 200 - 176)  # (1, -1) at .44 x 400 pixels to a unit
    with qtbot.waitSignal(view.product_wanted) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["ne"]
    with qtbot.assertNotEmitted(view.product_wanted):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    assert view.chosen == "ne"


def test_dragging_pulls_the_map_and_chooses_nothing(qtbot: QtBot, view: CatalogueMapView) -> None:
    view.zoom(2.0)
    with qtbot.assertNotEmitted(view.product_wanted):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
        QTest.mouseMove(view, QPoint(230, 200))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(230, 200))
    assert view.sight.on_screen(POINTS[4:]).tolist() == [[230, 200]]


def test_the_wheel_comes_nearer(view: CatalogueMapView) -> None:
    nothing = Qt.MouseButton.NoButton
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(), QPoint(0, 240), nothing, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.sight.zoom == pytest.approx(1.25**2)


def test_a_press_on_a_name_shows_the_region(qtbot: QtBot, view: CatalogueMapView) -> None:
    qtbot.waitExposed(view)
    view.grab()  # names find their places when they are painted
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 24))
    assert (view.sight.x, view.sight.y) == (0.0, -1.0)


def test_the_keyboard_walks_zooms_and_opens(qtbot: QtBot, view: CatalogueMapView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == "middle", "what is nearest to the middle comes first"
    assert view.accessibleDescription() == "MIDDLE, among south"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen in ("nw", "sw")
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.sight.zoom == 1.25
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.sight.zoom == 1.0
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.sight.on_screen(POINTS[4:]).tolist() == [[120, 200]]
    with qtbot.waitSignal(view.product_wanted) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [view.chosen]


def test_what_was_not_found_loses_its_colour(view: CatalogueMapView) -> None:
    corner = QPoint(200 - 176, 200 - 176)
    before = view.grab().toImage().pixelColor(corner)
    view.light(["se"])
    assert view.grab().toImage().pixelColor(corner) == QColor(theme.LIGHT.border) != before


def test_a_product_that_is_not_on_the_map_is_not_marked(view: CatalogueMapView) -> None:
    view.mark(ItemId("se"))
    assert view.chosen == "se"
    view.mark(ItemId("elsewhere"))
    assert view.chosen is None
