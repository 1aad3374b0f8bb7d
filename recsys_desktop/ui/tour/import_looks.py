"""The import window in one look: what it says about files of every kind, before, during and after an import."""

from __future__ import annotations

import tempfile
from pathlib import Path

from recsys_desktop.services.imports.import_history import UndoReport
from recsys_desktop.services.imports.importing import DryRun, ImportReport
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog
from recsys_desktop.ui.operations.importing import UNDO_KEY
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.import_files import write_import_files
from recsys_desktop.ui.tour.waiting import TourFailed, Watcher
from recsys_desktop.ui.window_keeper import WindowKeeper


class ImportLooks:
    """Takes the pictures look by look. Only in the first look something is imported, and taken back again."""

    def __init__(self, keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
        self._keeper = keeper
        self._watcher = watcher
        self._camera = camera
        self._report: ImportReport | None = None

    def photograph(self) -> None:
        """Take the pictures of the look the window has now."""
        with tempfile.TemporaryDirectory(prefix="recsys-import-") as folder:
            files = write_import_files(Path(folder))
            for name in ("shopify", "chinese", "bad_rows", "dates", "unsure"):
                dialog = self._opened(files[name])
                self._camera.take(dialog, f"import_{name}")
                if name == "shopify":
                    dialog.files.panel.settings.unfold.click()
                    self._camera.take(dialog, "import_settings")
                dialog.reject()
            self._import(files["several"])

    def _import(self, files: list[Path]) -> None:
        dialog = self._opened(files)
        if not dialog.ready:
            raise TourFailed(f"the made-up files cannot be imported: {dialog.reason.text()}")
        self._watcher.forget()
        dialog.next.click()
        self._watcher.result(DryRun)
        self._camera.take(dialog, "import_forecast")
        first = self._report is None
        if first:
            dialog.go.click()
            self._report = self._watcher.result(ImportReport)
        assert self._report is not None
        dialog.show_result(self._report)
        dialog.outcome.show_saved(files[-1].with_name("orders_may skipped rows.csv"))
        self._camera.take(dialog, "import_done")
        self._show_past()
        if first:
            dialog.undo.click()
            self._watcher.result(UndoReport)
        else:
            self._keeper.workplace.taken_back.emit(UNDO_KEY)
        self._camera.take(dialog, "import_taken_back")
        dialog.done_button.click()

    def _show_past(self) -> None:
        past = PastImportsDialog(self._keeper.workplace, self._keeper.window)
        past.show()
        self._camera.take(past, "import_past")
        past.reject()

    def _opened(self, files: list[Path]) -> ImportDialog:
        dialog = ImportDialog(self._keeper.workplace, files, self._keeper.window)
        dialog.show()
        self._watcher.settle()
        return dialog
