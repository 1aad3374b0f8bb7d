"""The program's own diary, for finding faults: what happened when, never to whom.

No record names a customer: modules log counts, codes and durations. The files stay on this computer and stay small.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
from pathlib import Path
from typing import TextIO

LOG_FILE = "recsys_desktop.log"
#: Where the interpreter writes every thread's place when it is killed by a fault in native code.
FAULT_FILE = "faults.log"
#: Five files of 2 MB, the current one included: 10 MB in all.
FILE_BYTES = 2_000_000
OLD_FILES = 4
#: A fault writes a few kB; beyond this the file is begun anew at the next start.
FAULT_BYTES = 500_000

_LOGGER = "recsys_desktop"


class Logs:
    """The open log files of one process. Use as a context manager, or call :meth:`close`."""

    def __init__(self, folder: Path) -> None:
        """Open the files in ``folder``, which is made where it is missing.

        Where the folder cannot be written, the program runs without a diary: a shop must not stand still for that.
        """
        self._handler: logging.Handler = logging.NullHandler()
        self._faults: TextIO | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handler = logging.handlers.RotatingFileHandler(
                folder / LOG_FILE, maxBytes=FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8"
            )
            self._faults = _open_fault_file(folder / FAULT_FILE)
        except OSError as error:
            logging.getLogger(__name__).info("no log files: %s", error.strerror)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        logger = logging.getLogger(_LOGGER)
        logger.setLevel(logging.INFO)
        logger.addHandler(self._handler)
        if self._faults is not None:
            faulthandler.enable(self._faults)

    def close(self) -> None:
        """Stop writing and close the files. May be called twice."""
        logging.getLogger(_LOGGER).removeHandler(self._handler)
        self._handler.close()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def __enter__(self) -> Logs:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _open_fault_file(path: Path) -> TextIO:
    if path.exists() and path.stat().st_size > FAULT_BYTES:
        path.unlink()
    return path.open("a", encoding="utf-8")
