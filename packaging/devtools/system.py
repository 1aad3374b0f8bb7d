"""The computer as dev.py sees it: a small object, so that tests can stand in for a machine that lacks something."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


class Problem(Exception):
    """Something the person can mend, said in plain words; dev.py prints it and ends with exit code 1."""


#: Settings of the calling shell that would send packages elsewhere than into .venv or let foreign modules in.
FOREIGN_SETTINGS = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "PYTHONSAFEPATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_CONSTRAINT",
    "PIP_NO_DEPS",
    "PIP_DRY_RUN",
    "PIP_EDITABLE",
    "PIP_REQUIREMENT",
)
#: Written out, not left unset, because a pip configuration file may say otherwise.
OWN_SETTINGS = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PYTHONNOUSERSITE": "1"}


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for our child processes, without what would make them use another place than ``.venv``."""
    kept = {name: value for name, value in environment.items() if name not in FOREIGN_SETTINGS}
    return kept | OWN_SETTINGS


class System:
    """Runs programs and answers what this computer has."""

    platform = sys.platform
    python = Path(getattr(sys, "_base_executable", None) or sys.executable)  # of the system, also when started by .venv's own
    python_version = sys.version_info[:3]

    def run(self, command: Sequence[str | Path], extra: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
        """Run a program in full view of the person and return its exit code."""
        sys.stdout.flush()
        environment = clean_environment(os.environ) | dict(extra or {})
        return subprocess.run([str(part) for part in command], env=environment, cwd=cwd, check=False).returncode

    def output(self, command: Sequence[str | Path]) -> str | None:
        """Return what a program prints, or None where there is no such program or it fails."""
        try:
            done = subprocess.run(
                [str(part) for part in command],
                env=clean_environment(os.environ),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", "replace")

    def which(self, program: str) -> str | None:
        """Return the path of a program, also where only the administrator's PATH has it (``ldconfig`` on Debian)."""
        return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")

    def has_ensurepip(self) -> bool:
        """Say whether this Python can furnish a virtual environment with pip; Debian keeps that in a package of its own."""
        return importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None

    def is_root(self) -> bool:
        """Say whether programs may be installed without sudo."""
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def has_display(self) -> bool:
        """Say whether a window can be shown."""
        return not self.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def told_on_standard_error() -> Iterator[None]:
    """Send what we say and what programs print to standard error for a while: standard output is then a result alone."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a child process prints."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
