#!/usr/bin/env python3
"""The window's translations: ``update`` reads the texts from the source, ``release`` compiles what translators wrote.

The compiled files are not kept in the repository; the set-up and the builds run ``release``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import catalogue_words

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = ROOT / "recsys_desktop"
LANGUAGES = ("zh_CN",)


def source_file(language: str) -> Path:
    """Return the file that translators edit."""
    return FOLDER / f"recsys_desktop_{language}.ts"


def update() -> None:
    """Bring the translators' files in line with the texts in the source; texts that are gone are dropped."""
    modules = sorted(str(path) for path in SOURCES.rglob("*.py"))
    for language in LANGUAGES:
        # ``message`` of domain/texts.py takes context and text as Qt's translate() does.
        options = ["-tr-function-alias", "translate+=message", "-no-obsolete", "-locations", "none"]
        _run("pyside6-lupdate", *options, *modules, "-ts", str(source_file(language)))


def release() -> None:
    """Compile the translators' files, where that was not done since they changed."""
    for language in LANGUAGES:
        source = source_file(language)
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(compiled))
    _release_other_words()


def _release_other_words() -> None:
    """Compile the sentences in the words of other catalogues, made by rules from the translators' file."""
    source = source_file(LANGUAGES[0])
    newest = max(path.stat().st_mtime for path in (source, *catalogue_words.FOLDER.iterdir()))
    for language, catalogue in product(catalogue_words.LANGUAGES, catalogue_words.CATALOGUES):
        compiled = FOLDER / f"recsys_desktop_{language}_{catalogue}.qm"
        if compiled.exists() and compiled.stat().st_mtime >= newest:
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / f"{compiled.stem}.ts"
            catalogue_words.reworded_file(source, language, catalogue).write(made, encoding="utf-8", xml_declaration=True)
            _run("pyside6-lrelease", "-silent", str(made), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that lies beside this Python."""
    folder = Path(sys.executable).parent
    found = shutil.which(tool, path=str(folder)) or shutil.which(tool)
    if found is None:
        raise SystemExit(f"{tool} was not found beside {sys.executable}: run `python3 packaging/dev.py lint` once to set up.")
    subprocess.run([found, *arguments], check=True)


def main() -> None:
    """Carry out the step named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("update", "release"))
    step: str = parser.parse_args().step
    {"update": update, "release": release}[step]()


if __name__ == "__main__":
    main()
