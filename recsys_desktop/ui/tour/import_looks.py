"""The import window in one look: what it says about files of every kind, before, during and after an import."""

from __future__ import annotations

import tempfile
from pathlib import Path

from recsys_desktop.services.importing import DryRun, ImportReport
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.import_files import write_import_files
from recsys_desktop.ui.tour.waiting import TourFailed, Watcher
from recsys_desktop.ui.window_keeper import WindowKeeper


def photograph_imports(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures. What is imported for them is taken back, so that the shop is in every look the same."""
    with tempfile.TemporaryDirectory(prefix="recsys-import-") as folder:
        files = write_import_files(Path(folder))
        for name in ("shopify", "chinese", "bad_rows", "dates", "unsure"):
            dialog = _opened(keeper, watcher, files[name])
            camera.take(dialog, f"import_{name}")
            if name == "shopify":
                dialog.files.panel.settings.unfold.click()
                camera.take(dialog, "import_settings")
            dialog.reject()
        _import(keeper, watcher, camera, files["several"], Path(folder))


def _import(keeper: WindowKeeper, watcher: Watcher, camera: Camera, files: list[Path], folder: Path) -> None:
    dialog = _opened(keeper, watcher, files)
    if not dialog.ready:
        raise TourFailed(f"the made-up files cannot be imported: {dialog.reason.text()}")
    watcher.forget()
    dialog.next.click()
    watcher.result(DryRun)
    camera.take(dialog, "import_forecast")
    dialog.go.click()
    watcher.result(ImportReport)
    dialog.outcome.show_saved(folder / "orders_may skipped rows.csv")
    camera.take(dialog, "import_done", settled=False)
    past = PastImportsDialog(keeper.workplace, keeper.window)
    past.show()
    camera.take(past, "import_past")
    past.reject()
    dialog.undo.click()
    camera.take(dialog, "import_taken_back")
    dialog.done_button.click()


def _opened(keeper: WindowKeeper, watcher: Watcher, files: list[Path]) -> ImportDialog:
    dialog = ImportDialog(keeper.workplace, files, keeper.window)
    dialog.show()
    watcher.settle()
    return dialog
