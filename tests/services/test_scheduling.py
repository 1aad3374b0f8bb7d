"""The nightly run's entry: what is shown is what is written, others' entries stay, and it goes again."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from recsys_desktop import cli
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.scheduling import Answer, Night, Timetable, last_night, run_program
from recsys_desktop.services.shop import Shop

OTHERS = ["MAILTO=me", "5 4 * * 0 backup # recsys-desktop of somebody else", ""]


class Computer:
    """A crontab and a list of tasks that a test looks into."""

    def __init__(self, lines: list[str] | None) -> None:
        self.lines = lines
        self.tasks: dict[str, list[str]] = {}
        self.calls: list[Sequence[str]] = []

    def run(self, command: Sequence[str], given: str) -> Answer:
        self.calls.append(command)
        if command == ("crontab", "-l"):
            return Answer(1, "no crontab for me") if self.lines is None else Answer(0, "".join(f"{line}\n" for line in self.lines))
        if command == ("crontab", "-"):
            self.lines = given.splitlines()
            return Answer(0, "")
        name = command[command.index("/TN") + 1]
        if command[1] == "/Create":
            self.tasks[name] = list(command)
        elif command[1] == "/Query":
            return Answer(0, "Ready") if name in self.tasks else Answer(1, "ERROR: not found")
        else:
            del self.tasks[name]
        return Answer(0, "")


@pytest.fixture
def night(tmp_path: Path) -> Night:
    folder = tmp_path / "from shop 50%"
    folder.mkdir()
    return Night(2, 5, str(folder), str(tmp_path / "lists.csv"))


def timetable(shop: Shop, computer: Computer, system: str = "cron") -> Timetable:
    return Timetable(shop, computer.run, system, ("/usr/bin/python3", "-m", "recsys_desktop"))  # type: ignore[arg-type]  # a stand-in


def test_the_line_that_is_shown_is_written_and_removed(shop: Shop, night: Night) -> None:
    computer = Computer(list(OTHERS))
    table = timetable(shop, computer)
    line = table.entry(night)
    assert computer.calls == []
    assert table.stands() == ""
    table.write(night)
    assert computer.lines == [*OTHERS, line]
    assert table.stands() == line
    table.write(Night(3, 0, night.folder, night.target))
    assert computer.lines[: len(OTHERS)] == OTHERS
    assert len(computer.lines) == len(OTHERS) + 1
    assert computer.lines[-1].startswith("0 3 * * * ")
    table.remove()
    assert computer.lines == OTHERS
    assert last_night(shop) == Night(3, 0, night.folder, night.target)


def test_the_line_calls_the_program_as_a_person_would(shop: Shop, night: Night, capsys: pytest.CaptureFixture[str]) -> None:
    line = timetable(shop, Computer(None)).entry(night)
    assert line.startswith("5 2 * * * /usr/bin/python3 -m recsys_desktop --data-dir ")
    assert r"50\%" in line
    command = line.partition("* * * ")[2].rpartition(" # ")[0].replace(r"\%", "%")
    words = shlex.split(command)
    assert words[3:] == ["--data-dir", str(shop.data_dir), "nightly", night.folder, "--export", night.target]
    assert cli.main([*words[3:6], "--help"]) == 0
    assert "Import what is new" in capsys.readouterr().out


def test_where_there_is_no_crontab_yet(shop: Shop, night: Night) -> None:
    computer = Computer(None)
    timetable(shop, computer).write(night)
    assert computer.lines is not None
    assert len(computer.lines) == 1


def test_a_task_of_windows(shop: Shop, night: Night) -> None:
    computer = Computer(None)
    table = timetable(shop, computer, "windows")
    shown = table.entry(night)
    table.write(night)
    (task,) = computer.tasks.values()
    assert task[4:] == ["/TR", task[5], "/SC", "DAILY", "/ST", "02:05", "/F"]
    assert f'"{night.folder}"' in task[5]
    assert shown.startswith('schtasks /Create /TN "recsys-desktop ')
    assert table.stands() == "Ready"
    table.remove()
    assert computer.tasks == {}
    table.remove()


def test_two_shops_have_two_entries(shop: Shop, night: Night, tmp_path: Path) -> None:
    computer = Computer([])
    timetable(shop, computer).write(night)
    other = Shop(tmp_path / "other")
    timetable(other, computer).write(night)
    assert computer.lines is not None
    assert len(computer.lines) == 2
    timetable(other, computer).remove()
    assert timetable(shop, computer).stands() == computer.lines[0]
    other.close()


def test_nothing_is_written_while_something_is_missing(shop: Shop, night: Night) -> None:
    computer = Computer([])
    for wrong in (
        Night(2, 0, "", night.target),
        Night(2, 0, "/nowhere", night.target),
        Night(2, 0, night.folder, ""),
        Night(2, 0, night.folder, f"{night.target}\n* * * * * rm"),
    ):
        with pytest.raises(RecsysError) as caught:
            timetable(shop, computer).write(wrong)
        assert caught.value.code == "night_incomplete"
    assert computer.calls == []
    assert last_night(shop) is None


def test_a_refusal_is_passed_on_and_changes_nothing(shop: Shop, night: Night) -> None:
    def refuse(_command: Sequence[str], _given: str) -> Answer:
        return Answer(1, "you (me) are not allowed to use this program (crontab)")

    with pytest.raises(RecsysError, match="not allowed") as caught:
        Timetable(shop, refuse, "cron").write(night)
    assert caught.value.code == "timetable_refused"
    with pytest.raises(RecsysError) as caught:
        run_program(("a-program-that-is-nowhere",), "")
    assert caught.value.code == "no_timetable"


@pytest.mark.skipif(sys.platform == "win32", reason="cron's timetable")
@pytest.mark.parametrize(
    "before", [b"# caf\xe9\n5 4 * * * a\n", b"1 1 * * * a\r\n2 2 * * * b\r\n", b"1 1 * * * a\x0cb\xe2\x80\xa8c\n\n"]
)
def test_what_others_wrote_stays_byte_for_byte(
    shop: Shop, night: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    table, program = tmp_path / "table", tmp_path / "bin" / "crontab"
    table.write_bytes(before)
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\n[ "$1" = -l ] && exec cat {shlex.quote(str(table))}\nexec cat > {shlex.quote(str(table))}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    ours = Timetable(shop, system="cron", program=("recsys",))
    ours.write(night)
    assert table.read_bytes() == before + ours.entry(night).encode() + b"\n"
    assert ours.stands() == ours.entry(night)
    ours.remove()
    assert table.read_bytes() == before
