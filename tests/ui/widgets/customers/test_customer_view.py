"""One customer's list, and where it stands after another one took its place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.listing.recommending import RecommendationList
from recsys_desktop.ui import theme
from recsys_desktop.ui.operations.recommending import CustomerList
from recsys_desktop.ui.widgets.customers.customer_view import CustomerView
from tests.ui.widgets.places import places

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLAIN = message("test", "From what they did")
FOR_TEA = message("test", "For the wish “{wish}”").fill(wish="tea")
FOR_SOAP = message("test", "For the wish “{wish}”").fill(wish="soap")


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> CustomerView:
    theme.apply(qapp, "light")
    made = CustomerView()
    qtbot.addWidget(made)
    made.resize(702, 500)
    made.show()
    return made


def _show(qtbot: QtBot, view: CustomerView, user: str, step: Text) -> None:
    listed = RecommendationList(UserId(user), 1, tuple(places(*"ABCDEFGHIJ")), step)
    with qtbot.waitSignal(view.cards.list_painted):
        view.show_list(CustomerList(listed, {}))


@pytest.mark.parametrize(
    ("user", "step", "stays"),
    [("u", PLAIN, True), ("v", PLAIN, False), ("u", FOR_TEA, False)],
    ids=["the same list made anew", "another customer", "a wish"],
)
def test_another_list_begins_at_its_best_product(qtbot: QtBot, view: CustomerView, user: str, step: Text, stays: bool) -> None:
    _show(qtbot, view, "u", PLAIN)
    view.cards.verticalScrollBar().setValue(200)
    _show(qtbot, view, user, step)
    assert view.cards.verticalScrollBar().value() == (200 if stays else 0)


def test_another_wish_is_another_list(qtbot: QtBot, view: CustomerView) -> None:
    _show(qtbot, view, "u", FOR_TEA)
    view.cards.verticalScrollBar().setValue(200)
    _show(qtbot, view, "u", FOR_TEA)
    assert view.cards.verticalScrollBar().value() == 200
    _show(qtbot, view, "u", FOR_SOAP)
    assert view.cards.verticalScrollBar().value() == 0
