"""The chapters of the help: Markdown files of one language, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recsys_desktop import paths

#: File names without ending. A page's chapter has the page's name.
CHAPTERS = (
    "start",
    "import",
    "home",
    "customers",
    "reasons",
    "feedback",
    "products",
    "rules",
    "training",
    "insights",
    "handouts",
    "settings",
    "moving",
    "keyboard",
)
_FIRST = "start"


@dataclass(frozen=True)
class Chapter:
    """One page of the help. ``text`` is Markdown; its pictures and links are named from ``folder``."""

    name: str
    title: str
    text: str
    folder: Path

    def has(self, search: str) -> bool:
        """Whether every word looked for is somewhere in the chapter, in capitals or not."""
        text = self.text.casefold()
        return all(word in text for word in search.casefold().split())


def read_chapters(language: str) -> tuple[Chapter, ...]:
    """Return all chapters of "en" or "zh_CN". Raises: OSError where a file is missing."""
    folder = paths.resources_dir() / "help" / language
    return tuple(_chapter(folder, name) for name in CHAPTERS)


def chapter_for(name: str) -> str:
    """Return the chapter of a page or a window; the first one where there is none of its own."""
    return name if name in CHAPTERS else _FIRST


def _chapter(folder: Path, name: str) -> Chapter:
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    return Chapter(name, text.partition("\n")[0].lstrip("# "), text, folder)
