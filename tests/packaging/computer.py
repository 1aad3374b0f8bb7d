"""A computer that lacks what a test says, and remembers which programs were started on it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = str(ROOT / "packaging")
if PACKAGING not in sys.path:
    sys.path.insert(0, PACKAGING)

dev = importlib.import_module("dev")
environment = importlib.import_module("devtools.environment")
system = importlib.import_module("devtools.system")
system_packages = importlib.import_module("devtools.system_packages")

FONTS = {"en": "DejaVu Sans", "zh-cn": "Noto Sans CJK SC"}


class Computer(system.System):  # type: ignore[misc,name-defined]  # loaded from packaging/, which is no package
    """Everything is there unless taken away: edit the attributes before use."""

    def __init__(self, platform: str = "linux") -> None:
        self.platform = platform
        self.python = Path("/usr/bin/python3")
        self.python_version = (3, 11, 2)
        self.libraries = set(system_packages.QT_LIBRARIES)
        self.fonts = dict(FONTS)
        self.programs = {"ldconfig", "fc-list", "apt-get", "sudo"}
        self.ensurepip = True
        self.root = True
        self.display = True
        self.started: list[str] = []
        self.extras: list[Mapping[str, str] | None] = []
        self.on_run: Callable[[str], int] = lambda _: 0
        self.venv_version = "3.11"

    def run(self, command: Sequence[str | Path], extra: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:  # noqa: ARG002 as System.run
        line = " ".join(str(part) for part in command)
        self.started.append(line)
        self.extras.append(extra)
        return self.on_run(line)

    def output(self, command: Sequence[str | Path]) -> str | None:
        program = str(command[0])
        if program.endswith("ldconfig"):
            listed = "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in sorted(self.libraries))
            return f"{len(self.libraries)} libs found in cache `/etc/ld.so.cache'\n{listed}"
        if program.endswith("fc-list"):
            return self.fonts.get(str(command[1]).removeprefix(":lang="), "") + "\n"
        return self.venv_version + "\n" if self.venv_version else None

    def which(self, program: str) -> str | None:
        return f"/usr/bin/{program}" if program in self.programs else None

    def has_ensurepip(self) -> bool:
        return self.ensurepip

    def is_root(self) -> bool:
        return self.root

    def has_display(self) -> bool:
        return self.display
