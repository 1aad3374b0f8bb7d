"""``.venv-peers``: the libraries of the peers, apart from the application, whose versions they would not get along with."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.quality.peers.peer import NotPossible

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / ".venv-peers"
REQUIREMENTS = Path(__file__).with_name("peers-requirements.txt")
_STAMP = FOLDER / "installed.txt"


def python() -> Path:
    """Return the interpreter of the peers' environment, after making it or bringing it up to date.

    Raises: NotPossible where that fails; pip's own words go to standard error.
    """
    interpreter = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = f"{hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()} {sys.version_info[:2]} {FOLDER}"
    if interpreter.exists() and _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == wanted:
        return interpreter
    _run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", str(FOLDER))
    options = ("--disable-pip-version-check", "--no-input", "--requirement", str(REQUIREMENTS))
    _run(str(interpreter), "-m", "pip", "install", *options)
    _STAMP.write_text(wanted, encoding="utf-8")
    return interpreter


def _run(*command: str) -> None:
    try:
        code = subprocess.run(command, stdout=sys.stderr, check=False).returncode
    except OSError as error:
        raise NotPossible(f"its environment .venv-peers could not be made: {error.strerror}") from error
    if code != 0:
        raise NotPossible("its environment .venv-peers could not be made; the lines above on standard error say why")
