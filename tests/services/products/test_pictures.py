"""Pictures fetched on demand, from servers that a test plays."""

from __future__ import annotations

import io
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.services.products import pictures
from recsys_desktop.services.products.kept_pictures import is_on_network, kept_picture
from recsys_desktop.services.products.pictures import FetchReport, fetch_pictures, forget_pictures, to_fetch
from recsys_desktop.services.shop import Shop, open_shop

PNG = b"\x89PNG\r\n\x1a\nthe rest"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Four pictures on two servers, one of them twice, and one on this computer."""
    opened = open_shop(tmp_path / "shop")
    images = (
        "https://a.example/1.png",
        "https://a.example/2.png",
        "http://b.example/3.png",
        "/here/4.png",
        "https://a.example/1.png",
    )
    opened.catalogue.upsert(Item(ItemId(str(number)), f"Item {number}", image=image) for number, image in enumerate(images))
    yield opened
    opened.close()


def _serving(answers: dict[str, bytes], asked: list[str]) -> Callable[[str], io.BytesIO]:
    def opener(image: str) -> io.BytesIO:
        asked.append(image)
        if image not in answers:
            raise OSError("no such server")
        return io.BytesIO(answers[image])

    return opener


def test_what_is_to_fetch_is_told_without_asking_anybody(shop: Shop) -> None:
    wanted = to_fetch(shop)
    assert (wanted.count, wanted.hosts) == (3, (("a.example", 2), ("b.example", 1)))


def test_pictures_are_kept_and_asked_for_once(shop: Shop) -> None:
    asked: list[str] = []
    answers = {"https://a.example/1.png": PNG, "http://b.example/3.png": b"\xff\xd8\xff jpeg", "https://a.example/2.png": b"<html>"}
    assert fetch_pictures(shop, Progress(), _serving(answers, asked)) == FetchReport(2, 1, ())
    assert asked == ["https://a.example/1.png", "https://a.example/2.png", "http://b.example/3.png"]
    assert kept_picture(shop.data_dir, "https://a.example/1.png").read_bytes() == PNG
    assert to_fetch(shop).count == 1, "what was no picture is not kept"
    asked.clear()
    fetch_pictures(shop, Progress(), _serving(answers, asked))
    assert asked == ["https://a.example/2.png"]
    assert forget_pictures(shop) == 2
    assert to_fetch(shop).count == 3


def test_too_large_a_picture_is_left_there(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", len(PNG) - 1)
    asked: list[str] = []
    assert fetch_pictures(shop, Progress(), _serving({"https://a.example/1.png": PNG}, asked)).fetched == 0
    assert not (shop.data_dir / "pictures").exists()


def test_a_server_that_fails_is_asked_no_more(shop: Shop) -> None:
    shop.catalogue.upsert(Item(ItemId(f"x{n}"), "X", image=f"https://dead.example/{n}.png") for n in range(9))
    asked: list[str] = []
    answers = {"https://a.example/1.png": PNG, "https://a.example/2.png": PNG, "http://b.example/3.png": PNG}
    report = fetch_pictures(shop, Progress(), _serving(answers, asked))
    assert report == FetchReport(3, 9, ("dead.example",))
    assert sum("dead" in image for image in asked) == 5


def test_it_can_be_stopped_and_keeps_what_it_has(shop: Shop) -> None:
    progress = Progress()

    def opener(_: str) -> io.BytesIO:
        progress.cancel()
        return io.BytesIO(PNG)

    with pytest.raises(Cancelled):
        fetch_pictures(shop, progress, opener)
    assert to_fetch(shop).count == 2


@pytest.mark.parametrize("image", ["", "a.png", "/a.png", "file:///a.png", "ftp://a/b.png", "//a/b.png", "https://", "http://[x"])
def test_what_is_no_web_address_is_never_asked_for(image: str) -> None:
    assert not is_on_network(image)


def test_nobody_is_sent_to_a_file_of_this_computer() -> None:
    handler = pictures._OnlyToServers()
    request = urllib.request.Request("https://a.example/1.png")
    headers = HTTPMessage()
    with pytest.raises(HTTPError):
        handler.redirect_request(request, io.BytesIO(), 302, "Found", headers, "file:///etc/passwd")
    sent_on = handler.redirect_request(request, io.BytesIO(), 302, "Found", headers, "https://cdn.example/1.png")
    assert sent_on is not None
    assert sent_on.full_url == "https://cdn.example/1.png"
