"""Home: how the shop is, what to do next, and what came of the last training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.operations.opening import HomeState
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.home.advice_cards import AbilitiesCard, GapsCard
from recsys_desktop.ui.widgets.home.home_cards import LastResultCard, NextStepCard, ShopCard
from recsys_desktop.ui.widgets.home.sample_card import SampleCard
from recsys_desktop.ui.widgets.home.welcome import Welcome
from recsys_desktop.ui.widgets.scroll_page import ScrollPage
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.advising import Advice


class HomePage(QWidget):
    """Three cards, one button, and advice on the data; before the first import, a sample shop or one's own files."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._stale = True
        self._unadvised = True  # the data changed since advice was last asked for
        self.welcome = Welcome()
        self.shop_card, self.next_card, self.last_card = ShopCard(), NextStepCard(), LastResultCard()
        self.abilities, self.gaps = AbilitiesCard(), GapsCard()
        self.sample = SampleCard()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        cards = _side_by_side((self.shop_card, self.next_card, self.last_card))
        advice = _side_by_side((self.abilities, self.gaps))
        for card in (self.abilities, self.gaps):
            card.hide()  # until it is known what to say
        overview = ScrollPage(self.tr("How your shop is doing"))
        overview.add(self.sample, cards, advice)
        blank = QWidget()  # until it is known which of the two it is: neither should flash by
        for widget in (blank, self.welcome, overview):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        workplace = self._workplace
        workplace.changed.connect(self._on_changed)
        self.welcome.sample_wanted.connect(self._open_sample)
        self.sample.remove_wanted.connect(self._remove_sample)
        for source in (self.welcome.import_wanted, self.next_card.import_wanted):
            source.connect(lambda: workplace.import_wanted.emit([]))
        self.next_card.page_wanted.connect(lambda name: workplace.page_wanted.emit(name, None))
        self.next_card.prepare_wanted.connect(lambda: opening.prepare(workplace=workplace))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _on_changed(self, changes: Changes) -> None:
        self._stale = True
        self._unadvised |= changes.items or changes.interactions or changes.model
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        job = opening.read_home(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, state: HomeState) -> None:
        self._stale = False
        if not state.shop.items:
            self._stack.setCurrentWidget(self.welcome)
            return
        self._stack.setCurrentIndex(2)
        self.sample.show_state(state.is_sample)
        self.shop_card.show_state(state)
        self.next_card.show_state(state)
        self.last_card.show_state(state)
        if self._unadvised:
            self._unadvised = False
            advice = opening.read_advice(workplace=self._workplace)
            advice.succeeded.connect(self._show_advice)
            advice.failed.connect(self._workplace.show_failure)

    def _show_advice(self, advice: Advice) -> None:
        for card in (self.abilities, self.gaps):
            card.show_advice(advice)

    def _open_sample(self, words: str) -> None:
        language = "zh_CN" if self.locale().language() == self.locale().Language.Chinese else "en"
        self.welcome.set_busy(True)
        job = opening.load_sample(workplace=self._workplace, language=language, words=words)
        job.failed.connect(self._workplace.show_failure)
        job.finished.connect(self._on_sample_finished)

    def _on_sample_finished(self) -> None:
        self.welcome.set_busy(False)

    def _remove_sample(self) -> None:
        job = opening.remove_sample(workplace=self._workplace)
        job.failed.connect(self._workplace.show_failure)
        job.failed.connect(lambda _: self.sample.show_state(True))


def _side_by_side(cards: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.m)
    for card in cards:
        row.addWidget(card, 1)
    return row
