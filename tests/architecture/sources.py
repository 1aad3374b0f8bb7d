"""Reads the project's own source as syntax trees, for rules that no tool off the shelf checks."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "recsys_desktop"


@dataclass(frozen=True)
class Import:
    """One imported module, as written: ``from a.b import c`` is "a.b"; ``at_top`` unless it is inside a function."""

    target: str
    line: int
    at_top: bool
    names: tuple[str, ...] = ()

    @property
    def top_level(self) -> str:
        return self.target.partition(".")[0]


@dataclass(frozen=True)
class Module:
    """One source file; ``name`` is dotted and without the package's own name ("store.database"), "" for the package itself."""

    path: Path
    name: str
    tree: ast.Module

    def imports(self) -> Iterator[Import]:
        """Every import that runs: those under ``if TYPE_CHECKING`` do not."""
        yield from _imports(self.tree.body, at_top=True)

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def where(self, line: int) -> str:
        """Say where something is, for a failure's text."""
        return f"{self.path.relative_to(ROOT)}:{line}"


def _imports(statements: list[ast.stmt], *, at_top: bool) -> Iterator[Import]:
    for statement in statements:
        if isinstance(statement, ast.Import):
            yield from (Import(alias.name, statement.lineno, at_top) for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            yield Import(statement.module or "", statement.lineno, at_top, tuple(alias.name for alias in statement.names))
        elif not _only_for_types(statement):
            inside = at_top and not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef))
            for _, value in ast.iter_fields(statement):
                parts = value if isinstance(value, list) else [value]
                blocks = [part.body for part in parts if isinstance(part, (ast.ExceptHandler, ast.match_case))]
                blocks.append([part for part in parts if isinstance(part, ast.stmt)])
                for block in blocks:
                    yield from _imports(block, at_top=inside)


def _only_for_types(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and ast.unparse(statement.test).endswith("TYPE_CHECKING")


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, in order of its path."""
    found = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def in_room(name: str, room: str) -> bool:
    """Say whether a module is a room or in it: "engine.text.encoder" is in "engine.text"."""
    return name == room or name.startswith(room + ".")
