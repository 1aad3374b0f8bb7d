"""The nightly run as an entry of the system's own timetable: cron, or the Task Scheduler of Windows. Nothing is written unasked."""

from __future__ import annotations

import hashlib
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.services.shop import Shop

System = Literal["cron", "windows"]
#: What the timetable programs are given to come to an end.
_SECONDS = 20
#: Where the shop remembers what was chosen last.
_CHOSEN = "nightly_run"


@dataclass(frozen=True)
class Night:
    """When the nightly run begins, which folder it imports from, and into which file it writes the lists."""

    hour: int
    minute: int
    folder: str
    target: str


@dataclass(frozen=True)
class Answer:
    """What a program of the system answered."""

    code: int
    said: str


#: Runs a program of the system with this text on its input.
Runner = Callable[[Sequence[str], str], Answer]


def run_program(command: Sequence[str], given: str) -> Answer:
    """Run a program without a shell between. Raises: RecsysError no_timetable where there is no such program."""
    try:
        # Bytes, as a timetable is given back as it was, whatever its encoding and the ends of its lines.
        done = subprocess.run(command, input=os.fsencode(given), capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        raise _no_timetable(command[0]) from error
    if done.returncode:
        return Answer(done.returncode, done.stderr.decode(errors="replace"))
    try:
        return Answer(0, os.fsdecode(done.stdout))
    except UnicodeDecodeError:  # on Windows, where it is only shown
        return Answer(0, done.stdout.decode(errors="replace"))


class Timetable:
    """The entry of one shop in the timetable of this person. Other entries are never touched."""

    def __init__(
        self, shop: Shop, run: Runner = run_program, system: System | None = None, program: Sequence[str] | None = None
    ) -> None:
        """``program`` is how this program is called; by default the Python that runs now."""
        self._shop = shop
        self._run = run
        self.system: System = system or ("windows" if sys.platform == "win32" else "cron")
        self._program = tuple(program or (sys.executable, "-m", "recsys_desktop"))
        folder = str(shop.data_dir.absolute())
        self._name = f"recsys-desktop {hashlib.sha256(folder.encode()).hexdigest()[:8]}"

    def entry(self, night: Night) -> str:
        """Return exactly what would be written: the line of the crontab, or the command that makes the task.

        Raises: RecsysError night_incomplete.
        """
        check(night)
        if self.system == "windows":
            return subprocess.list2cmdline(self._create(night))
        command = " ".join(map(shlex.quote, self._command(night))).replace("%", r"\%")  # which ends a line for cron
        return f"{night.minute} {night.hour} * * * {command} # {self._name}"

    def stands(self) -> str:
        """Return the entry that stands in the timetable now, "" where none does. Raises: RecsysError no_timetable."""
        if self.system == "windows":
            answer = self._run(("schtasks", "/Query", "/TN", self._name, "/FO", "LIST"), "")
            return answer.said.strip() if answer.code == 0 else ""
        return next((line for line in self._lines() if self._is_ours(line)), "")

    def write(self, night: Night) -> None:
        """Put the entry into the timetable, in the place of the one that stands there.

        Raises: RecsysError night_incomplete, no_timetable, timetable_refused.
        """
        entry = self.entry(night)
        if self.system == "windows":
            self._must(self._create(night), "")
        else:
            self._put([*(line for line in self._lines() if not self._is_ours(line)), entry])
        self._shop.settings.set_json(_CHOSEN, [night.hour, night.minute, night.folder, night.target])

    def remove(self) -> None:
        """Take the entry out again; nothing happens where none stands. Raises: RecsysError no_timetable, timetable_refused."""
        if not self.stands():
            return
        if self.system == "windows":
            self._must(("schtasks", "/Delete", "/TN", self._name, "/F"), "")
        else:
            self._put([line for line in self._lines() if not self._is_ours(line)])

    def _command(self, night: Night) -> list[str]:
        shop = str(self._shop.data_dir.absolute())
        return [*self._program, "--data-dir", shop, "nightly", night.folder, "--export", night.target]

    def _create(self, night: Night) -> list[str]:
        task = subprocess.list2cmdline(self._command(night))
        at = f"{night.hour:02d}:{night.minute:02d}"
        return ["schtasks", "/Create", "/TN", self._name, "/TR", task, "/SC", "DAILY", "/ST", at, "/F"]

    def _is_ours(self, line: str) -> bool:
        return line.endswith(f"# {self._name}")

    def _lines(self) -> list[str]:
        answer = self._run(("crontab", "-l"), "")
        if answer.code == 0:
            return answer.said.removesuffix("\n").split("\n") if answer.said else []  # other breaks are a part of a line
        if "no crontab" in answer.said.lower():  # so it says where nothing was ever written
            return []
        raise _refused(answer.said)

    def _put(self, lines: Sequence[str]) -> None:
        self._must(("crontab", "-"), "".join(f"{line}\n" for line in lines))

    def _must(self, command: Sequence[str], given: str) -> None:
        answer = self._run(command, given)
        if answer.code != 0:
            raise _refused(answer.said)


def last_night(shop: Shop) -> Night | None:
    """Return what was chosen when an entry was written last; None where none was, or a damaged file says something else."""
    found = shop.settings.get_json(_CHOSEN)
    if not isinstance(found, list) or [type(part) for part in found] != [int, int, str, str]:
        return None
    return Night(*found)


def check(night: Night) -> None:
    """Raise RecsysError night_incomplete where something is missing or cannot be."""
    hint = message("scheduling", "Nothing was written.")
    if not night.folder or not Path(night.folder).is_dir():
        raise RecsysError(
            "night_incomplete", message("scheduling", "Choose the folder into which your shop's exports are put."), hint
        )
    if not night.target or not Path(night.target).parent.is_dir():
        raise RecsysError("night_incomplete", message("scheduling", "Choose the file into which the lists are written."), hint)
    if any(letter in text for text in (night.folder, night.target) for letter in "\r\n\0"):
        raise RecsysError("night_incomplete", message("scheduling", "The name of a folder or file has a line break in it."), hint)


def _no_timetable(program: str) -> RecsysError:
    return RecsysError(
        "no_timetable",
        message("scheduling", "This computer has no {program}, so nothing was written.").fill(program=program),
        message("scheduling", "Copy the line above and put it into the timetable program that you use."),
    )


def _refused(said: str) -> RecsysError:
    return RecsysError(
        "timetable_refused",
        message("scheduling", "The system refused: {reason}").fill(reason=said.strip() or "?"),
        message("scheduling", "Your timetable is as it was. Copy the line above and put it there by hand."),
    )
