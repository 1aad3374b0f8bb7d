"""Keeps the map of the Products page: read or drawn when it comes into sight, thrown away when products changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.ui.operations import products
from recsys_desktop.ui.widgets.products.product_shelf import MAP, ProductShelf
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.jobs.runner import Job
    from recsys_desktop.services.products.catalogue_map import ShopMap


class MapKeeper(QObject):
    """Asks for the map once for each space of the shop, and never while nobody looks at it."""

    product_wanted = Signal(str)  # item id

    def __init__(self, workplace: Workplace, shelf: ProductShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shelf = shelf
        self._panel = shelf.map
        self._shown = False
        self._asked: Job | None = None
        self._lit: Collection[ItemId] | None = None
        self._marked: ItemId | None = None
        self._panel.view.product_wanted.connect(self.product_wanted)
        self._panel.draw_wanted.connect(self._draw)
        shelf.view_wanted.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Read the map where it is in sight and not there yet."""
        if self._shelf.view != MAP or self._shown or self._asked is not None or not self._panel.isVisible():
            return
        self._panel.show_drawing()
        self._ask(products.read_map(workplace=self._workplace))

    def forget(self, changes: Changes) -> None:
        """Throw the map away where products or what lists are made of changed."""
        if changes.items or changes.model:
            self._shown, self._asked = False, None

    def light(self, ids: Collection[ItemId] | None) -> None:
        """Give only these products colour; None: all."""
        self._lit = ids
        if self._shown:
            self._panel.view.light(ids)

    def mark(self, item_id: ItemId) -> None:
        """Mark the product in detail."""
        self._marked = item_id
        if self._shown:
            self._panel.view.mark(item_id)

    def _draw(self) -> None:
        self._panel.show_drawing()
        self._ask(products.draw_map(workplace=self._workplace))

    def _ask(self, job: Job) -> None:
        self._asked = job
        job.succeeded.connect(lambda drawn: self._show(job, drawn))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._stop(job))

    def _show(self, job: Job, drawn: ShopMap | None) -> None:
        if job is not self._asked:  # of a space that is used no more
            return
        if drawn is None:
            self._draw()
            return
        self._asked, self._shown = None, True
        self._panel.show_map(drawn)
        self._panel.view.mark(self._marked)
        self._panel.view.light(self._lit)

    def _fail(self, job: Job, error: Exception) -> None:
        known = self._workplace.known(error)
        if job is self._asked:
            self._asked = None
            if known is not None:
                self._panel.show_error(known)
            else:
                self._panel.show_none()

    def _stop(self, job: Job) -> None:
        if job is self._asked:
            self._asked = None
            self._panel.show_none()
