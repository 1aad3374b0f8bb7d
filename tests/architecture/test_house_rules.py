"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import string
import subprocess
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, in_room, modules

LONGEST_FILE = 400
MEDIAN_FUNCTION, LONG_FUNCTION = 12, 30
#: Servers that packages come from, and folders of one machine: a checkout works anywhere, so it names neither.
SERVERS = re.compile(r"\b(pypi|pythonhosted|npmjs|download\.pytorch|debian|ubuntu)\.(org|com)\b|\bhuggingface\.co\b", re.IGNORECASE)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(work|root|opt)/|/home/\w+/|C:\\Users\\")


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _tracked("*.py")}
    assert {str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_most_functions_are_short() -> None:
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno
    )
    assert lengths[len(lengths) // 2] <= MEDIAN_FUNCTION
    assert lengths[len(lengths) * 9 // 10] <= LONG_FUNCTION


def test_every_message_is_two_literals() -> None:
    """The translators' tool reads them from the source, so it must find them there."""
    calls = [
        (module.where(call.lineno), call)
        for module in modules()
        for call in module.calls()
        if isinstance(call.func, ast.Name) and call.func.id == "message"
    ]
    assert calls
    assert [where for where, call in calls if not _is_two_literals(call)] == []


def _is_two_literals(call: ast.Call) -> bool:
    literals = [argument for argument in call.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
    return len(call.args) == 2 == len(literals) and not call.keywords


def test_messages_are_filled_with_the_values_they_name() -> None:
    wrong = []
    for module in modules():
        for call in module.calls():
            message = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr == "fill" else None
            if not isinstance(message, ast.Call) or not _is_two_literals(message):
                continue
            template = message.args[1]
            assert isinstance(template, ast.Constant)
            named = {field for _, field, _, _ in string.Formatter().parse(template.value) if field}
            given = {keyword.arg for keyword in call.keywords}
            if named != given and None not in given:
                wrong.append(f"{module.where(call.lineno)}: {sorted(named)} filled with {sorted(map(str, given))}")
    assert wrong == []


def test_window_texts_are_literals() -> None:
    wrong = [
        module.where(call.lineno)
        for module in modules()
        if in_room(module.name, "ui")
        for call in module.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert wrong == []


@pytest.mark.parametrize("forbidden", [SERVERS, MACHINE_PATHS], ids=["servers", "machine paths"])
def test_nothing_names_a_server_or_a_machine(forbidden: re.Pattern[str]) -> None:
    texts = _tracked("*.py", "*.md", "*.toml", "*.txt", "*.yml", "*.html", ".ci/run")
    this = Path(__file__).resolve()
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in texts
        if path != this
        for found in forbidden.finditer(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_folder_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    import packaging.version

    assert packaging.version.Version("2.0") > packaging.version.Version("1.9")


def test_top_level_holds_only_what_belongs_there() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in _tracked()}
    rooms = {"recsys_desktop", "resources", "tests", "packaging", "pyproject.toml", "README.md"}
    custom = {".ci", ".gitignore", ".gitattributes", ".editorconfig", ".github", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"}
    assert top - rooms - custom == set()
