"""The help and the sheet of keys in one look."""

from __future__ import annotations

from recsys_desktop.ui.dialogs.keyboard import KeyboardDialog
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.window_keeper import WindowKeeper


def photograph(keeper: WindowKeeper, _watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of the look the window has now."""
    window = keeper.show_help("import")
    camera.take(window, "help")
    window.search.setText("Shopify")
    camera.take(window, "help_search")
    window.search.setText("?!")
    camera.take(window, "help_nothing")
    keeper.close_help()
    keys = KeyboardDialog(keeper.window.menuBar(), keeper.window)
    keys.show()
    camera.take(keys, "dialog_keyboard")
    keys.reject()
    keys.deleteLater()
