"""What was imported so far, and the way back from the last import."""

from __future__ import annotations

import time
from dataclasses import dataclass

from recsys_desktop.domain.columns import ItemKey
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.imports.leaving_items import take_out
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.imports import ImportRecord, Imports

__all__ = ["ImportRecord", "UndoReport", "history", "undo_last_import"]


@dataclass(frozen=True)
class UndoReport:
    """An import taken back: ``items``, ``users`` and ``interactions`` it had brought are gone, ``restored`` rows are as before."""

    number: int
    files: tuple[str, ...]
    items: int
    users: int
    interactions: int
    restored: int
    seconds: float


def history(shop: Shop) -> tuple[ImportRecord, ...]:
    """Return all imports, newest first."""
    return tuple(Imports(shop.database).list())


def undo_last_import(shop: Shop, progress: Progress) -> UndoReport:
    """Take back the last import that changed anything, all its files, exactly; it can be asked for after any number of restarts.

    Raises: Cancelled; RecsysError nothing_to_undo, undo_blocked. Nothing is changed then.
    """
    start = time.perf_counter()
    undone = Imports(shop.database).undo(progress)
    take_out(shop, [ItemKey(key) for key in undone.gone.tolist()])
    return UndoReport(
        undone.number, undone.files, undone.items, undone.users, undone.interactions, undone.restored, time.perf_counter() - start
    )
