"""The diary: where it is written, how large it may grow, and that a faulty folder stops nothing."""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop import logs
from recsys_desktop.logs import FAULT_FILE, LOG_FILE, Logs


@pytest.fixture(autouse=True)
def _faulthandler_of_pytest() -> Iterator[None]:
    """Pytest's own handler is put back; ours replaces it while a Logs is open."""
    enabled = faulthandler.is_enabled()
    yield
    if enabled:
        faulthandler.enable()


def test_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "日志 folder"
    with Logs(folder):
        logging.getLogger("recsys_desktop.store.database").info("opened, %d items", 3)
        logging.getLogger("recsys_desktop.store.database").debug("not this")
    lines = (folder / LOG_FILE).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("INFO MainThread recsys_desktop.store.database: opened, 3 items")


def test_nothing_is_written_after_close(tmp_path: Path) -> None:
    log = Logs(tmp_path)
    log.close()
    log.close()
    logging.getLogger("recsys_desktop").info("too late")
    assert (tmp_path / LOG_FILE).read_bytes() == b""


def test_files_never_exceed_their_cap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert logs.FILE_BYTES * (logs.OLD_FILES + 1) == 10_000_000
    monkeypatch.setattr(logs, "FILE_BYTES", 1_000)
    with Logs(tmp_path):
        for number in range(200):
            logging.getLogger("recsys_desktop").info("%040d", number)
    files = sorted(path.name for path in tmp_path.glob(f"{LOG_FILE}*"))
    assert files == [LOG_FILE] + [f"{LOG_FILE}.{number}" for number in range(1, 5)]
    assert all(path.stat().st_size <= 1_000 for path in tmp_path.glob(f"{LOG_FILE}*"))


def test_fault_file_receives_all_threads_and_is_begun_anew_when_large(tmp_path: Path) -> None:
    path = tmp_path / FAULT_FILE
    path.write_bytes(b"x" * (logs.FAULT_BYTES + 1))
    with Logs(tmp_path) as log:
        assert faulthandler.is_enabled()
        assert log._faults is not None
        faulthandler.dump_traceback(log._faults)
    text = path.read_text(encoding="utf-8")
    assert "test_fault_file_receives_all_threads" in text
    assert len(text) < logs.FAULT_BYTES


def test_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Logs(tmp_path / "file" / "logs"):
        logging.getLogger("recsys_desktop").info("nobody reads this")
