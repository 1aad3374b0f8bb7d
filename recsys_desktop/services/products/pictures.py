"""Pictures that lie on the network: fetched when a person asks for it, never else, and kept in the shop's folder."""

from __future__ import annotations

import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Protocol
from urllib.error import HTTPError
from urllib.parse import urlsplit

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.products.kept_pictures import FOLDER, is_on_network, kept_picture
from recsys_desktop.services.shop import Shop

#: A picture of a product is smaller than this; what is not is left where it is.
MOST_BYTES = 5_000_000
_SECONDS = 10.0
#: A server that fails so often in a row is asked no more.
_MOST_FAILURES = 5
#: What a file of each kind of picture begins with; a page that says "not found" begins otherwise.
_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_HEADERS = {"User-Agent": "recsys-desktop", "Accept": "image/png, image/jpeg, image/gif, image/webp"}


class Answer(Protocol):
    """What a server answers."""

    def read(self, size: int, /) -> bytes: ...


#: Asks a server for an address. Raises OSError where it cannot be had.
Opener = Callable[[str], "Answer"]


@dataclass(frozen=True)
class ToFetch:
    """How many pictures are not here yet, and of which servers, the largest number first."""

    count: int
    hosts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class FetchReport:
    """What came of fetching: pictures kept, those that could not be had, and servers that were asked no more."""

    fetched: int
    failed: int
    given_up: tuple[str, ...]


def to_fetch(shop: Shop) -> ToFetch:
    """Look which pictures of products are not here yet; no server is asked for that."""
    hosts = Counter(urlsplit(image).hostname or "" for image in _missing(shop))
    return ToFetch(hosts.total(), tuple(sorted(hosts.items(), key=lambda host: (-host[1], host[0]))))


def fetch_pictures(shop: Shop, progress: Progress, opener: Opener | None = None) -> FetchReport:
    """Fetch all pictures that are not here yet, one after the other.

    Raises: Cancelled; what was fetched so far is kept.
    """
    images, fetched, failed = _missing(shop), 0, 0
    in_a_row: Counter[str] = Counter()
    label = message("pictures", "Fetching {total} pictures").fill(total=len(images))
    for done, image in enumerate(images):
        progress.report(done, len(images), label)
        host = urlsplit(image).hostname or ""
        if in_a_row[host] >= _MOST_FAILURES:
            failed += 1
            continue
        data = _asked(image, opener or _open)
        if data is None:
            failed, in_a_row[host] = failed + 1, in_a_row[host] + 1
            continue
        _keep(kept_picture(shop.data_dir, image), data)
        fetched, in_a_row[host] = fetched + 1, 0
    progress.report(len(images), len(images), label)
    return FetchReport(fetched, failed, tuple(sorted(host for host, times in in_a_row.items() if times >= _MOST_FAILURES)))


def forget_pictures(shop: Shop) -> int:
    """Delete all pictures that were fetched and return how many there were."""
    folder = shop.data_dir / FOLDER
    files = list(folder.iterdir()) if folder.is_dir() else []
    for file in files:
        file.unlink(missing_ok=True)
    return len(files)


def _missing(shop: Shop) -> list[str]:
    images = dict.fromkeys(item.image for _, item in shop.catalogue.iterate() if item.image)
    return [image for image in images if is_on_network(image) and not kept_picture(shop.data_dir, image).exists()]


def _asked(image: str, opener: Opener) -> bytes | None:
    """Return the bytes of a picture, None where the server has none, or something else, or too much."""
    try:
        answer = opener(image)
        try:
            data = answer.read(MOST_BYTES + 1)
        finally:
            getattr(answer, "close", lambda: None)()
    except (OSError, HTTPException, ValueError):
        return None
    return data if len(data) <= MOST_BYTES and _is_picture(data) else None


def _is_picture(data: bytes) -> bool:
    return data.startswith(_SIGNS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _keep(path: Path, data: bytes) -> None:
    """Write beside the file and rename: after a crash it is whole or absent."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    building = path.with_suffix(".part")
    building.write_bytes(data)
    building.replace(path)


class _OnlyToServers(urllib.request.HTTPRedirectHandler):
    """Follows an answer "it is elsewhere" to servers only: one that points to a file of this computer is a failure."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if not is_on_network(newurl):
            raise HTTPError(newurl, code, "not a web address", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(image: str) -> Answer:
    # Handlers are named one by one: the usual set would also open files and ftp servers.
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _OnlyToServers(),
    ):
        opener.add_handler(handler)
    answer: Answer = opener.open(urllib.request.Request(image, headers=_HEADERS), timeout=_SECONDS)
    return answer
