"""The Chinese translation is complete, fits the source, and names the same values."""

from __future__ import annotations

import ast
import re
import string
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from recsys_desktop import paths

PACKAGE = Path(paths.__file__).parent
SOURCE = paths.resources_dir() / "translations" / "recsys_desktop_zh_CN.ts"
#: The same in both languages: a key, a language in its own words, an encoding.
ASIDE = {
    "RecommendationCard:Del",
    "settings:English",
    "import:UTF-8",
    "import:XML",
    "import:JSON",
    "jobs:{done} of {total}",
    "SaveTableDialog:JSON Lines (*.jsonl)",
    "handouts:Shopify",
    "handouts:WooCommerce",
}


def entries() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (context, source) -> (translation, state); state is "" for finished ones."""
    found = {}
    for context in ElementTree.parse(SOURCE).getroot().iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            assert translation is not None
            key = (context.findtext("name") or "", entry.findtext("source") or "")
            found[key] = ("".join(translation.itertext()), translation.get("type", ""))
    return found


def literals(call: ast.Call) -> list[str]:
    return [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]


class Texts(ast.NodeVisitor):
    """Collects (context, text) of each call of message, translate and self.tr, and calls of tr on anything else."""

    def __init__(self) -> None:
        self.found: set[tuple[str, str]] = set()
        self.foreign: list[int] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = literals(node)
        if name in ("message", "translate") and len(texts) == 2:
            self.found.add((texts[0], texts[1]))
        elif name == "tr" and isinstance(node.func, ast.Attribute) and texts:
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
                self.found.add((self._classes[-1], texts[0]))
            else:
                self.foreign.append(node.lineno)
        self.generic_visit(node)


def visited() -> dict[str, Texts]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        found[str(path.relative_to(PACKAGE))] = visitor = Texts()
        visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


def test_every_text_of_the_source_is_translated_and_none_is_left_over() -> None:
    in_source = {key for visitor in visited().values() for key in visitor.found}
    translated = entries()
    assert sorted(in_source - set(translated)) == [], "run packaging/translations.py update, then translate"
    assert sorted(set(translated) - in_source) == []
    assert [key for key, (text, state) in translated.items() if state or not text] == []


def test_tr_is_asked_of_self_only() -> None:
    """The translators' tool takes the name before ``.tr`` for the context, Qt takes the class: only for ``self`` they agree."""
    assert {name: visitor.foreign for name, visitor in visited().items() if visitor.foreign} == {}


def test_translations_name_the_same_values_and_keep_line_breaks() -> None:
    def named(text: str) -> list[str]:
        return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)

    wrong = [key for key, (text, _) in entries().items() if named(key[1]) != named(text) or key[1].count("\n") != text.count("\n")]
    assert wrong == []


def test_translations_are_chinese() -> None:
    def is_chinese(text: str) -> bool:
        return any("\u4e00" <= letter <= "\u9fff" for letter in text)

    def has_words(source: str) -> bool:
        return any(letter.isalpha() for letter in re.sub(r"\{.*?\}", "", source))

    same = {f"{key[0]}:{key[1]}" for key, (text, _) in entries().items() if not is_chinese(text) and has_words(key[1])}
    assert same - ASIDE == set()


@pytest.mark.parametrize("mark", [",", "?", "!", ";"])
def test_sentences_end_in_chinese_punctuation(mark: str) -> None:
    assert [text for text, _ in entries().values() if text.endswith(mark)] == []
