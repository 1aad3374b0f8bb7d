"""The sub-commands: which program each one starts, and what the person reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.computer import Computer, dev, environment, system

PYTHON = "/there/bin/python"
SHARED_OUT = "-n auto --maxprocesses 4 --dist loadfile --max-worker-restart 0"


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    """A computer on which everything is set up."""
    monkeypatch.setattr(environment.Environment, "ensure", lambda _: Path(PYTHON))
    return Computer()


def test_run_opens_the_window_and_hands_arguments_on(computer: Computer, tmp_path: Path) -> None:
    assert dev.main(["run", "--data-dir", "here"], computer, tmp_path) == 0
    assert computer.started == [f"{PYTHON} -m recsys_desktop --data-dir here"]
    assert computer.extras == [None]


def test_run_without_a_screen_does_the_tour_and_says_so(
    computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.display = False

    def tour(_: str) -> int:
        (tmp_path / "out" / "light").mkdir(parents=True)
        (tmp_path / "out" / "light" / "home.png").touch()
        (tmp_path / "out" / "recommendations.csv").touch()
        return 0

    computer.on_run = tour
    assert dev.main(["run"], computer, tmp_path) == 0
    assert computer.started == [f"{PYTHON} -m recsys_desktop --tour {tmp_path / 'out'}"]
    assert computer.extras == [{"QT_QPA_PLATFORM": "offscreen"}]
    printed = capsys.readouterr().out
    assert "no window can be shown" in printed
    assert f"Pictures: 1, and recommendations.csv, in {tmp_path / 'out'}" in printed


def test_tour_takes_paths_as_seen_from_where_the_person_stands(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.main(["tour", "pictures", "--orders", "orders.csv"], computer, Path("/elsewhere")) == 0
    assert computer.started == [f"{PYTHON} -m recsys_desktop --tour {tmp_path}/pictures --orders {tmp_path}/orders.csv"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["test", "-x", "tests/store"], "-m not slow -x tests/store"),
        (["test", "--all"], SHARED_OUT),
        (["--cpu", "test"], f"-m not slow {SHARED_OUT}"),
    ],
)
def test_test_runs_pytest(computer: Computer, tmp_path: Path, arguments: list[str], expected: str) -> None:
    assert dev.main(arguments, computer, tmp_path) == 0
    assert computer.started == [f"{PYTHON} -m pytest {expected}".strip()]


def test_exit_code_is_the_child_s(computer: Computer, tmp_path: Path) -> None:
    computer.on_run = lambda _: 5
    assert dev.main(["test"], computer, tmp_path) == 5


def test_lint_runs_every_check_even_if_the_first_fails(computer: Computer, tmp_path: Path) -> None:
    computer.on_run = lambda line: 1 if "ruff" in line else 0
    assert dev.main(["lint"], computer, tmp_path) == 1
    assert [line.split()[2] for line in computer.started] == ["ruff", "mypy", "from"]


def test_bench_lists_runs_and_names_what_there_is(computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    for name in ("__init__.py", "ranking.py", "encoding.py", "_shared.py"):
        (folder / name).touch()
    for name in ("quality/__main__.py", "material/__init__.py"):  # a package is a benchmark where it can be run
        (folder / name).parent.mkdir()
        (folder / name).touch()
    assert dev.main(["bench"], computer, tmp_path) == 0
    assert capsys.readouterr().out == "Benchmarks: encoding, quality, ranking\n"
    assert dev.main(["bench", "ranking", "--items", "9"], computer, tmp_path) == 0
    assert dev.main(["bench", "quality", "--json"], computer, tmp_path) == 0
    assert computer.started == [f"{PYTHON} -m tests.benchmarks.ranking --items 9", f"{PYTHON} -m tests.benchmarks.quality --json"]
    assert dev.main(["bench", "speed"], computer, tmp_path) == 1
    assert "There is no benchmark 'speed'. There are: encoding, quality, ranking." in capsys.readouterr().out


def test_a_benchmark_s_standard_output_is_its_result_alone(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests" / "benchmarks").mkdir(parents=True)
    (tmp_path / "tests" / "benchmarks" / "quality.py").touch()

    def set_up(_: object) -> Path:
        system.say("Setting up")
        subprocess.run([sys.executable, "-c", "print('from pip')"], check=True)
        return Path(PYTHON)

    monkeypatch.setattr(environment.Environment, "ensure", set_up)
    computer.on_run = lambda _: subprocess.run([sys.executable, "-c", "print('{}')"], check=True).returncode
    assert dev.main(["bench", "quality"], computer, tmp_path) == 0
    assert capfd.readouterr() == ("{}\n", "Setting up\nfrom pip\n")


@pytest.mark.parametrize("arguments", [[], ["fly"], ["tour"], ["lint", "--fast"], ["--gpu", "--cpu", "test"]])
@pytest.mark.usefixtures("capsys")
def test_wrong_usage_ends_with_2(computer: Computer, tmp_path: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.main(arguments, computer, tmp_path)
    assert ended.value.code == 2
    assert computer.started == []


@pytest.mark.parametrize(("arguments", "build"), [(["--gpu", "lint"], "cuda"), (["lint", "--gpu"], "cuda"), (["lint"], None)])
def test_choice_of_graphics_card_may_stand_before_or_after(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], build: str | None
) -> None:
    seen: list[str | None] = []
    monkeypatch.setattr(environment.Environment, "ensure", lambda self: seen.append(self.build) or Path(PYTHON))
    dev.main(arguments, computer, tmp_path)
    assert seen == [build]


def test_translations_are_compiled_where_they_changed(computer: Computer, tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    (folder / "shop_zh_CN.ts").touch()
    assert dev.main(["test"], computer, tmp_path) == 0
    assert computer.started[0] == f"{PYTHON} {tmp_path / 'packaging' / 'translations.py'} release"
    (folder / "shop_zh_CN.qm").touch()
    dev.main(["test"], computer, tmp_path)
    assert [line for line in computer.started if "translations.py" in line] == computer.started[:1]
