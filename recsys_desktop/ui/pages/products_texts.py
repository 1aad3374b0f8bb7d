"""Keeps the text coach of the Products page: read when it comes into sight, and again when products changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from recsys_desktop.ui.operations import products
from recsys_desktop.ui.widgets.products.product_shelf import TEXTS, ProductShelf
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.products.text_coach import TextAdvice


class TextsKeeper(QObject):
    """Looks at the texts once for each state of the catalogue, and never while nobody looks."""

    def __init__(self, workplace: Workplace, shelf: ProductShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shelf = shelf
        self._due = True
        shelf.view_wanted.connect(lambda _: self.refresh())
        shelf.texts.measure_wanted.connect(self._measure)

    def refresh(self) -> None:
        """Read the texts where they are in sight and may have changed."""
        if self._due and self._shelf.view == TEXTS and self._shelf.isVisible():
            self._due = False
            job = products.read_texts(workplace=self._workplace)
            job.succeeded.connect(self._show)

    def forget(self, changes: Changes) -> None:
        """Remember that the texts may have changed."""
        if changes.items or changes.interactions or changes.rules:
            self._due = True

    def _show(self, advice: TextAdvice) -> None:
        self._shelf.show_texts(advice)

    def _measure(self) -> None:
        self._shelf.texts.measure.setEnabled(False)
        job = products.measure_texts(workplace=self._workplace)
        job.succeeded.connect(self._shelf.texts.show_gain)
        job.failed.connect(self._workplace.show_failure)
        job.finished.connect(lambda: self._shelf.texts.measure.setEnabled(True))
