"""What every page works with: the shop, the background work, the recommender, and the news that pass between pages."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.services.shop import Shop

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommender

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Changes:
    """What a finished action changed. Each page decides whether that concerns it."""

    items: bool = False
    interactions: bool = False
    feedback: bool = False
    model: bool = False  # another model version, or a newly fitted space: lists are made anew
    settings: bool = False
    rules: bool = False  # of a scenario, or which products are hidden

    @classmethod
    def everything(cls) -> Changes:
        """All of it, for a shop that was replaced."""
        return cls(items=True, interactions=True, feedback=True, model=True, settings=True, rules=True)


@dataclass(frozen=True)
class Notice:
    """A sentence shown for some seconds; with ``undo`` it has a button that takes the action back.

    Of actions with the same ``key`` only the latest can be taken back.
    """

    text: Text | str
    undo: Callable[[], object] | None = None
    key: str = ""


class Workplace(QObject):
    """The one object that the window and its pages share. It outlives a window that is rebuilt for another language."""

    changed = Signal(object)  # Changes
    notified = Signal(object)  # Notice
    taken_back = Signal(str)  # key of a Notice whose action was taken back elsewhere than by its own button
    page_wanted = Signal(str, object)  # name of the page, what to open there or None
    import_wanted = Signal(object)  # list[Path] to import; empty: ask the person for files
    files_chosen = Signal(object)  # list[Path] that a person wants to import, as they were chosen or dropped
    help_wanted = Signal(str)  # name of the chapter to open
    model_state_changed = Signal()
    bug_reported = Signal(object)  # Exception: a fault of ours, for the crash dialog

    def __init__(
        self, shop: Shop, runner: JobRunner, recommender: Recommender | None = None, parent: QObject | None = None
    ) -> None:
        """Without a ``recommender`` one is made at its first use: importing what it needs takes longer than painting the window."""
        super().__init__(parent)
        self.shop = shop
        self.runner = runner
        self._recommender = recommender
        self._making = threading.Lock()
        self._model_state = message("workplace", "Language model: not loaded yet")
        runner.unheard_failure.connect(self.show_failure)

    @property
    def recommender(self) -> Recommender:
        """The one recommender of the shop. Any thread may ask for it; its methods are called on the lane ``rank`` only."""
        with self._making:
            if self._recommender is None:
                from recsys_desktop.services.listing.recommending import Recommender

                self._recommender = Recommender(self.shop)
            return self._recommender

    @property
    def model_state(self) -> Text:
        """How far the language model is, for the status line."""
        return self._model_state

    def set_model_state(self, text: Text) -> None:
        """Tell the status line how far the language model is."""
        self._model_state = text
        self.model_state_changed.emit()

    def known(self, error: Exception) -> RecsysError | None:
        """Return a known error, to be shown in place; anything else is a bug of ours, which is reported here, and None.

        The one place where the two are told apart::

            job.failed.connect(self._on_failed)

            def _on_failed(self, error: Exception) -> None:
                if (known := self._workplace.known(error)) is not None:
                    self._empty_state.show_error(known)
        """
        if isinstance(error, RecsysError):
            logger.info("known error: %s", error.code)
            return error
        logger.error("bug", exc_info=error)
        self.bug_reported.emit(error)
        return None

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Show a known error as a notice; report a bug. For failures that have no better place."""
        known = self.known(error)
        if known is not None:
            text = message("workplace", "{what} {what_to_do}").fill(what=known.message, what_to_do=known.hint)
            self.notified.emit(Notice(text))
