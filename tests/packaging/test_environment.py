"""The virtual environment: made once, quick afterwards, made anew when it is broken, and never silent about what it lacks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.packaging.computer import ROOT, Computer, environment, system

TORCH = "lib/python3.11/site-packages/torch/version.py"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files dev.py reads, under a path with blanks and Chinese letters."""
    root = tmp_path / "我的 店铺"
    (root / "packaging").mkdir(parents=True)
    for name in ("pyproject.toml", "packaging/constraints-cpu.txt", "packaging/constraints-cuda.txt"):
        shutil.copy(ROOT / name, root / name)
    return root


class Installer:
    """Stands in for ``python -m venv`` and pip: writes the files whose presence dev.py looks at."""

    def __init__(self, checkout: Path, computer: Computer) -> None:
        self.venv = checkout / ".venv"
        self.cuda = "None"
        self.fails_with = ""
        computer.on_run = self

    def __call__(self, line: str) -> int:
        if " -m venv " in line:
            (self.venv / "bin").mkdir(parents=True)
            (self.venv / "bin/python").touch()
        elif self.fails_with:
            (self.venv / "pip.log").write_text(self.fails_with)
            return 1
        elif "--editable" in line:
            version = self.venv / TORCH
            version.parent.mkdir(parents=True, exist_ok=True)
            version.write_text(f"__version__ = '2.13.0'\ncuda: Optional[str] = {self.cuda}\nhip: Optional[str] = None\n")
        return 0


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def installer(checkout: Path, computer: Computer) -> Installer:
    return Installer(checkout, computer)


def test_first_call_makes_everything_and_the_second_starts_nothing(
    checkout: Path, computer: Computer, installer: Installer
) -> None:
    python = environment.Environment(checkout, computer).ensure()
    assert python == checkout / ".venv/bin/python"
    pip = f"{python} -m pip install --disable-pip-version-check --no-input --log {checkout}/.venv/pip.log"
    constraint = f"--constraint {checkout}/packaging/constraints-cpu.txt"
    assert computer.started == [
        f"/usr/bin/python3 -m venv {installer.venv}",
        f"{pip} {constraint} setuptools",
        f"{pip} {constraint} --no-build-isolation --editable {checkout}[dev]",
    ]
    computer.started.clear()
    assert environment.Environment(checkout, computer).ensure() == python
    assert computer.started == []


@pytest.mark.usefixtures("installer")
@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints-cpu.txt"])
def test_changed_requirements_are_installed_into_what_is_there(checkout: Path, computer: Computer, name: str) -> None:
    environment.Environment(checkout, computer).ensure()
    with (checkout / name).open("a") as file:
        file.write("# changed\n")
    computer.started.clear()
    environment.Environment(checkout, computer).ensure()
    assert [line.split(" -m ")[1].split()[0] for line in computer.started] == ["pip", "pip"]


def _break_off(venv: Path) -> None:
    (venv / "recsys-stamp.json").unlink()
    (venv / "recsys-being-set-up").touch()


def _lose_python(venv: Path) -> None:
    (venv / "bin/python").unlink()


def _move(venv: Path) -> None:
    stamp = venv / "recsys-stamp.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"folder": "/elsewhere/.venv"}))


@pytest.mark.usefixtures("installer")
@pytest.mark.parametrize("damage", [_break_off, _lose_python, _move])
def test_damaged_environment_is_made_anew(checkout: Path, computer: Computer, damage: object) -> None:
    environment.Environment(checkout, computer).ensure()
    leftover = checkout / ".venv" / "leftover"
    leftover.touch()
    assert callable(damage)
    damage(checkout / ".venv")
    computer.started.clear()
    environment.Environment(checkout, computer).ensure()
    assert " -m venv " in computer.started[0]
    assert not leftover.exists()


@pytest.mark.usefixtures("installer")
@pytest.mark.parametrize("answer", ["3.10", ""], ids=["of another Python", "without pip"])
def test_environment_that_cannot_be_built_upon_is_made_anew(checkout: Path, computer: Computer, answer: str) -> None:
    (checkout / ".venv/bin").mkdir(parents=True)
    (checkout / ".venv/bin/python").touch()
    computer.venv_version = answer
    environment.Environment(checkout, computer).ensure()
    assert " -m venv " in computer.started[0]


@pytest.mark.usefixtures("installer")
def test_sound_environment_without_stamp_is_kept(checkout: Path, computer: Computer) -> None:
    (checkout / ".venv/bin").mkdir(parents=True)
    (checkout / ".venv/bin/python").touch()
    environment.Environment(checkout, computer).ensure()
    assert all(" -m pip install " in line for line in computer.started)


def test_choice_of_graphics_card_is_kept_until_changed(checkout: Path, computer: Computer, installer: Installer) -> None:
    installer.cuda = "'13.0'"
    environment.Environment(checkout, computer, "cuda").ensure()
    assert "constraints-cuda.txt" in computer.started[-1]
    computer.started.clear()
    environment.Environment(checkout, computer).ensure()
    assert computer.started == []
    environment.Environment(checkout, computer, "cpu").ensure()
    assert " -m venv " in computer.started[0]
    assert "constraints-cpu.txt" in computer.started[-1]


@pytest.mark.parametrize(
    ("build", "cuda", "sentence"),
    [
        ("cpu", "'13.0'", "No CPU-only build of PyTorch was to be had; this is the one for NVIDIA cards (CUDA 13.0)"),
        ("cuda", "None", "No build of PyTorch for NVIDIA cards was to be had here"),
    ],
)
def test_other_torch_than_asked_for_is_told(
    checkout: Path,
    computer: Computer,
    installer: Installer,
    capsys: pytest.CaptureFixture[str],
    build: str,
    cuda: str,
    sentence: str,
) -> None:
    installer.cuda = cuda
    environment.Environment(checkout, computer, build).ensure()
    assert sentence in capsys.readouterr().out


def test_torch_as_asked_for_is_not_talked_about(
    checkout: Path, computer: Computer, installer: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.Environment(checkout, computer).ensure()
    assert "to be had" not in capsys.readouterr().out
    assert environment.torch_cuda(installer.venv) is None


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ("Failed to establish: [Errno -3] Temporary failure in name resolution", "no connection to the package server"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: ResolutionImpossible", "pip's lines above say why"),
    ],
)
def test_failed_download_is_a_plain_sentence(
    checkout: Path, computer: Computer, installer: Installer, log: str, sentence: str
) -> None:
    installer.fails_with = log
    with pytest.raises(system.Problem, match=sentence):
        environment.Environment(checkout, computer).ensure()
    assert not (installer.venv / "recsys-stamp.json").exists()


def test_after_a_failed_download_what_is_there_is_built_upon(checkout: Path, computer: Computer, installer: Installer) -> None:
    installer.fails_with = "Temporary failure in name resolution"
    with pytest.raises(system.Problem):
        environment.Environment(checkout, computer).ensure()
    installer.fails_with = ""
    computer.started.clear()
    environment.Environment(checkout, computer).ensure()
    assert all(" -m pip install " in line for line in computer.started)


def test_settings_of_the_shell_that_lead_elsewhere_are_left_out() -> None:
    hostile = {"PYTHONPATH": "/evil", "PIP_REQUIRE_VIRTUALENV": "1", "PIP_TARGET": "/x", "PIP_USER": "1"}
    assert system.clean_environment(hostile | {"PATH": "/bin", "PIP_PROXY": "p"}) == {
        "PATH": "/bin",
        "PIP_PROXY": "p",
        "PIP_USER": "0",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PYTHONNOUSERSITE": "1",
    }
