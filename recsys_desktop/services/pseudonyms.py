"""Customers known by an address or a name: the key of their codes, kept beside the store, and how they are found again."""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.people.customers import is_contact
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms, is_pseudonym
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import KEEP_CONTACTS

KEY_FILE = "customers.key"
_KEY_BYTES = 32
#: The store remembers which key its codes were made with, by a hash that tells nothing about the key.
_FINGERPRINT = "customers_key"


def pseudonyms_for(shop: Shop, trial: bool = False) -> Pseudonyms | None:
    """Return what makes codes of customers' addresses in an import, None where the shop keeps them readable.

    A customer who came in under a code keeps it all the same, or the shop would have them twice. The key is read or made at the
    first address; for a ``trial``, which leaves nothing behind, a shop without a key gets one that is thrown away.

    Raises at the first address: RecsysError customers_key_lost, customers_key_wrong, cannot_write.
    """
    if not shop.settings.get(KEEP_CONTACTS):
        return Pseudonyms(lambda: _key(shop, trial))
    codes = frozenset(filter(is_pseudonym, shop.users.keys()[1]))
    return Pseudonyms(lambda: _key(shop, trial), codes) if codes else None


def known_as(shop: Shop, said: str) -> UserId:
    """Return the id of the customer who is called this: an id, or the address, telephone number or name a code stands for.

    What names nobody comes back as it is.
    """
    if shop.users.key_of(UserId(said)) is None and (code := _code_of(shop, said)) is not None:
        return code
    return UserId(said)


def coder(shop: Shop) -> Callable[[str], UserId] | None:
    """Return the function from an address to the code it has in this shop, None where the shop has no key. It makes none.

    Raises: RecsysError customers_key_wrong.
    """
    key = _read(shop.data_dir / KEY_FILE)
    if key is None:
        return None
    pseudonyms = Pseudonyms(key)
    return lambda said: UserId(pseudonyms.of(said))


def customers_called(shop: Shop, said: str, limit: int = 200) -> list[UserId]:
    """Return the ids to show for a typed text: first the customer whose address, number or name it is, then ids that hold it."""
    found = shop.users.search(said, limit)
    code = _code_of(shop, said) if said.strip() else None
    return found if code is None else [code, *(user for user in found if user != code)][:limit]


def hide_contacts(shop: Shop) -> int:
    """Put codes in the place of e-mail addresses and telephone numbers that are customers' ids in the store; return how many.

    Such ids come from an import made while they were to be kept, or made by a version that knew no codes. Nothing happens while
    the shop wants to keep them. Raises: RecsysError as :func:`pseudonyms_for`.
    """
    if shop.settings.get(KEEP_CONTACTS):
        return 0
    readable = [user for user in shop.users.keys()[1] if is_contact(user)]
    pseudonyms = Pseudonyms(lambda: _key(shop))
    shop.users.rename([(user, UserId(pseudonyms.of(user))) for user in readable])
    return len(readable)


def _code_of(shop: Shop, said: str) -> UserId | None:
    """Return the code of a person's address or name if it is a customer's; the key is never made here."""
    key = _read(shop.data_dir / KEY_FILE)
    if key is None:
        return None
    code = UserId(Pseudonyms(key).of(said))
    return code if shop.users.key_of(code) is not None else None


def _key(shop: Shop, trial: bool = False) -> bytes:
    """Return the shop's key, made at first need. Raises RecsysError customers_key_lost, customers_key_wrong, cannot_write."""
    path = shop.data_dir / KEY_FILE
    with shop.database.atomic():  # the lock of the store: two imports at once agree on one key
        key, remembered = _read(path), shop.settings.get_json(_FINGERPRINT)
        if key is None:
            if remembered is not None and any(map(is_pseudonym, shop.users.keys()[1])):
                raise _lost(path)
            if trial:
                return secrets.token_bytes(_KEY_BYTES)
            key = _make(path)
        elif remembered not in (None, _fingerprint(key)) and any(map(is_pseudonym, shop.users.keys()[1])):
            raise _wrong(path)
        if remembered != _fingerprint(key) and not trial:
            shop.settings.set_json(_FINGERPRINT, _fingerprint(key))
    return key


def _read(path: Path) -> bytes | None:
    """Return the key of a file, None where there is none. Raises RecsysError customers_key_wrong where it holds something else."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _wrong(path) from error
    if len(key) != _KEY_BYTES:
        raise _wrong(path)
    return key


def _make(path: Path) -> bytes:
    """Write a new key, whole or not at all, readable by this person only. Raises RecsysError cannot_write."""
    key = secrets.token_bytes(_KEY_BYTES)
    partial: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
        partial = Path(name)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        raise RecsysError(
            "cannot_write",
            message("errors", "The key for customers' codes could not be written to {path}: {reason}.").fill(
                path=str(path), reason=(error.strerror or str(error)).lower()
            ),
            message("errors", "Make room on the disk or make the folder writable, and import again. Nothing was changed."),
        ) from error
    return key


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(b"recsys customers key" + key).hexdigest()[:16]


def _lost(path: Path) -> RecsysError:
    return RecsysError(
        "customers_key_lost",
        message(
            "errors",
            "The file {path} is gone. With a new key, customers who are in the shop under a code would all come in a second time,"
            " so nothing was imported.",
        ).fill(path=str(path)),
        message("errors", "Put the file back from a backup, or import everything into a new, empty shop."),
    )


def _wrong(path: Path) -> RecsysError:
    return RecsysError(
        "customers_key_wrong",
        message("errors", "The file {path} is not the key that this shop's customer codes were made with.").fill(path=str(path)),
        message(
            "errors", "Put the right file back from a backup, or import everything into a new, empty shop. Nothing was changed."
        ),
    )
