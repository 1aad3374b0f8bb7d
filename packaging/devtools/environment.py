"""Makes and keeps ``.venv``: the exact packages of the constraint files, and a stamp that says so.

A second call compares the stamp and is done. A set-up that was broken off leaves its marker behind, and then everything is made
anew: pip cannot tell a half-written package from a whole one.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from devtools.system import Problem, System, say
from devtools.system_packages import install_missing

#: Measured on Linux with an empty cache.
DOWNLOAD = {"cpu": "About 500 MB", "cuda": "About 3 GB"}
NEWEST_TRIED = (3, 13)

_OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|name resolution|getaddrinfo|Network is unreachable|ProxyError"
)
_FULL = re.compile(r"No space left on device|Errno 28|not enough space", re.IGNORECASE)


@dataclass(frozen=True)
class Environment:
    """The virtual environment of one checkout. ``build`` is "cpu", "cuda", or None: what is there already, else "cpu"."""

    root: Path
    system: System
    build: str | None = None

    @property
    def folder(self) -> Path:
        """The virtual environment itself."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter everything is started with."""
        return self.folder / ("Scripts/python.exe" if self.system.platform == "win32" else "bin/python")

    @property
    def _stamp(self) -> Path:
        return self.folder / "recsys-stamp.json"

    @property
    def _marker(self) -> Path:
        return self.folder / "recsys-being-set-up"

    def ensure(self) -> Path:
        """Return the environment's interpreter, after making or mending what is not as it should be.

        Raises:
            Problem: where that cannot be done from here, with what to do about it.
        """
        stamp = self._read_stamp()
        build = self.build or stamp.get("build") or "cpu"
        wanted = self._wanted(build)
        if stamp == wanted and self.python.exists():
            return self.python
        say("Setting up (once; later starts skip this).")
        install_missing(self.system)
        if self._is_damaged() or stamp.get("build", build) != build:
            self._remove()
        self._set_up(build)
        self._stamp.write_text(json.dumps(wanted), encoding="utf-8")
        say("Set up.")
        return self.python

    def _constraints(self, build: str) -> Path:
        return self.root / "packaging" / f"constraints-{build}.txt"

    def _wanted(self, build: str) -> dict[str, str]:
        digest = hashlib.sha256()
        for path in (self.root / "pyproject.toml", self._constraints(build)):
            digest.update(path.read_bytes())
        version = ".".join(str(part) for part in self.system.python_version)
        # The folder is part of it: a virtual environment that was moved or copied points to its old place.
        return {"build": build, "files": digest.hexdigest(), "python": version, "folder": str(self.folder)}

    def _read_stamp(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _is_damaged(self) -> bool:
        """Say whether .venv is there but cannot be built upon: broken off, moved, of another Python, without pip."""
        if not self.folder.exists():
            return False
        moved = self._read_stamp().get("folder", str(self.folder)) != str(self.folder)
        if moved or self._marker.exists() or not self.python.exists():
            return True
        version = self.system.output([self.python, "-c", "import pip, sys; print('.'.join(map(str, sys.version_info[:2])))"])
        return version is None or version.strip() != ".".join(str(part) for part in self.system.python_version[:2])

    def _remove(self) -> None:
        say("The packages in .venv cannot be used as they are; making them anew.")
        try:
            if self.folder.is_dir() and not self.folder.is_symlink():
                shutil.rmtree(self.folder)
            else:
                self.folder.unlink()
        except OSError as error:
            raise Problem(
                f"The folder {self.folder} could not be removed ({error.strerror}). Close what uses it and start this again."
            ) from error

    def _set_up(self, build: str) -> None:
        if self.system.python_version[:2] > NEWEST_TRIED:
            newest = ".".join(map(str, NEWEST_TRIED))
            say(f"This Python is newer than {newest}, the newest one tried; if packages are missing, use an older one.")
        self._tell_download(build)
        try:
            self.folder.mkdir(exist_ok=True)
            self._marker.touch()
        except OSError as error:
            raise Problem(
                f"The folder {self.folder} could not be written ({error.strerror}). Put the program where you may write files."
            ) from error
        if not self.python.exists() and self.system.run([self.system.python, "-m", "venv", self.folder]) != 0:
            raise Problem("The folder .venv could not be made; Python's lines above say why.")
        # The build tool first, pinned: a build in isolation would fetch another one, and the one a new .venv has is too old.
        self._pip(build, ["setuptools"])
        self._pip(build, ["--no-build-isolation", "--editable", f"{self.root}[dev]"])
        self._tell_torch(build)
        self._marker.unlink()

    def _tell_download(self, build: str) -> None:
        say(f"{DOWNLOAD[build]} of Python packages will be downloaded unless they are on this computer already.")
        if build == "cpu" and self.system.platform.startswith("linux"):
            say(f"{DOWNLOAD['cuda']} if PyTorch is only offered here in its build for NVIDIA graphics cards.")

    def _pip(self, build: str, arguments: list[str]) -> None:
        log = self.folder / "pip.log"
        log.unlink(missing_ok=True)
        options = ["--disable-pip-version-check", "--no-input", "--log", str(log), "--constraint", str(self._constraints(build))]
        if self.system.run([self.python, "-m", "pip", "install", *options, *arguments], cwd=self.root) == 0:
            return
        text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        if _FULL.search(text):
            raise Problem("The disk is full. Make room (about 3 GB are needed) and start this again.")
        self._marker.unlink()  # pip ended by itself, so it has put back what it had begun to replace
        if _OFFLINE.search(text):
            raise Problem(
                "The Python packages could not be downloaded: no connection to the package server. Connect and start this again."
            )
        raise Problem("The Python packages could not be installed; pip's lines above say why. Nothing outside .venv was changed.")

    def _tell_torch(self, build: str) -> None:
        """Compare the build of torch that came with the one asked for, without importing it (which takes seconds)."""
        got = torch_cuda(self.folder)
        if build == "cpu" and got is not None:
            say(f"No CPU-only build of PyTorch was to be had; this is the one for NVIDIA cards (CUDA {got}): larger, else alike.")
        if build == "cuda" and got is None:
            say("No build of PyTorch for NVIDIA cards was to be had here; going on with the one for the processor.")


def torch_cuda(venv: Path) -> str | None:
    """Return the CUDA version of the installed torch as its ``torch.version.cuda`` would, or None for a CPU build.

    Raises:
        Problem: where torch is not installed.
    """
    places = [*venv.glob("lib/python3*/site-packages/torch/version.py"), *venv.glob("Lib/site-packages/torch/version.py")]
    if not places:
        raise Problem("PyTorch was not installed. Remove the folder .venv and start this again.")
    found = re.search(r"^cuda\b[^=]*=\s*(?:None|'([^']*)'|\"([^\"]*)\")", places[0].read_text(encoding="utf-8"), re.MULTILINE)
    return (found.group(1) or found.group(2)) if found else None
