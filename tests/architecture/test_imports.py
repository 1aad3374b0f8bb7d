"""Who may import what. The direction between our rooms is import-linter's (pyproject.toml); libraries are checked here."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.architecture.sources import PACKAGE, ROOT, Import, Module, _imports, in_room, modules

#: Library -> the rooms that may import it. A library that is not here may be imported nowhere.
ROOMS_OF_LIBRARY = {
    "PySide6": ("ui", "jobs", "app", "__main__"),
    "shiboken6": ("ui", "jobs"),
    "pyqtgraph": ("ui",),
    "torch": ("engine.text", "engine.training"),
    "transformers": ("engine.text", "engine.training"),
    "sentence_transformers": ("engine.text", "engine.training"),
    "safetensors": ("engine.text", "engine.training"),
    "sqlite3": ("store",),
    "sqlite_utils": ("store",),
    "appdirs": ("paths",),
    "click": ("cli",),
    "charset_normalizer": ("ingest",),
    "python_calamine": ("ingest",),
    "xlsxwriter": ("handouts.workbook",),
    "numpy": ("domain", "engine", "store", "ingest", "services", "ui", "handouts"),
    "scipy": ("engine",),
}
SQLITE = "sqlite3"  # of the standard library, but a room of its own all the same


def _library_imports() -> list[tuple[Module, Import]]:
    return [
        (module, found)
        for module in modules()
        for found in module.imports()
        if found.top_level != PACKAGE and (found.top_level not in sys.stdlib_module_names or found.top_level == SQLITE)
    ]


def test_each_library_stays_in_its_rooms() -> None:
    wrong = [
        f"{module.where(found.line)} imports {found.target}"
        for module, found in _library_imports()
        if not any(in_room(module.name, room) for room in ROOMS_OF_LIBRARY.get(found.top_level, ()))
    ]
    assert wrong == []


def test_jobs_know_only_the_part_of_qt_that_has_no_window() -> None:
    wrong = [
        f"{module.where(found.line)} imports {found.target}"
        for module, found in _library_imports()
        if in_room(module.name, "jobs") and found.top_level == "PySide6" and found.target != "PySide6.QtCore"
    ]
    assert wrong == []


def test_numpy_arrays_in_the_window_come_ready_made() -> None:
    """The window draws arrays (curves, maps); whoever computes with them there blocks it. Only its widgets may hold them."""
    wrong = [
        module.where(found.line)
        for module, found in _library_imports()
        if found.top_level == "numpy" and in_room(module.name, "ui") and not in_room(module.name, "ui.widgets")
    ]
    assert wrong == []


def test_imports_of_our_own_are_absolute() -> None:
    """The checks above read module names as written; ruff bans relative imports, and this is why."""
    assert [module.where(found.line) for module in modules() for found in module.imports() if not found.target] == []


def test_rooms_lie_in_one_direction() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import a.b, c", [("a.b", True), ("c", True)]),
        ("def f():\n    from torch import nn", [("torch", False)]),
        ("class A:\n    import torch", [("torch", True)]),
        ("try:\n    import a\nexcept ImportError:\n    import b\nelse:\n    import c", [("a", True), ("b", True), ("c", True)]),
        ("if TYPE_CHECKING:\n    import torch", []),
        ("match x:\n    case 1:\n        import torch", [("torch", True)]),
        ("with a:\n    import torch", [("torch", True)]),
    ],
)
def test_reader_of_imports_sees_them_wherever_they_stand(source: str, expected: list[tuple[str, bool]]) -> None:
    assert sorted((found.target, found.at_top) for found in _imports(ast.parse(source).body, at_top=True)) == sorted(expected)
