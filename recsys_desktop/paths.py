"""Where the application keeps its files. The only module that asks the system for a folder."""

from __future__ import annotations

from pathlib import Path

import appdirs

APP_NAME = "recsys_desktop"


def data_dir(chosen: Path | None = None) -> Path:
    """Return the folder of the shop file and the models: the chosen one, or the system's place for application data.

    The folder is not created here; opening the store does that and explains what is wrong where it cannot.
    """
    return chosen if chosen is not None else Path(appdirs.user_data_dir(APP_NAME, appauthor=False))


def log_dir() -> Path:
    """Return the folder of the log files."""
    return Path(appdirs.user_log_dir(APP_NAME, appauthor=False))


def resources_dir() -> Path:
    """Return the folder of icons, sample shops, translations and help, in a checkout and in a frozen build alike."""
    return Path(__file__).resolve().parent.parent / "resources"
