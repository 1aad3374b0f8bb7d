"""Every state of the Customers page has room for its words, names for its controls, and is reached by the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.services import encoding
from recsys_desktop.services.listing import scenarios
from recsys_desktop.ui.dialogs.new_customer_dialog import NewCustomerDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.tour import pseudo
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.ui.looking import cut_off, hard_to_read, mouse_only, out_of_order, unnamed
from tests.ui.pages.test_customer_lists import ReadingEncoder, second_version

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SMALL, USUAL = (960, 560), (1366, 768)


@pytest.fixture(params=["as it is", "in long words"])
def window(qtbot: QtBot, qapp: QApplication, stocked: Workplace, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window on a shop with two models and two scenarios, in English and in words 40 % longer."""
    second_version(stocked.shop)
    scenarios.save(stocked.shop, Scenario("Basket", Rules()))
    stocked.recommender.reload()
    translator = pseudo.install(qapp) if request.param == "in long words" else None
    keeper = WindowKeeper(qapp, stocked, stocked.shop.data_dir)
    keeper.window.resize(*USUAL)
    keeper.window.show()
    keeper.window.go_to("customers", UserId("u00"))
    settle(qtbot, stocked)
    yield keeper.window
    keeper.window.retire()
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(autouse=True)
def _encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: ReadingEncoder())  # noqa: ARG005  # the real one's


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    for _ in range(2):
        qtbot.waitUntil(lambda: not workplace.runner.jobs, timeout=20_000)
        QApplication.processEvents()


def faults(root: QWidget) -> dict[str, list[str]]:
    looks = {"cut off": cut_off, "no name": unnamed, "order": out_of_order, "mouse only": mouse_only, "contrast": hard_to_read}
    return {name: found for name, look in looks.items() if (found := look(root))}


def page_of(window: MainWindow) -> CustomersPage:
    page = window.page("customers")
    assert isinstance(page, CustomersPage)
    return page


def show_charts(page: CustomersPage) -> None:
    page.view.header.more.click()


def show_wish(page: CustomersPage) -> None:
    page.view.bar.wish.setText("rolling pin")
    page.lists.wish_for("rolling pin")


def show_no_wish(page: CustomersPage) -> None:
    page.lists.wish_for("?!")


def compare(page: CustomersPage) -> None:
    page.view.header.compare.click()


@pytest.mark.parametrize("size", [SMALL, USUAL])
@pytest.mark.parametrize("state", [show_charts, show_wish, show_no_wish, compare])
def test_states_of_the_page(
    qtbot: QtBot, stocked: Workplace, window: MainWindow, state: Callable[[CustomersPage], None], size: tuple[int, int]
) -> None:
    window.resize(*size)
    page = page_of(window)
    state(page)
    settle(qtbot, stocked)
    assert faults(page) == {}
    if state is compare:
        page.view.comparison.making_wanted.emit()
        settle(qtbot, stocked)
        assert not page.view.comparison.makes
        assert faults(page) == {}


def test_the_window_of_a_new_customer(qtbot: QtBot, stocked: Workplace, window: MainWindow) -> None:
    dialog = NewCustomerDialog(stocked, window)
    dialog.show()
    settle(qtbot, stocked)
    assert faults(dialog) == {}
    for place in range(3):
        dialog.pick_at(place)
        settle(qtbot, stocked)
    assert faults(dialog) == {}
    dialog.reject()
