"""Sentences of the layers below in the window's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.texts import number, sentences, words


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


class Dictionary(QTranslator):
    """Translates by a dict, as a compiled translation would."""

    def __init__(self, entries: dict[tuple[str, str], str]) -> None:
        super().__init__()
        self._entries = entries

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return self._entries.get((context, source), source)  # Qt would take "" from Python for a translation


def test_whole_numbers_get_separators_and_others_stay() -> None:
    text = message("t", "{rows} rows, {share} of {name}, {flag}, {padded:05d}")
    filled = text.fill(rows=541909, share=0.5, name="A-1000", flag=True, padded=42)
    assert words(filled) == "541,909 rows, 0.5 of A-1000, True, 00042"
    assert number(1234567) == "1,234,567"


def test_separators_follow_the_language() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert words(message("t", "{rows} rows").fill(rows=541909)) == "541.909 rows"


def test_strings_of_the_shop_are_never_translated_or_filled() -> None:
    assert words("100 % {cotton}") == "100 % {cotton}"


def test_nested_texts_are_translated_too(qapp: QCoreApplication) -> None:
    dictionary = Dictionary({("a", "Stop: {what}"): "停止：{what}", ("b", "Import"): "导入"})
    qapp.installTranslator(dictionary)
    try:
        assert words(message("a", "Stop: {what}").fill(what=message("b", "Import"))) == "停止：导入"
        assert words(message("other", "Import")) == "Import"
    finally:
        qapp.removeTranslator(dictionary)


def test_sentences_are_parted_by_a_blank_but_not_behind_a_wide_full_stop() -> None:
    assert sentences("One.", "", "Two.") == "One. Two."
    assert sentences("一。", "二（三）", "四。") == "一。二（三）四。"
    assert sentences() == ""
