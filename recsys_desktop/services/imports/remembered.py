"""What a person once said about a file is said about every file with the same header, until it is forgotten."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.bad_rows import named_width, own_columns
from recsys_desktop.ingest.formats.sniffing import best_guess
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.readers import tables
from recsys_desktop.ingest.synonyms import normalised
from recsys_desktop.ingest.wishes import NO_WISHES, Mapping, Wishes
from recsys_desktop.services.shop import Shop

#: Where the store remembers: {hash of the header: wishes}, the latest last.
_KEY = "import_wishes"
#: Older ones are forgotten.
_MOST = 200


def remembered(shop: Shop, path: Path) -> Wishes | None:
    """Return what was said about files with this one's header, None where nothing was.

    An order of day and month that a date of this file contradicts is not repeated.
    """
    known = _known(shop)
    found = _signature(path) if known else None
    said = _wishes(known.get(found.name)) if found is not None else None
    if said is not None and found is not None and found.is_mended:
        # Saved bad rows stand in a file of ours: only what their cells mean is as it was.
        said = replace(said, encoding=None, delimiter=None, quote=None, header_line=None)
    return None if said is None else _without_disproved_dates(said, path)


def _without_disproved_dates(said: Wishes, path: Path) -> Wishes:
    if said.day_first is None:
        return said
    try:
        told = inspect(path, said).conventions.day_first_told
    except RecsysError:
        return said
    return said if told in (None, said.day_first) else replace(said, day_first=None)


def remember(shop: Shop, plan: FilePlan, wishes: Wishes) -> None:
    """Remember what was said about a file. Saying nothing forgets what was remembered."""
    signature = _signature(plan.path)
    if signature is None or signature.is_mended:
        return
    known = {name: said for name, said in _known(shop).items() if name != signature.name}
    if wishes != NO_WISHES:
        said = asdict(replace(wishes, columns=None))
        known[signature.name] = {**said, "columns": None if wishes.columns is None else dict(wishes.columns.columns)}
    shop.settings.set_json(_KEY, dict(list(known.items())[-_MOST:]))


def forget(shop: Shop, plan: FilePlan) -> None:
    """Forget what was said about files with this one's header."""
    remember(shop, plan, NO_WISHES)


def _known(shop: Shop) -> dict[str, object]:
    found = shop.settings.get_json(_KEY)
    return found if isinstance(found, dict) else {}


class _Signature(NamedTuple):
    """What files of one kind have in common; ``is_mended``: this one is a table of bad rows of such a file."""

    name: str
    is_mended: bool


def _signature(path: Path) -> _Signature | None:
    """Return a hash of the header as it is found while nothing is said, as one does not know yet whether anything was.

    None where the file has no header: its cells differ from file to file.
    """
    try:
        text_format = best_guess(path)
        header = tables.sample(path, text_format).header
    except RecsysError:
        return None
    own = own_columns(header)
    names = [normalised(name) for name in header[own : named_width(header)]]
    if not text_format.header_height or not names:
        return None
    digest = hashlib.sha256(json.dumps(names, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
    return _Signature(digest[:32], bool(own))


def _wishes(said: object) -> Wishes | None:
    """Return wishes as they were stored, None for what a damaged file or another version of the program holds."""
    if not isinstance(said, dict) or said.keys() != asdict(NO_WISHES).keys():
        return None
    columns = said["columns"]
    if not (columns is None or isinstance(columns, dict)):
        return None
    return Wishes(**{**said, "columns": None if columns is None else Mapping(columns)})
