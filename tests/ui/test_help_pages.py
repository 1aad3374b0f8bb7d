"""The help has the same chapters in both languages, each for something there is, with links and pictures that exist."""

from __future__ import annotations

import re

import pytest

from recsys_desktop.ui import page_maker
from recsys_desktop.ui.help_pages import CHAPTERS, chapter_for, read_chapters

LANGUAGES = ("en", "zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_window_has_a_chapter(language: str) -> None:
    chapters = {chapter.name: chapter for chapter in read_chapters(language)}
    assert set(page_maker.NAMES) <= set(chapters)
    assert tuple(chapters) == CHAPTERS
    for chapter in chapters.values():
        assert chapter.text.startswith(f"# {chapter.title}\n\n"), chapter.name
        assert len(chapter.text) > 250, chapter.name
        assert "\n## " in chapter.text or chapter.name == "keyboard" or "| --" in chapter.text or "![" in chapter.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_lead_somewhere(language: str) -> None:
    for chapter in read_chapters(language):
        for words, name in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", chapter.text):
            assert words
            assert (chapter.folder / name).is_file(), (chapter.name, name)


def test_both_languages_tell_the_same() -> None:
    """The same headings, pictures, links, lists and tables in the same order; Chinese in Chinese."""

    def shape(text: str) -> list[str]:
        return re.findall(r"^#+|^!|^- |^\d\.|^\|", text, re.MULTILINE) + re.findall(r"\]\(([^)]+)\)", text)

    for english, chinese in zip(read_chapters("en"), read_chapters("zh_CN"), strict=True):
        assert shape(english.text) == shape(chinese.text), english.name
        assert re.search("[\u4e00-\u9fff]", chinese.title), chinese.name
        assert not re.search("[\u4e00-\u9fff]", english.text), english.name
        plain = [line for line in chinese.text.splitlines() if re.fullmatch(r"[A-Za-z ,.:;'*-]{12,}", line)]
        assert plain == [], chinese.name


def test_a_chapter_is_found_by_its_words_in_any_order() -> None:
    rules = next(chapter for chapter in read_chapters("en") if chapter.name == "rules")
    assert rules.has("")
    assert rules.has("Slider COFFEE")
    assert not rules.has("slider giraffe")


def test_what_has_no_chapter_gets_the_first_one() -> None:
    assert chapter_for("customers") == "customers"
    assert chapter_for("nothing like that") == "start"
