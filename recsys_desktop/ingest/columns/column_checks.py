"""Whether a column's cells are what its name promises, over a sample of rows."""

from __future__ import annotations

from collections.abc import Sequence

from recsys_desktop.domain.columns import ITEM_ID, KIND, PRICE, QUANTITY, STOCK, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.dates import DateReader, are_serial
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.cleaning.stock import in_stock
from recsys_desktop.ingest.columns.kinds import kind_of, means_withdrawal

#: Share of a column's filled cells that must be of the field's form. The rest are reported row by row.
_MOST = 0.6
#: So few cells say nothing about a column; kinds and ratings have names that mean something else as often.
_FEW = 3


def fits(field: str, cells: Sequence[str]) -> bool:
    """Return whether a column's cells can be the field's. An empty column fits a field that may be empty."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return field not in (USER_ID, ITEM_ID, TITLE, KIND, VALUE) or not cells
    if len(filled) < _FEW and field not in (KIND, VALUE):
        return True
    if field == STOCK:
        return _share([isinstance(in_stock(cell), float) for cell in filled]) >= _MOST
    if field in (PRICE, QUANTITY, VALUE):
        return _share([isinstance(parse_number(cell), float) for cell in filled]) >= _MOST
    if field == TIME:
        if are_serial(filled):
            return True
        readers = DateReader(True), DateReader(False)
        return _share([any(reader.parse(cell) is not UNREADABLE for reader in readers) for cell in filled]) >= _MOST
    if field == KIND:
        return _share([kind_of(cell) is not None or means_withdrawal(cell) for cell in filled]) >= _MOST
    if field in (ITEM_ID, USER_ID):
        return _share([len(cell) <= 200 for cell in filled]) >= _MOST
    return True


def looks_like_titles(cells: Sequence[str]) -> bool:
    """Return whether cells are names rather than codes: most hold several words."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and _share([" " in cell for cell in filled]) > 0.5


def names_follow(items: Sequence[str], users: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether names belong to the items rather than to the users: fewer different names per item than per user."""
    per_item = len(set(zip(items, names, strict=True))) / max(1, len(set(items)))
    per_user = len(set(zip(users, names, strict=True))) / max(1, len(set(users)))
    return per_item <= per_user


def _share(tests: Sequence[bool]) -> float:
    return sum(tests) / len(tests)
