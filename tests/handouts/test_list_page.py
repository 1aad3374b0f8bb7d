"""A page of lists: words never become markup, each picture is in it once, nothing is loaded from elsewhere."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.handouts.clipboard import tab_separated
from recsys_desktop.handouts.list_page import Chapter, PageCounts, PageItem, write_list_page

PNG = b"\x89PNG\r\n\x1a\n and the rest"


def page(path: Path, *chapters: Chapter) -> tuple[PageCounts, str]:
    pictures = {"/a.png": PNG, "/b.txt": b"no picture"}
    counts = write_list_page(path, "Tea & more", "For you", "en", chapters, pictures.get)
    return counts, path.read_text(encoding="utf-8")


def item(title: str = "Mug", image: str = "", link: str = "", why: str = "") -> PageItem:
    return PageItem(title, "£4.50", link, image, why)


def test_words_stay_words(tmp_path: Path) -> None:
    counts, text = page(tmp_path / "p.html", Chapter("<b>Ann</b>", (item('"><script>x()</script>', why="a < b"),)))
    assert counts == PageCounts(1, 0)
    assert "<script" not in text
    assert "&lt;b&gt;Ann&lt;/b&gt;" in text
    assert "<title>Tea &amp; more</title>" in text
    assert "a &lt; b" in text


def test_a_picture_is_in_it_once(tmp_path: Path) -> None:
    chapters = [Chapter(name, (item(image="/a.png"), item(image="/b.txt"), item(image="/gone.png"))) for name in "xyz"]
    counts, text = page(tmp_path / "p.html", *chapters)
    assert counts == PageCounts(3, 1)
    assert text.count(f"data:image/png;base64,{base64.b64encode(PNG).decode()}") == 1
    assert text.count('href="#p0"') == 3
    assert text.count('class="letter"') == 6


def test_links_lead_to_web_pages_only(tmp_path: Path) -> None:
    links = ("https://shop.example/mug?a=1&b=2", "javascript:alert(1)", "file:///etc/passwd", "")
    _, text = page(tmp_path / "p.html", Chapter("x", tuple(item(link=link) for link in links)))
    assert re.findall(r'<a href="([^"]*)"', text) == ["https://shop.example/mug?a=1&amp;b=2"]


def test_every_tag_is_closed_and_nothing_is_loaded(tmp_path: Path) -> None:
    _, text = page(tmp_path / "p.html", Chapter("x", (item(image="/a.png", why="because"),)))
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in ("meta", "html"):
                opened.append(tag)
            for name, value in attrs:
                if name in ("src", "href"):
                    assert (value or "").startswith(("#", "data:"))

        def handle_endtag(self, tag: str) -> None:
            if tag != "html":
                assert opened.pop() == tag

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            pass

    Reader().feed(text)
    assert opened == []
    assert "default-src 'none'" in text


def test_an_interrupted_page_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    path.write_text("old")

    def chapters() -> Iterator[Chapter]:
        yield Chapter("x", ())
        raise OSError(28, "No space left on device")

    with pytest.raises(RecsysError, match="no space left"):
        write_list_page(path, "t", "i", "en", chapters(), {}.get)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["p.html"]


def test_a_table_for_the_clipboard() -> None:
    rows = [("name", "n"), ("=cmd()", 3), ("a\tb\r\nc", -1.5), (("x", "y"), None)]
    assert tab_separated(rows) == "name\tn\n'=cmd()\t3\na b c\t-1.5\nx, y\t\n"
