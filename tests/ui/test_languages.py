"""The window's language: ours and Qt's own words, numbers, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from recsys_desktop import paths
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.ui import languages
from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.pages.home import HomePage
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.workplace import Workplace
from tests.ui.test_translations import entries

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform

COMPILED = paths.resources_dir() / "translations" / "recsys_desktop_zh_CN.qm"


@pytest.fixture(autouse=True)
def _back_to_english(qapp: QApplication) -> Iterator[None]:
    assert QCoreApplication.instance() is qapp
    before = QLocale()
    yield
    languages.install("en")
    QLocale.setDefault(before)


def test_the_computers_language_is_followed_unless_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, expected in (("zh_CN", "zh_CN"), ("zh_TW", "zh_CN"), ("de_DE", "en"), ("C", "en")):
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda system=system: QLocale(system)))
        assert languages.resolve("system") == expected
        assert languages.resolve("en") == "en"
        assert languages.resolve("zh_CN") == "zh_CN"


def test_numbers_are_written_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("C")))
    languages.install("en")
    assert number(1234567) == "1,234,567"
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("en_IN")))
    languages.install("en")
    assert number(1234567) == "12,34,567"  # the person's own way, where the language is theirs
    languages.install("zh_CN")
    assert QLocale().language() == QLocale.Language.Chinese


def test_qts_own_buttons_are_translated_and_go_back(qtbot: QtBot) -> None:
    languages.install("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    languages.install("en")
    other = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(other)
    assert other.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


@pytest.mark.skipif(not COMPILED.exists(), reason="not compiled: packaging/translations.py release")
def test_every_compiled_text_is_found_under_its_context() -> None:
    languages.install("zh_CN")
    wrong = [key for key, (text, _) in entries().items() if QCoreApplication.translate(*key) != text]
    assert wrong == [], "compile again: packaging/translations.py release"


def test_a_chinese_window_opens_the_chinese_sample(qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(_shop: object, language: str, _words: str, _progress: Progress) -> None:
        asked.append(language)

    monkeypatch.setattr(opening, "_load_sample", load)
    for language in ("zh_CN", "en"):
        languages.install(language)
        page = HomePage(workplace)
        qtbot.addWidget(page)
        page.welcome.sample.click()
        qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert asked == ["zh_CN", "en"]


@pytest.mark.skipif(not COMPILED.with_name("recsys_desktop_en_films.qm").exists(), reason="not compiled: packaging/translations.py")
def test_the_window_speaks_of_films_or_articles_in_both_languages() -> None:
    said = []
    for language, catalogue in (("en", "films"), ("zh_CN", "films"), ("en", "articles"), ("zh_CN", "articles"), ("en", "products")):
        languages.install(language, catalogue)
        said.append(words(message("window", "{items} products, {users} customers").fill(items=1, users=2)))
    assert said == [
        "1 films, 2 viewers",
        "1 部影片，2 位观众",
        "1 articles, 2 readers",
        "1 篇文章，2 位读者",
        "1 products, 2 customers",
    ]


def test_the_sample_shops_are_there() -> None:
    for folder in ("en", "zh"):
        files: list[Path] = [paths.resources_dir() / "sample_data" / folder / name for name in ("products.csv", "orders.csv")]
        assert all(path.is_file() for path in files)
