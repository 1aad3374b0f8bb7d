"""Lists as one page for a browser, pictures within it: to be looked at, printed, or sent as a file."""

from __future__ import annotations

import base64
import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from recsys_desktop.handouts.whole_file import written_whole

#: Beginnings of the picture files that every browser shows.
_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"RIFF", "image/webp"))
#: Addresses that a link may have; anything else could run something.
_LINKS = ("https://", "http://")
#: What a page may load: nothing but the pictures and the style it brings.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light;--ink:#1c211e;--quiet:#59615b;--line:#d9ddd6;--soft:#dcefe7;--accent:#0e6b54}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem;background:#fff;color:var(--ink);
font:15px/1.45 system-ui,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:0 0 .75rem}
header p{color:var(--quiet);margin:0 0 1.5rem}
section{border-top:1px solid var(--line);padding:1.25rem 0;break-inside:avoid}
ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:1rem}
li{border:1px solid var(--line);border-radius:8px;padding:.75rem;break-inside:avoid}
svg,.letter{display:block;width:100%;height:8rem;border-radius:6px;margin-bottom:.5rem}
.letter{background:var(--soft);color:var(--accent);font-size:2.5rem;font-weight:600;text-align:center;line-height:8rem}
strong{display:block;font-weight:600}.price{margin:.15rem 0}.why{color:var(--quiet);font-size:.8rem;margin:.25rem 0 0}
a{color:var(--accent)}
@media print{body{max-width:none;padding:0;font-size:10pt}li{border-color:#999}
ol{grid-template-columns:repeat(5,1fr)}svg,.letter{height:5rem;line-height:5rem;print-color-adjust:exact}}
"""


@dataclass(frozen=True)
class PageItem:
    """One product as the page shows it. ``image`` is what the shop says of its picture; ``why`` a sentence or ""."""

    title: str
    price: str
    link: str
    image: str
    why: str


@dataclass(frozen=True)
class Chapter:
    """One list under its heading."""

    heading: str
    items: tuple[PageItem, ...]


@dataclass(frozen=True)
class PageCounts:
    """What a page that was written holds."""

    chapters: int
    pictures: int


#: Reads a picture by what the shop says of it; None where it cannot be had.
ReadPicture = Callable[[str], bytes | None]


def write_list_page(
    path: Path, title: str, intro: str, language: str, chapters: Iterable[Chapter], read_picture: ReadPicture
) -> PageCounts:
    """Write the page, whole or not at all. Each picture is in it once, however many lists show it.

    All words are written as text, never as markup. Raises: RecsysError cannot_write.
    """
    count = 0
    with written_whole(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        _write_head(file, title, intro, language)
        pictures = _Pictures(read_picture)
        for chapter in chapters:
            _write_chapter(file, chapter, pictures)
            count += 1
        pictures.write(file)
        file.write("</main>\n</html>\n")
    return PageCounts(count, pictures.count)


class _Pictures:
    """Numbers the pictures that are shown, and writes them at the end of the page."""

    def __init__(self, read: ReadPicture) -> None:
        self._read = read
        self._numbers: dict[str, int | None] = {}
        self._data: list[str] = []

    @property
    def count(self) -> int:
        return len(self._data)

    def number(self, image: str) -> int | None:
        """Return the number of a picture, None where there is none to show."""
        if image not in self._numbers:
            data = self._read(image) if image else None
            kind = next((kind for start, kind in _KINDS if data is not None and data.startswith(start)), None)
            if data is None or kind is None:
                self._numbers[image] = None
            else:
                self._numbers[image] = len(self._data)
                self._data.append(f"data:{kind};base64,{base64.b64encode(data).decode()}")
        return self._numbers[image]

    def write(self, file: IO[str]) -> None:
        file.write('<svg style="display:none" aria-hidden="true">\n')
        for number, data in enumerate(self._data):
            file.write(
                f'<symbol id="p{number}" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid meet">'
                f'<image href="{data}" width="100" height="100"/></symbol>\n'
            )
        file.write("</svg>\n")


def _write_head(file: IO[str], title: str, intro: str, language: str) -> None:
    file.write(
        f'<!DOCTYPE html>\n<html lang="{_text(language)}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n"
        f"<header><h1>{_text(title)}</h1><p>{_text(intro)}</p></header>\n<main>\n"
    )


def _write_chapter(file: IO[str], chapter: Chapter, pictures: _Pictures) -> None:
    file.write(f"<section><h2>{_text(chapter.heading)}</h2>\n<ol>\n")
    for item in chapter.items:
        file.write(f"<li>{_picture(item, pictures)}{_title(item)}")
        if item.price:
            file.write(f'<p class="price">{_text(item.price)}</p>')
        if item.why:
            file.write(f'<p class="why">{_text(item.why)}</p>')
        file.write("</li>\n")
    file.write("</ol></section>\n")


def _picture(item: PageItem, pictures: _Pictures) -> str:
    number = pictures.number(item.image)
    if number is not None:
        return f'<svg viewBox="0 0 100 100" role="img" aria-label="{_text(item.title)}"><use href="#p{number}"/></svg>'
    letter = next((letter.upper() for letter in item.title if letter.isalnum()), "·")
    return f'<div class="letter" aria-hidden="true">{_text(letter)}</div>'


def _title(item: PageItem) -> str:
    title = f"<strong>{_text(item.title)}</strong>"
    return f'<a href="{_text(item.link)}">{title}</a>' if item.link.lower().startswith(_LINKS) else title


def _text(text: str) -> str:
    return html.escape(text, quote=True)
