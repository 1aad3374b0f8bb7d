"""Pictures of products that lie on this computer; one on the network is never fetched unasked."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

#: A page of lists holds each picture once; larger ones would make it too large to send.
_MOST_BYTES = 500_000


def read_local_picture(image: str) -> bytes | None:
    """Return the bytes of a picture file, None where it is none of this computer, too large or cannot be read."""
    path = local_path(image)
    try:
        if path is None or path.stat().st_size > _MOST_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None


def local_path(image: str) -> Path | None:
    """Return the file that a picture's address names, None for one on the network.

    >>> str(local_path("file:///shop/a%20b.png")), local_path("https://example.org/a.png"), local_path("//host/a.png")
    ('/shop/a b.png', None, None)
    """
    if image.startswith("file:"):
        parts = urlsplit(image)
        return Path(unquote(parts.path)) if parts.netloc in ("", "localhost") else None
    if image.startswith(("//", "\\\\")):
        return None
    path = Path(image)
    return path if path.is_absolute() else None
