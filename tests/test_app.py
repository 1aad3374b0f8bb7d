"""The composition root: what is loaded before the window is painted, files on the command line, a shop that cannot be opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop import app
from recsys_desktop.services.shop import open_shop
from recsys_desktop.ui.dialogs.cannot_open import CannotOpenDialog
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform

PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from recsys_desktop import app

qt = app.make_application()
folder = Path(sys.argv[1])
session = app.Session(qt, app.open_shop(folder), folder)

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            heavy = [name for name in ("torch", "transformers", "scipy", "pyqtgraph") if name in sys.modules]
            print("painted", heavy, flush=True)
            session.close()
            import os
            os._exit(0)
        return False

watch = FirstPaint()
session.keeper.window.centralWidget().installEventFilter(watch)
session.open()
qt.exec()
"""


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path / "shop")], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.strip() == "painted []", done.stderr


def test_a_session_opens_and_ends_without_leftovers(
    qtbot: QtBot, qapp: QApplication, tmp_shop_dir: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[int] = []
    monkeypatch.setattr("recsys_desktop.services.encoding.load_encoder", lambda _shop, version: loaded.append(version))
    path = tmp_shop_dir.parent / "products.csv"
    tmp_shop_dir.mkdir(parents=True)
    path.write_text("id,title\nA1,Cup\n", encoding="utf-8")
    session = app.Session(qapp, open_shop(tmp_shop_dir), tmp_shop_dir)
    assert str(session.workplace.model_state) == "Language model: not loaded yet"
    session.open([path])
    window = session.keeper.window
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)) and not session.runner.jobs, timeout=60_000)
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.files.list.count() == 1)
    assert loaded == [1]
    assert window.status.model.text() == "Language model: ready"
    dialog.reject()
    window.close()
    session.close()
    assert [record.getMessage() for record in caplog.records if "propagateSizeHints" not in record.getMessage()] == []


def test_a_shop_that_cannot_be_opened_says_why(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    (tmp_path / "shop.db").write_bytes(b"this is no database, only words that say so " * 100)
    monkeypatch.setattr(app, "make_application", lambda: qapp)
    told: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CannotOpenDialog)
        told.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(0, answer)
    assert app.run(tmp_path, []) == 1
    assert told == ["The shop cannot be opened"]


def test_the_command_line_names_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    options = app.parser().parse_args(["--data-dir", "shop", "a.csv", "b.csv"])
    assert (options.data_dir, options.files, options.tour) == (Path("shop"), [Path("a.csv"), Path("b.csv")], None)
    options = app.parser().parse_args(["--tour", "out", "--orders", "x.csv"])
    assert (options.tour, options.orders) == (Path("out"), Path("x.csv"))
    with pytest.raises(SystemExit):
        app.parser().parse_args(["--help"])
    assert "--tour" in capsys.readouterr().out
