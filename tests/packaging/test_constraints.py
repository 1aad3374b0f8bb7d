"""The constraint files pin what pyproject.toml asks for, within its ranges, and what is installed here is what they pin."""

from __future__ import annotations

import importlib.metadata
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.packaging.computer import ROOT


def _pins(build: str) -> dict[str, str]:
    lines = (ROOT / "packaging" / f"constraints-{build}.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.replace("===", "==").split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pinned}


def _requirements() -> list[Requirement]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = table["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["dev"] + table["build-system"]["requires"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("build", ["cpu", "cuda"])
def test_every_requirement_is_pinned_within_its_range(build: str) -> None:
    pins = _pins(build)
    outside = [str(asked) for asked in _requirements() if pins.get(canonicalize_name(asked.name), "0") not in asked.specifier]
    assert outside == []


def test_both_files_differ_only_in_what_the_graphics_card_needs() -> None:
    cpu, cuda = _pins("cpu"), _pins("cuda")
    assert {name: version for name, version in cpu.items() if cuda.get(name) != version} == {}
    assert {name for name in cuda.keys() - cpu.keys() if not name.startswith(("nvidia-", "cuda-"))} == {"triton"}


def test_installed_packages_are_the_pinned_ones() -> None:
    pins = _pins("cpu") | _pins("cuda")
    installed = {canonicalize_name(found.name): Version(found.version).public for found in importlib.metadata.distributions()}
    others = {name: version for name, version in installed.items() if name in pins and pins[name] != version}
    assert others == {}
    assert installed.keys() - pins.keys() <= {"recsys-desktop", "pip", "wheel"}


def test_broken_binding_is_kept_out() -> None:
    """PySide6 6.12.0 aborts on Python 3.11 after some 570 signals; see tests/architecture/test_pyside_references.py."""
    asked = {requirement.name: requirement.specifier for requirement in _requirements()}
    assert "6.12.0" not in asked["PySide6-Essentials"]
    assert asked["torch"] == SpecifierSet(">=2.10")
