"""The Products page in one look: the table narrowed, the map from afar and near, the tabs of a product, texts, pictures."""

from __future__ import annotations

from recsys_desktop.services.products.pictures import ToFetch
from recsys_desktop.ui.dialogs.fetch_pictures import FetchPicturesDialog
from recsys_desktop.ui.pages.products import ProductsPage
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.products.map_sight import STEP
from recsys_desktop.ui.widgets.products.product_detail import AUDIENCE, SIMILAR, TOGETHER
from recsys_desktop.ui.widgets.products.product_shelf import MAP, TABLE, TEXTS
from recsys_desktop.ui.window_keeper import WindowKeeper

_NEAR = STEP**5
_WANTED = ToFetch(299, (("cdn.shop.example", 251), ("pictures.example", 48)))


def photograph(keeper: WindowKeeper, _watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of the look the window has now."""
    window = keeper.window
    window.go_to("products")
    page = window.page("products")
    assert isinstance(page, ProductsPage)
    for name, tab in (("similar", SIMILAR), ("together", TOGETHER), ("audience", AUDIENCE)):
        page.detail.tabs.setCurrentIndex(tab)
        camera.take(window, f"products_{name}")
    page.shelf.views.setCurrentIndex(MAP)
    camera.take(window, "products_map")
    page.shelf.map.view.zoom(_NEAR)
    camera.take(window, "products_map_near")
    page.shelf.map.view.show_all()
    page.shelf.views.setCurrentIndex(TEXTS)
    camera.take(window, "products_texts")
    page.shelf.views.setCurrentIndex(TABLE)
    filters = page.shelf.filters
    filters.shown.setCurrentIndex(filters.shown.findData("sold_out"))
    filters.changed.emit()
    camera.take(window, "products_sold_out")
    filters.reset()
    dialog = FetchPicturesDialog(_WANTED, window)
    dialog.show()
    camera.take(dialog, "dialog_fetch_pictures")
    dialog.reject()
    dialog.deleteLater()
    page.detail.tabs.setCurrentIndex(SIMILAR)
