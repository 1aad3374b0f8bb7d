"""Composition root of the window: arguments, shop, lanes, window, and the order in which they come and go."""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import logging
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from recsys_desktop import __version__, offline, paths
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.logs import Logs
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.ui import languages, theme
from recsys_desktop.ui.faults import Faults
from recsys_desktop.ui.first_paint import FirstPaint
from recsys_desktop.ui.folder_watch import FolderWatch
from recsys_desktop.ui.garbage import GarbageCollector
from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.page_warmer import PageWarmer
from recsys_desktop.ui.upkeep import Upkeep
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace

logger = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or drive it with ``--tour``; return the exit code."""
    options = parser().parse_args(arguments)
    offline.stay_offline()
    with Logs(paths.log_dir()):
        if options.tour is not None:
            return tour(options.tour, options.orders, options.data_dir)
        return run(options.data_dir, options.files)


def parser() -> argparse.ArgumentParser:
    """Return the window's command line; everything for scripts is the command ``recsys-desktop``."""
    made = argparse.ArgumentParser(prog="recsys_desktop", description="Recommendations a small shop can run itself.")
    made.add_argument("--version", action="version", version=__version__)
    made.add_argument("--data-dir", type=Path, help="folder of the shop (default: the system's place for application data)")
    made.add_argument("--tour", type=Path, metavar="OUT", help="do the whole job without a person; leave pictures and lists in OUT;"
                      " with --data-dir: only take pictures, of a copy of that shop")  # fmt: skip
    made.add_argument("--orders", type=Path, metavar="FILE", help="with --tour: order lines to use instead of the sample shop")
    made.add_argument("files", type=Path, nargs="*", metavar="FILE", help="files to import")
    return made


def run(data_dir: Path | None, files: Sequence[Path]) -> int:
    """Show the window until it is closed."""
    _preload_torch_library()
    app = make_application()
    folder = paths.data_dir(data_dir)
    try:
        shop = open_shop(folder)
    except RecsysError as error:
        return _show_that_it_cannot_open(app, error)
    session = Session(app, shop, folder)
    session.open(files)
    try:
        return app.exec()
    finally:
        session.close()


def tour(out: Path, orders: Path | None, shown: Path | None) -> int:
    """Do the whole job without a person, on an empty shop; with ``shown``, only take pictures of a copy of that one."""
    from recsys_desktop.ui.tour.scaled import photograph_scaled
    from recsys_desktop.ui.tour.start import run_tour, take_pictures

    app = make_application()
    with tempfile.TemporaryDirectory(prefix="recsys-tour-") as made:
        folder = Path(made) / "shop"
        if shown is not None:
            shutil.copytree(shown, folder)
        session = Session(app, open_shop(folder), folder)
        try:
            code = run_tour(session, out, orders) if shown is None else take_pictures(session, out)
        finally:
            session.close()
        return code or (photograph_scaled(out, folder) if shown is None else 0)


def make_application() -> QApplication:
    """Return the application object."""
    app = QApplication([])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName(paths.APP_NAME)
    app.setApplicationVersion(__version__)
    return app


class Session:
    """An opened shop with its lanes and its window. Whoever makes one closes it."""

    def __init__(self, app: QApplication, shop: Shop, data_dir: Path) -> None:
        self.shop = shop
        self.runner = JobRunner([shop.database.close_thread])
        self.workplace = Workplace(shop, self.runner)
        self.upkeep = Upkeep(self.workplace)
        self.folder_watch = FolderWatch(self.workplace)
        self.collector = GarbageCollector(is_busy=lambda: bool(self.runner.jobs))
        self.faults = Faults()
        self.keeper = WindowKeeper(app, self.workplace, data_dir)
        self.page_warmer = PageWarmer(lambda: self.keeper.window, self.keeper)
        self.faults.found.connect(self.keeper.show_crash)
        self.runner.submitted.connect(self.collector.note_activity)

    def open(self, files: Sequence[Path] = ()) -> None:
        """Show the window, and only once it stands on the screen load what is heavy."""
        window = self.keeper.window
        FirstPaint(window).painted.connect(lambda: self._load(list(files)))
        window.show()

    def close(self) -> None:
        """Stop all work, wait for it, and close the shop. The window is gone from the screen by then."""
        self.folder_watch.stop()
        self.page_warmer.stop()
        self.runner.shutdown()
        self.keeper.close_help()
        self.keeper.window.deleteLater()
        self.faults.remove()
        self.collector.stop()
        self.shop.close()

    def _load(self, files: list[Path]) -> None:
        # The lists first: they need numpy only. The model takes seconds and is not needed to see a list.
        opening.reload_lists(workplace=self.workplace).finished.connect(self._show_last_page)
        self.collector.pause()
        opening.load_model(workplace=self.workplace).finished.connect(self.collector.freeze)
        if files:
            self.workplace.import_wanted.emit(files)

    def _show_last_page(self) -> None:
        self.keeper.window.go_to(self.keeper.last_page)
        self.page_warmer.start()


def _preload_torch_library() -> None:
    """On Windows, torch's own library must be in the process before Qt's are, or importing torch later fails (WinError 1114)."""
    if sys.platform != "win32":
        return
    found = importlib.util.find_spec("torch")
    if found is None or not found.submodule_search_locations:
        return
    library = Path(found.submodule_search_locations[0]) / "lib" / "c10.dll"
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        logger.info("c10.dll was not loaded before Qt: %s", error.strerror)


def _show_that_it_cannot_open(app: QApplication, error: RecsysError) -> int:
    """Say why the shop cannot be opened: there is no window yet to say it in."""
    from recsys_desktop.ui.dialogs.cannot_open import CannotOpenDialog

    logger.info("the shop cannot be opened: %s", error.code)
    languages.install("system")
    theme.apply(app, "system")
    CannotOpenDialog(error).exec()
    return 1
