"""The Customers page in one look: the charts, a wish, two models side by side, a new customer, and the small window."""

from __future__ import annotations

from recsys_desktop.ui.dialogs.new_customer_dialog import NewCustomerDialog
from recsys_desktop.ui.operations.wishing import GrantedWish
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.tour.camera import SIZE, Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.customers.list_bar import HISTORY, RECOMMENDED
from recsys_desktop.ui.window_keeper import WindowKeeper

_WISH = "gift for a gardener"
_SMALL, _WIDE = (960, 560), (1680, 900)


def photograph(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures; nothing of the shop is changed."""
    window = keeper.window
    window.go_to("customers")
    watcher.settle()
    page = window.page("customers")
    assert isinstance(page, CustomersPage)
    view = page.view
    view.header.more.click()
    camera.take(window, "customers_charts")
    view.header.more.click()
    watcher.forget()
    view.bar.wish.setText(_WISH)
    page.lists.wish_for(_WISH)
    watcher.result(GrantedWish)
    camera.take(window, "customers_wish")
    view.bar.back.click()
    watcher.settle()
    if not view.header.compare.isHidden():
        _photograph_comparison(page, keeper, watcher, camera)
    _photograph_new_customer(page, watcher, camera)
    window.resize(*_SMALL)
    view.tabs.setCurrentIndex(HISTORY)
    camera.take(window, "customers_history")
    view.tabs.setCurrentIndex(RECOMMENDED)
    camera.take(window, "customers_small")
    window.resize(*_WIDE)
    camera.take(window, "customers_wide")
    window.resize(*SIZE)
    watcher.settle()


def _photograph_comparison(page: CustomersPage, keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    comparison = page.view.comparison
    page.view.header.compare.click()
    watcher.settle()
    if comparison.makes:
        camera.take(keeper.window, "customers_compare_empty")
        comparison.making_wanted.emit()
        watcher.settle()
    camera.take(keeper.window, "customers_compare")
    comparison.close_button.click()
    watcher.settle()


def _photograph_new_customer(page: CustomersPage, watcher: Watcher, camera: Camera) -> None:
    page.finder.new.click()
    dialog = next(found for found in page.findChildren(NewCustomerDialog) if found.isVisible())
    watcher.settle()
    camera.take(dialog, "dialog_new_customer_empty")
    for place in (3, 40, 80):
        dialog.pick_at(place)
        watcher.settle()
    camera.take(dialog, "dialog_new_customer")
    dialog.reject()
