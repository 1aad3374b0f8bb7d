"""Keyed codes that stand for customers who are known by an e-mail address, a telephone number or a name only."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable, Collection

from recsys_desktop.ingest.people.contact_forms import is_email, is_telephone

#: 16 hexadecimal digits are 64 bits: among a million customers, two share a code once in 37 million shops.
_DIGITS = 16
_CODE = re.compile(rf"c-[0-9a-f]{{{_DIGITS}}}")
_BLANKS = re.compile(r"\s+")
_NO_DIGITS = re.compile(r"\D")


class Pseudonyms:
    """The same person always gets the same code, and only the holder of the key can tell which.

    >>> Pseudonyms(bytes(32)).of(" Ann@Example.org ")
    'c-7bfe6be90050b256'
    """

    def __init__(self, key: bytes | Callable[[], bytes], only: Collection[str] | None = None) -> None:
        """Take the key, or what fetches it at its first use: a shop whose customers have numbers never needs one.

        With ``only``, people whose code is among these get it and all others stay as they are.
        """
        self._key = key
        self._only = only

    def of(self, text: str) -> str:
        """Return the code of a person's address, number or name, however it is spaced and capitalised; "" for an empty text.

        Source: HMAC (RFC 2104) with SHA-256, cut to 64 bits. Without the key a plain hash could be undone by trying all telephone
        numbers there are.
        """
        said = _settled(text)
        if not said or is_pseudonym(said):
            return said
        if not isinstance(self._key, bytes):
            self._key = self._key()
        code = "c-" + hmac.new(self._key, said.encode(), hashlib.sha256).hexdigest()[:_DIGITS]
        return code if self._only is None or code in self._only else text


def is_pseudonym(text: str) -> bool:
    """Return whether a text has the form of a code made here.

    >>> is_pseudonym("c-7bfe6be90050b256"), is_pseudonym("c-17850")
    (True, False)
    """
    return _CODE.fullmatch(text) is not None


def _settled(text: str) -> str:
    """Return what is the same for every way of writing one address: no case, single blanks, a telephone's digits alone."""
    settled = _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
    if not is_email(settled) and is_telephone(settled):
        digits = _NO_DIGITS.sub("", settled)
        return digits[2:] if digits.startswith("00") else digits
    return settled
