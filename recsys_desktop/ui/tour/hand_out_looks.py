"""What leaves the program in one look: the window for handing out, moving to another computer, and the nightly run."""

from __future__ import annotations

import tempfile
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.handing.hand_outs import What, Wish
from recsys_desktop.services.moving import pack, suggested_name
from recsys_desktop.services.scheduling import Night, Timetable
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.dialogs.move import MoveDialog
from recsys_desktop.ui.dialogs.nightly import NightlyDialog
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.window_keeper import WindowKeeper

_KINDS: tuple[What, ...] = ("mailing", "page", "audience", "price_drop", "together", "report")


def photograph(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of the look the window has now; nothing is handed out, moved or written into a timetable."""
    _hand_outs(keeper, watcher, camera)
    with tempfile.TemporaryDirectory(prefix="recsys-hand-out-") as folder:
        _moving(keeper, watcher, camera, Path(folder))
        _nightly(keeper, watcher, camera, Path(folder))


def _hand_outs(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    shop = keeper.workplace.shop
    product = shop.catalogue.page("", 1)[0]
    dialog = HandOutDialog(keeper.workplace, keeper.window, Wish("mailing", item_id=product.item_id))
    dialog.show()
    for what in _KINDS:
        dialog.choose(what)
        watcher.settle()
        camera.take(dialog, f"hand_out_{what}")
    dialog.choose("similar")
    dialog.options.platform.setCurrentIndex(1)
    dialog.look()
    watcher.settle()
    camera.take(dialog, "hand_out_shopify")
    dialog.reject()
    dialog.deleteLater()


def _moving(keeper: WindowKeeper, watcher: Watcher, camera: Camera, folder: Path) -> None:
    shop = keeper.workplace.shop
    packed = pack(shop, folder / suggested_name(str(shop.settings.get(SHOP_NAME))), Progress())
    dialog = MoveDialog(keeper.workplace, keeper.window)
    dialog.show()
    watcher.settle()
    camera.take(dialog, "move")
    dialog.look_at(packed.path)
    watcher.settle()
    camera.take(dialog, "move_arrival")
    dialog.reject()
    dialog.deleteLater()


def _nightly(keeper: WindowKeeper, watcher: Watcher, camera: Camera, folder: Path) -> None:
    dialog = NightlyDialog(keeper.workplace, keeper.window, Timetable(keeper.workplace.shop))
    dialog.show()
    watcher.settle()
    dialog.choose(Night(2, 0, str(folder), str(folder / "recommendations.csv")))
    watcher.settle()
    camera.take(dialog, "nightly")
    dialog.reject()
    dialog.deleteLater()
